package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * A way through pages, as a person goes it: by mouse, or by keyboard alone. How long it takes one is told by the Keystroke-Level Model (Card,
 * Moran, Newell 1980).
 */
public abstract class Hand {

    /** A key of an average typist, pointing with a mouse, thinking before a step; in seconds. */
    private static final double KEY = 0.28;

    private static final double POINT = 1.1;
    private static final double THINK = 1.35;

    final Browser browser;
    private double seconds;

    private Hand(Browser browser) {
        this.browser = browser;
    }

    /** @param browser in which the visitor is in */
    public static Hand mouse(Browser browser) {
        return new Mouse(browser);
    }

    /** @param browser in which the visitor is in */
    public static Hand keyboard(Browser browser) {
        return new Keyboard(browser);
    }

    /** By the model, of a person. */
    public Duration took() {
        return Duration.ofMillis((long) (seconds * 1_000));
    }

    final void spent(double keys, double points) {
        seconds += THINK + KEY * keys + POINT * points;
    }

    /** Gives the focus to a thing. @return how many keys that took */
    abstract int to(String css);

    /** Follows what leads to another page. */
    public abstract void press(String css);

    /** Opens what is folded, or presses what leads nowhere else. */
    public abstract void unfold(String css);

    /** Into a field, in the place of what stands there; a date is typed as it is. */
    public void type(String css, String text) {
        int keys = to(css);
        WebElement field = browser.focused();
        assertThat(field)
                .as("the focus is in the field")
                .isEqualTo(browser.all(css).get(0));
        if (!field.getAttribute("value").isEmpty() && !"date".equals(field.getAttribute("type"))) {
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"));
            if (text.isEmpty()) {
                field.sendKeys(Keys.DELETE);
            }
        }
        if (!text.isEmpty()) {
            field.sendKeys(text);
        }
        spent(keys + 2 + text.length(), 0);
    }

    /** One of a few words; its beginning is typed, as all browsers have it. */
    public void choose(String css, String words) {
        int keys = to(css);
        WebElement field = browser.focused();
        field.sendKeys(words);
        assertThat(browser.chosen(field)).startsWith(words);
        spent(keys + words.length(), 0);
    }

    /** A file of this machine, as the browser's own window for it hands it over. */
    public void hand(String css, java.nio.file.Path file) {
        int keys = to(css);
        browser.all(css).get(0).sendKeys(file.toAbsolutePath().toString());
        spent(keys + 2, 1);
    }

    private static final class Mouse extends Hand {

        Mouse(Browser browser) {
            super(browser);
        }

        @Override
        int to(String css) {
            if (!"file".equals(browser.all(css).get(0).getAttribute("type"))) {
                browser.all(css).get(0).click();
            }
            spent(0, 1);
            return 0;
        }

        @Override
        public void press(String css) {
            browser.follow(css);
            spent(1, 1);
        }

        @Override
        public void unfold(String css) {
            browser.all(css).get(0).click();
            spent(1, 1);
        }
    }

    private static final class Keyboard extends Hand {

        Keyboard(Browser browser) {
            super(browser);
        }

        @Override
        int to(String css) {
            return browser.hurryTo(css);
        }

        @Override
        public void press(String css) {
            spent(browser.hurryTo(css) + 1, 0);
            browser.enter();
        }

        @Override
        public void unfold(String css) {
            spent(browser.hurryTo(css) + 1, 0);
            browser.press(Keys.ENTER);
        }
    }
}
