package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** What holds of every page: rules of WCAG in both schemes, everything fits at every width and on paper, nobody else is asked, the browser complains of nothing. */
public final class PageLook {

    private final Browser browser;
    private final String base;

    /** @param base scheme, host and port of the console */
    public PageLook(Browser browser, String base) {
        this.browser = browser;
        this.base = base;
    }

    /** Of a page that is asked for. */
    public void at(String name, String path) throws IOException {
        before();
        browser.go(base + path);
        here(name, "");
    }

    /** What is said and asked from now on is of the page that comes. */
    public void before() {
        browser.scheme("light");
        browser.window(1360, 1);
        browser.complaints();
        browser.asked();
    }

    /** Of the page that is open, whatever led to it. @param status of a page that refuses, which Chromium tells of; "" for one that is shown */
    public void here(String name, String status) throws IOException {
        browser.picture(name);
        assertThat(browser.title()).isNotBlank();
        if (PageList.hasBodyOfAnother(name)) {
            assertThat(browser.misfits()).as("1360 pixels").isEmpty();
        } else {
            everywhere(name);
        }
        assertThat(browser.asked()).isSubsetOf(base).as("somebody else was asked");
        assertThat(browser.complaints())
                .allMatch(
                        said -> !status.isEmpty() && said.contains("the server responded with a status of " + status));
        browser.scheme("light");
        browser.window(1360, 1);
    }

    /** In both schemes, at every width and on paper. */
    private void everywhere(String name) throws IOException {
        assertThat(browser.violations()).as("light").isEmpty();
        browser.scheme("dark");
        browser.picture(name + "-dark");
        assertThat(browser.faintWords()).as("dark").isEmpty();
        assertThat(browser.misfits()).as("1360 pixels").isEmpty();
        browser.window(1024, 1);
        browser.picture(name + "-1024");
        assertThat(browser.misfits()).as("1024 pixels").isEmpty();
        browser.window(1360, 2);
        browser.picture(name + "-200-percent");
        assertThat(browser.misfits()).as("1360 pixels at 200 %").isEmpty();
        browser.window(760, 1);
        browser.paper();
        browser.picture(name + "-paper");
        assertThat(browser.misfits()).as("on paper").isEmpty();
    }
}
