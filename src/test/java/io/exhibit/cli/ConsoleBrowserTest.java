package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.exhibit.LongFlow;
import io.exhibit.OneJdk;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Population;
import io.exhibit.console.Browser;
import io.exhibit.console.ConsoleServer;
import io.exhibit.console.Hand;
import io.exhibit.console.PageLook;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a person meets who opens the console in a browser, by eye, by keyboard, and with a screen reader as far as rules can tell. */
@OneJdk
class ConsoleBrowserTest {

    private static final Path ZSTD = Path.of("/usr/bin/zstd");
    private static final String MONTH = BrowsedDemo.MONTH;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static BrowsedDemo demo;
    private static ConsoleServer server;
    private static String base;

    @BeforeAll
    static void openTheConsole() throws IOException {
        browser = Browser.open();
        demo = new BrowsedDemo(folder.resolve("demo"));
        server = demo.server();
        base = "http://localhost:" + server.address().getPort();
        comeIn();
    }

    @AfterAll
    static void closeBoth() {
        if (demo != null) {
            demo.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private static void comeIn() {
        browser.go(BrowsedDemo.link(server));
        browser.follow("button.main");
        assertThat(browser.title()).startsWith("Today");
    }

    @BeforeEach
    void asPeopleHaveIt() {
        browser.scheme("light");
        browser.window(1360, 1);
        browser.complaints();
        browser.asked();
    }

    @AfterEach
    void everyPageCouldBeMade() {
        assertThat(demo.mishaps).isEmpty();
    }

    static Stream<Arguments> pages() throws IOException {
        return demo.pages().entrySet().stream().map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageIsForEverybodyAtEveryWidthAndAsksNobodyElse(String name, String path) throws IOException {
        new PageLook(browser, base).at(name, path);
    }

    @Test
    void onlyTheKeyboardLeadsFromTheLinkToTheRawAnswerAndOut() throws IOException {
        browser.go(BrowsedDemo.link(server));
        browser.untilFocused("button.main");
        browser.enter();
        assertThat(browser.address()).isEqualTo(base + MONTH);

        browser.tabTo("a.skip");
        browser.press(Keys.ENTER);
        assertThat(browser.address()).endsWith("#main");

        browser.tabTo("a[href$='#deviations']");
        browser.enter();
        browser.tabTo("main a[href$='/units/164.312(d)'], main a[href$='/units/164.312%28d%29']");
        browser.enter();
        assertThat(browser.text(By.tagName("h1"))).isEqualTo("164.312(d) Person or entity authentication");

        browser.tabTo("a.skip");
        browser.press(Keys.ENTER);
        browser.tabTo("main a[href*='/tests/IAM-01?show=deviating']");
        browser.enter();
        browser.tabTo("td a[href*='kiosk-demo']");
        browser.enter();
        assertThat(browser.text(By.cssSelector("dl.facts"))).contains("DEVIATES");
        assertThat(browser.text(By.id("raw"))).isNotBlank();

        browser.tabTo(".who button");
        browser.enter();
        assertThat(browser.text(By.tagName("h1"))).isEqualTo("You are out");
        browser.go(base + MONTH);
        assertThat(browser.text(By.tagName("main"))).contains("You are not in");
        comeIn();
    }

    @Test
    void typingNarrowsTheListOfUnitsAndSaysHowManyAreLeft() {
        browser.go(base + MONTH + "/units");
        int all = browser.all(".side li").size();
        browser.tabTo("input[data-filter]");

        browser.press("164.312(d)");
        assertThat(browser.text(By.cssSelector("[data-counts]"))).isEqualTo("1 of " + all + " units");
        assertThat(browser.text(By.cssSelector("#unit-list"))).contains("Person or entity authentication");

        browser.press(String.valueOf(Keys.BACK_SPACE).repeat("164.312(d)".length()), "mfa");
        assertThat(browser.text(By.cssSelector("#unit-list")))
                .as("the example that stands in the field")
                .contains("Person or entity authentication");
    }

    @Test
    void aPopulationIsSearchedAndTurnedOverPageByPage() throws IOException {
        Population most = demo.month.populations().stream()
                .filter(each -> !each.run().isEmpty())
                .max(Comparator.comparing(Population::things))
                .orElseThrow();
        String test = most.test().id();
        int things = demo.items(test).size();
        assertThat(things).as("more than a page").isGreaterThan(50);
        browser.go(base + MONTH + "/tests/" + test);
        assertThat(browser.text(By.className("counted"))).startsWith("1 to 50 of " + things);
        String first = browser.text(By.cssSelector("tbody td"));

        browser.tabTo("a[rel=next]");
        browser.enter();
        assertThat(browser.text(By.className("counted")))
                .startsWith("51 to " + Math.min(100, things) + " of " + things);
        assertThat(browser.text(By.cssSelector("tbody td"))).isNotEqualTo(first);

        browser.tabTo("input[name=search]");
        browser.press("no such thing");
        browser.enter();
        assertThat(browser.text(By.className("counted"))).startsWith("0 to 0 of 0 that match, " + things);
        assertThat(browser.text(By.tagName("main"))).contains("No item matches.");
    }

    @Test
    void anotherMonthIsChosenAndAnEmptyOneSaysSo() throws IOException {
        ConsoleServer later = demo.server(Instant.parse("2026-11-01T12:00:00Z"));
        // By another name: browsers send a cookie to every port of a host.
        browser.go(BrowsedDemo.link(later).replace("localhost", "127.0.0.1"));
        browser.untilFocused("button.main");
        browser.enter();
        assertThat(browser.address()).as("the newest month with a collection").endsWith(MONTH);

        browser.tabTo("select[name=month]");
        browser.press("Nov");
        browser.tabTo(".month button");
        browser.enter();
        assertThat(browser.address()).endsWith("/2026-11");
        assertThat(browser.text(By.tagName("main"))).contains("Nothing was collected this month.");
        assertThat(browser.misfits()).isEmpty();
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void aMouseGoesTheSameWay() {
        browser.go(base + MONTH);
        browser.follow("a[href$='#deviations']");
        browser.all("main a").stream()
                .filter(link -> link.getText().startsWith("164.312(d)"))
                .findFirst()
                .ifPresent(browser::follow);
        browser.follow("main a[href*='/tests/IAM-01?show=deviating']");
        browser.follow("td a[href*='kiosk-demo']");
        assertThat(browser.text(By.tagName("h1"))).contains("kiosk-demo");
        browser.back();
        browser.back();
        assertThat(browser.text(By.tagName("h1"))).startsWith("164.312(d)");
        browser.follow(".who button");
        assertThat(browser.text(By.tagName("h1"))).isEqualTo("You are out");
        comeIn();
    }

    /** With a mistake in the book on the disk, the strip that says so stands on every page, at every width. */
    @Test
    void aPageThatIsNotOfNowSaysSoWhereItFits() throws Exception {
        Path file = demo.wiring.settings().organization().orElseThrow().resolve("parameters.yaml");
        String sound = Files.readString(file);
        Files.writeString(file, sound + "idle_minuts: {value: 10, policy: P}\n");
        try {
            browser.go(base + BrowsedDemo.MONTH + "/units");
            while (!demo.behind().contains("There is no parameter idle_minuts")) {
                Thread.onSpinWait();
            }
            browser.go(base + BrowsedDemo.MONTH + "/units");
            assertThat(browser.text(By.className("behind"))).contains("There is no parameter idle_minuts");
            assertThat(browser.violations()).isEmpty();
            for (int width : List.of(1360, 1024, 760)) {
                browser.window(width, 1);
                assertThat(browser.misfits()).as("%d pixels", width).isEmpty();
            }
            browser.paper();
            assertThat(browser.misfits()).as("on paper").isEmpty();
        } finally {
            Files.writeString(file, sound);
        }
    }

    /** By keyboard alone, which is harder, it is gone at each build (BookInBrowserTest). */
    @Test
    @LongFlow
    void theOfficersExerciseTakesLessThanThreeMinutesByMouse() throws Exception {
        browser.go(base + MONTH);
        OfficerExercise exercise = new OfficerExercise(
                browser, demo.wiring.settings(), BrowsedDemo.VISITOR, LocalDate.parse("2026-10-01"));
        assertThat(exercise.by(Hand.mouse(browser))).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void aTextIsEditedWithWhatCanStandThereWhatIsWrongAndHowItComesOut() throws Exception {
        new EditorExercise(browser, demo).byKeyboard(base + MONTH);
    }

    @Test
    void everyUnitSaysWhatWasConcludedOfIt() {
        browser.go(base + MONTH + "/units");
        List<String> rows = browser.all("table.overview tbody tr").stream()
                .map(WebElement::getText)
                .toList();
        assertThat(rows).hasSameSizeAs(demo.units());
        for (ControlResult unit : demo.units()) {
            String citation = unit.control().citation();
            assertThat(rows).anyMatch(row -> row.startsWith(citation + " ") && row.contains(unit.conclusion()));
        }

        ControlResult unit = demo.units().stream()
                .filter(each -> each.control().citation().equals("164.312(d)"))
                .findFirst()
                .orElseThrow();
        browser.go(base + MONTH + "/units/164.312(d)");
        assertThat(browser.text(By.cssSelector("dl.facts b"))).isEqualTo(unit.conclusion() + ".");
        assertThat(browser.all("main table[aria-labelledby=tests] .st").stream().map(WebElement::getText))
                .containsExactlyInAnyOrderElementsOf(unit.tests().stream()
                        .map(test -> test.verdict().words())
                        .toList())
                .startsWith("FAIL");
    }

    @Test
    void theDigestIsThatOfTheAnswerInTheVaultAndTheAnswerHasTheItem() throws IOException {
        Item item = demo.deviating("IAM-01");
        browser.go(base + BrowsedDemo.path("IAM-01", item));

        byte[] body = demo.answer("IAM-01", item, browser.text(By.id("request")));
        assertThat(browser.text(By.id("digest"))).isEqualTo(Sha256.hex(body));
        assertThat(browser.text(By.cssSelector("section[aria-labelledby=raw]"))).contains(item.key());
    }

    @Test
    void theCommandThatThePagePrintsBringsTheVeryAnswer() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(ZSTD), "Skipped: needs " + ZSTD + " (Debian: zstd)");
        for (String test : List.of("IAM-01", "NET-05")) {
            Item item = demo.deviating(test);
            browser.go(base + BrowsedDemo.path(test, item));
            Process shell = new ProcessBuilder("bash", "-c", browser.text(By.id("command")))
                    .directory(folder.resolve("demo/vault").toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(shell.waitFor()).isZero();
            byte[] body = demo.answer(test, item, browser.text(By.id("request")));
            assertThat(printed.contains(new String(body, StandardCharsets.ISO_8859_1)))
                    .as(test)
                    .isTrue();
        }
    }
}
