package io.exhibit.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.Patience;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real Chromium without a window. What it complains of and whom it asks is kept, and it finds no host but this one: a page that wants
 * another is caught, and sends it nothing.
 */
public final class Browser implements Closeable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** Where a person can look at what it saw. */
    private static final Path PICTURES = Path.of("target", "console");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TALLEST = 4_000;
    private static final int MOST_STOPS = 250;
    private static final String RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";
    private static final String COLOURS = "['color-contrast','link-in-text-block']";
    private static final String NO_COLOURS =
            "{'color-contrast': {enabled: false}, 'link-in-text-block': {enabled: false}}";

    /** Of the logger that tells at each start that Selenium has no typed commands for just this Chromium; we send none. */
    private static final Logger QUIET = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final String axe = text("/axe.min.js");
    private final String layout = text("/io/exhibit/console/layout.js");
    private final ObjectMapper json = new ObjectMapper();
    private int width;
    private int density;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** The test that asks for one is skipped where there is none. */
    public static Browser open() throws IOException {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "Skipped: needs " + CHROMIUM + " and " + DRIVER + " (Debian: chromium, chromium-driver)");
        Files.createDirectories(PICTURES);
        QUIET.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.window(1360, 1);
        browser.scheme("light");
        return browser;
    }

    /** @param scheme "light" or "dark" */
    public void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** As a printer would see it, until {@link #scheme} is asked for. */
    public void paper() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /**
     * @param pixels of the window
     * @param zoom 2 for 200 %: a page then has half of them, each twice as large
     */
    public void window(int pixels, int zoom) {
        width = pixels / zoom;
        density = zoom;
        metrics(900 / zoom);
    }

    private void metrics(int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", density, "mobile", false));
    }

    public void go(String address) {
        driver.get(address);
    }

    public void back() {
        driver.navigate().back();
    }

    public void reload() {
        driver.navigate().refresh();
    }

    public String address() {
        return driver.getCurrentUrl();
    }

    public String title() {
        return driver.getTitle();
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What a person reads there; of the first one. */
    public String text(By where) {
        return driver.findElement(where).getText();
    }

    public void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** The words of what is chosen in such a field. */
    String chosen(WebElement select) {
        return String.valueOf(driver.executeScript("return arguments[0].selectedOptions[0].label", select));
    }

    /** Another window, in which the next steps go; the one before stays open. @return how the one before is gone back to */
    public String anotherWindow() {
        String before = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        window(1360, 1);
        scheme("light");
        return before;
    }

    /** In which window the next steps go. @return how the one before is gone back to */
    public String toWindow(String window) {
        String before = driver.getWindowHandle();
        driver.switchTo().window(window);
        return before;
    }

    /** Closes the window in which the last step was, and goes on in that one. */
    public void closeWindow(String next) {
        driver.close();
        driver.switchTo().window(next);
    }

    /** Forgets who is in. */
    public void forget() {
        driver.manage().deleteAllCookies();
    }

    /** Has the page send something as its own scripts could. @return the status of the answer */
    public long sends(String script) {
        return (Long) driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; (" + script + ")().then(done)");
    }

    /** Does what a page's own scripts could do, and is there when the page to which that leads is. */
    public void leave(String script, Object... with) {
        leaveBy(() -> driver.executeScript(script, with));
    }

    /** Presses Enter on what has the focus, and is there when the page to which that leads is. */
    public void enter() {
        leaveBy(() -> press(Keys.ENTER));
    }

    /** Clicks on what leads to another page, and is there when that is. */
    public void follow(WebElement link) {
        leaveBy(link::click);
    }

    public void follow(String css) {
        follow(driver.findElement(By.cssSelector(css)));
    }

    private void leaveBy(Runnable step) {
        driver.executeScript("window.before = true");
        step.run();
        until("return !window.before && document.readyState === 'complete'");
    }

    /** Waits for a page that puts the focus somewhere by itself. */
    public void untilFocused(String css) {
        until("return document.activeElement.matches(arguments[0])", css);
    }

    /** Waits until something says that. */
    public void untilSays(String css, String words) {
        until(
                "return [...document.querySelectorAll(arguments[0])].some(e => e.textContent.includes(arguments[1]))",
                css,
                words);
    }

    private void until(String script, Object... with) {
        // The console that makes the page runs in this process.
        Patience patience = Patience.here(PATIENCE);
        while (!Boolean.TRUE.equals(driver.executeScript(script, with))) {
            if (patience.isOver()) {
                throw new AssertionError("In vain, at " + address() + ": " + script);
            }
            // Who asks all the time keeps the browser and the console from what is waited for. The page itself cannot
            // count the time: it may be gone meanwhile, and whoever asked it hears nothing for ten seconds.
            new Actions(driver).pause(Duration.ofMillis(30)).perform();
        }
    }

    /**
     * Goes by Tab until something matches; each stop on the way must be seen.
     *
     * @return how often Tab was pressed
     */
    public int tabTo(String css) {
        for (int i = 0; i < MOST_STOPS; i++) {
            press(Keys.TAB);
            List<?> stop = (List<?>) driver.executeScript(layout + "; return stop(arguments[0]);", css);
            if (stop.get(0) != null) {
                throw new AssertionError("The focus cannot be seen at " + stop.get(0));
            }
            if (stop.get(1).equals(true)) {
                return i + 1;
            }
        }
        throw new AssertionError("Tab does not come to " + css + " at " + address());
    }

    /**
     * Goes by Tab as {@link #tabTo}, by as many strokes at once as lie before it at least: a browser takes longest to tell what it has.
     *
     * @return how often Tab was pressed
     */
    int hurryTo(String css) {
        Number strokes = (Number) driver.executeScript(layout + "; return strokesTo(arguments[0]);", css);
        if (strokes.intValue() > 0) {
            Actions actions = new Actions(driver);
            for (int i = 0; i < strokes.intValue(); i++) {
                actions.sendKeys(Keys.TAB);
            }
            actions.perform();
        }
        return strokes.intValue() + tabTo(css);
    }

    /** Rules of WCAG 2.2 AA, and some of good practice, that the page breaks; as to colours, see {@link #faintWords}. */
    public List<String> violations() {
        List<String> broken = new ArrayList<>(broken("document", RULES + ", rules: " + NO_COLOURS));
        broken.addAll(faintWords());
        return broken;
    }

    /** Those of them that a scheme of colours can break, of one or two elements of each look; with {@code -Dexhibit.pages=all} of every element. */
    public List<String> faintWords() {
        return broken("all".equals(System.getProperty("exhibit.pages")) ? "document" : "{include: looks()}", COLOURS);
    }

    /** @param where an expression of JavaScript */
    private List<String> broken(String where, String rules) {
        if (!Boolean.TRUE.equals(driver.executeScript("return !!window.axe"))) {
            // Once for each window, and not to each of its pages: it is half a megabyte.
            driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", axe));
            driver.executeScript(axe);
        }
        return strings(
                driver.executeAsyncScript(
                        layout
                                + "; const done = arguments[arguments.length - 1];"
                                + "const run = selectors => axe.run("
                                + where
                                + ", {resultTypes: ['violations'], selectors, runOnly: "
                                + rules
                                + "});"
                                // To name what is found takes as long as to find it.
                                + "run(false).then(r => r.violations.length === 0 ? r : run(true)).then(r => done("
                                + "r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; '))))"));
    }

    /** What does not fit: wider than the window though nothing lets it be moved, over one another, or cut. */
    public List<String> misfits() {
        return strings(driver.executeScript(layout + "; return misfits();"));
    }

    /** What the browser said of the pages since it was last asked. */
    public List<String> complaints() {
        List<String> said = new ArrayList<>();
        driver.manage().logs().get(LogType.BROWSER).forEach(entry -> said.add(entry.getMessage()));
        return said;
    }

    /** Scheme, host and port of every request since it was last asked. */
    public Set<String> asked() {
        Set<String> asked = new TreeSet<>();
        driver.manage().logs().get(LogType.PERFORMANCE).forEach(entry -> {
            try {
                JsonNode message = json.readTree(entry.getMessage()).path("message");
                String method = message.path("method").asText();
                String url = message.path("params").path("request").path("url").asText();
                // Fields for dates have a picture of Chromium's own in them, which it "asks" for without asking
                // anybody.
                if (method.equals("Network.requestWillBeSent") && !url.startsWith("data:")) {
                    asked.add(host(url));
                } else if (method.equals("Network.webSocketCreated")) {
                    asked.add(host(message.path("params").path("url").asText()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return asked;
    }

    private static String host(String url) {
        return url.replaceFirst("^([a-z]+:(?://[^/?#]*)?).*", "$1");
    }

    /** Of the whole page, as far as somebody would look; only when {@code -Dexhibit.pictures} asks for pictures. */
    public void picture(String name) throws IOException {
        if (System.getProperty("exhibit.pictures") == null) {
            return;
        }
        Number height = (Number) driver.executeScript("return document.documentElement.scrollHeight");
        metrics(Math.min(TALLEST, height.intValue()));
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        metrics(900 / density);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String text(String resource) {
        try (InputStream in = Browser.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
