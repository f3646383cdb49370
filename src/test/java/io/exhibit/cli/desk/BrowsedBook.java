package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.node.RunRequest;
import io.exhibit.console.ConsoleServer;
import io.exhibit.console.Hand;
import io.exhibit.console.PageLook;
import io.exhibit.console.door.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A book before a real browser. One console and one month that was worked out serve all tests of a class, each with a book of its own. */
abstract class BrowsedBook extends EditedBook {

    @TempDir
    private static Path home;

    static io.exhibit.console.Browser browser;

    /** The first test of the class, which has the console. */
    private static BrowsedBook common;

    private static ConsoleServer served;

    private static DrivenForms driven;

    String base;
    PageLook look;
    Hand keys;
    Hand mouse;

    @BeforeAll
    static void openTheBrowser() throws IOException {
        driven = new DrivenForms();
        browser = io.exhibit.console.Browser.open();
    }

    @AfterAll
    static void closeBoth(TestInfo test) {
        if (common != null) {
            served.close();
            common = null;
            served = null;
        }
        if (browser != null) {
            browser.close();
        }
        driven.require(test.getTestClass().orElseThrow());
    }

    @AfterEach
    void nobodyIsIn() {
        browser.forget();
        driven.after(server, served != null && server == served ? common.posts : posts);
        if (served != null && server == served) {
            server = null;
            assertThat(common.console.err()).as("no page failed").isEmpty();
        }
    }

    void open() throws IOException {
        if (common == null) {
            serve(home, false, night(), "");
            common = this;
            served = server;
        } else {
            book = common.book;
            wiring = common.wiring;
            desk = common.desk;
            server = served;
            asItWas();
        }
        // How fast somebody asks is told by it.
        common.clock.set(common.clock.instant().plus(Duration.ofMinutes(2)));
        comeInFirst();
    }

    /** The book, and what lies beside it, but for what is laid out of the vault. */
    private void asItWas() throws IOException {
        for (Path folder : List.of(book, wiring.settings().serving().state())) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        if (!path.equals(folder) && !path.toString().contains("console")) {
                            Files.delete(path);
                        }
                    }
                }
            }
        }
        Files.writeString(book.resolve("parameters.yaml"), PARAMETERS);
        assertThat(RunRequest.left(wiring.settings().serving().state())).isEmpty();
    }

    /** How many forms were sent by now. */
    int sent() {
        return common.posts.size();
    }

    void comeInFirst() {
        base = "http://localhost:" + server.address().getPort();
        look = new PageLook(browser, base);
        keys = Hand.keyboard(browser);
        mouse = Hand.mouse(browser);
        look.before();
        comeIn(JANE, "localhost");
    }

    /** Browsers send a cookie to every port of a host: two visitors of one browser come by two names. */
    void comeIn(String name, String host) {
        browser.go(server.link(Visitor.withEveryRole(name)).replaceFirst("localhost|127\\.0\\.0\\.1", host));
        browser.follow("button.main");
    }

    String main() {
        return browser.text(By.id("main"));
    }

    /** From the draft to the files, by somebody who may all of it. */
    void publish(Hand hand) {
        hand.press("header a[href$='/book']");
        hand.press("main a[href*='/book/drafts/']");
        hand.type("#approve-why", "Read");
        hand.press("form[action$='/approve'] button");
        hand.press("form[action$='/publish'] button");
        assertThat(browser.text(By.className("said"))).contains("Published as number 1.");
    }
}
