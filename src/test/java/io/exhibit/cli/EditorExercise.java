package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.wiring.BookReading;
import io.exhibit.console.Browser;
import io.exhibit.run.book.Draft;
import java.io.IOException;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A file of the book, edited as text in a real browser by keyboard alone: what can stand there, what is wrong, what a test says and how it comes out; then its draft. */
final class EditorExercise {

    private final Browser browser;
    private final BrowsedDemo demo;

    /** @param browser in which the visitor is in */
    EditorExercise(Browser browser, BrowsedDemo demo) {
        this.browser = browser;
        this.demo = demo;
    }

    /** @param base address of the month */
    void byKeyboard(String base) throws IOException {
        try {
            browser.go(base + "/book/text?name=organization/parameters.yaml");
            words();
            mistake();
            beside();
            browser.tabTo("button.main");
            browser.enter();
            draft(base);
        } finally {
            for (Draft left : BookReading.drafts(demo.wiring.settings()).all()) {
                discard(left);
            }
        }
    }

    private void discard(Draft left) throws IOException {
        try {
            BookReading.drafts(demo.wiring.settings()).discard(left.id(), left.version());
        } catch (io.exhibit.run.book.Overtaken e) {
            throw new AssertionError(e);
        }
    }

    private String typed() {
        return browser.all("#f-text").get(0).getAttribute("value");
    }

    private void words() {
        browser.tabTo("#f-text");
        browser.focused().sendKeys(Keys.chord(Keys.CONTROL, Keys.END));
        browser.press("\npassword_reu");
        browser.untilSays("#offered", "can stand here");
        assertThat(browser.all("#words [aria-selected=true]"))
                .as("Enter goes on as it does")
                .isEmpty();
        browser.press(Keys.ARROW_DOWN);
        String chosen = browser.all("#words [aria-selected=true]").get(0).getAttribute("id");
        assertThat(browser.focused().getAttribute("aria-activedescendant")).isEqualTo(chosen);
        assertThat(browser.violations()).isEmpty();
        browser.press(Keys.ENTER);
        assertThat(typed()).endsWith("\npassword_reuse_prevention");
        assertThat(browser.focused().getAttribute("aria-activedescendant")).isNull();

        browser.focused().sendKeys(Keys.chord(Keys.CONTROL, Keys.SPACE));
        browser.untilSays("#words [aria-selected=true]", "password_reuse_prevention");
        browser.press(Keys.ESCAPE);
        assertThat(browser.all("#offers").get(0).isDisplayed())
                .as("closed by Escape: %s", browser.text(By.id("offers")))
                .isFalse();
    }

    private void mistake() throws IOException {
        browser.press(": {value: many, policy: P}\n");
        browser.untilSays(".marks .wrong", "many");
        browser.untilSays("#found li", "value must be a whole number");
        assertThat(browser.focused().getAttribute("aria-invalid")).isEqualTo("true");
        browser.picture("book-text-wrong");
        assertThat(browser.violations()).isEmpty();
        fits();
        browser.tabTo("#found button");
        browser.press(Keys.ENTER);
        assertThat(browser.focused().getAttribute("id"))
                .as("the place leads into the text")
                .isEqualTo("f-text");
    }

    private void beside() throws IOException {
        browser.tabTo("#f-about");
        browser.press("IAM-01");
        browser.tabTo("button[data-into=explained]");
        browser.press(Keys.ENTER);
        browser.untilSays("#explained", "Every user with a console password has MFA");
        browser.tabTo("button[data-into=tried]");
        browser.press(Keys.ENTER);
        browser.untilSays("#tried", "deviate");
        assertThat(browser.text(By.id("tried"))).contains("FAIL").contains("kiosk-demo");
        assertThat(typed()).as("nothing that was typed is lost").contains("value: many");
        browser.picture("book-text-beside");
        assertThat(browser.violations()).isEmpty();
        fits();
    }

    private void draft(String base) throws IOException {
        browser.go(base + "/book");
        browser.tabTo("main a[href*='/book/drafts/']");
        browser.enter();
        assertThat(browser.text(By.id("main"))).contains("What is wrong").contains("value must be a whole number");
        browser.picture("book-draft");
        assertThat(browser.violations()).isEmpty();
        fits();
    }

    private void fits() {
        browser.scheme("dark");
        assertThat(browser.faintWords()).as("dark").isEmpty();
        for (int width : List.of(1024, 1360)) {
            browser.window(width, 1);
            assertThat(browser.misfits()).as("%d pixels", width).isEmpty();
        }
        browser.window(1360, 2);
        assertThat(browser.misfits()).as("at 200 %").isEmpty();
        browser.window(1360, 1);
        browser.scheme("light");
    }
}
