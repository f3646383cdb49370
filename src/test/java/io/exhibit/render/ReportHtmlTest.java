package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.exhibit.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The report for a browser: all that the pages say, and nothing that leads away. */
class ReportHtmlTest {

    private static final byte[] HTML = html();
    private static final String TEXT = new String(HTML, StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private static byte[] html() {
        try {
            byte[] html = new PackRenderer(Templates.shipped()).html(SamplePack.small());
            Files.write(Files.createDirectories(Path.of("target")).resolve("sample-report.html"), html);
            return html;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Document parsed() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(HTML));
    }

    @Test
    void nothingInItLeadsElsewhere() throws Exception {
        Set<String> ids = new HashSet<>();
        List<String> links = new ArrayList<>();
        NodeList all = parsed().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getLocalName())
                    .isNotIn(
                            "iframe",
                            "object",
                            "embed",
                            "link",
                            "base",
                            "form",
                            "audio",
                            "video",
                            "use",
                            "image",
                            "foreignObject");
            for (String member :
                    List.of("src", "srcset", "action", "data", "poster", "background", "ping", "xlink:href")) {
                assertThat(element.getAttribute(member)).as(member).matches("|data:image/.*");
            }
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                assertThat(element.getAttributes().item(a).getNodeName()).doesNotMatch("(?i)on.*");
            }
            if (element.hasAttribute("href")) {
                assertThat(element.getAttribute("href")).startsWith("#");
                links.add(element.getAttribute("href").substring(1));
            }
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
            }
        }
        assertThat(links).hasSizeGreaterThan(20).allMatch(ids::contains);
        assertThat(TEXT).doesNotContainPattern("(?i)url\\(|@import");
    }

    /** A browser that keeps the policy in it asks nobody, and runs this script and no other. */
    @Test
    void itsPolicyForbidsTheNetworkAndAllowsOneScript() throws Exception {
        Element policy = (Element) parsed().getElementsByTagName("meta").item(1);
        assertThat(policy.getAttribute("http-equiv")).isEqualTo("Content-Security-Policy");
        NodeList scripts = parsed().getElementsByTagName("script");
        assertThat(scripts.getLength()).isEqualTo(1);
        byte[] script = scripts.item(0).getTextContent().getBytes(StandardCharsets.UTF_8);
        String digest = Base64.getEncoder().encodeToString(Sha256.streaming().digest(script));
        assertThat(policy.getAttribute("content"))
                .startsWith("default-src 'none'; ")
                .contains("script-src 'sha256-" + digest + "'")
                .doesNotContain("http", "*", "unsafe-eval", "script-src 'unsafe");
    }

    /** A browser reads it as HTML, where an element that is not void has to be closed, and a script ends at its first end tag. */
    @Test
    void aBrowserReadsTheSameElements() {
        Matcher closed = Pattern.compile("<([a-zA-Z]+)[^<>]*/>").matcher(TEXT);
        Set<String> names = new HashSet<>();
        while (closed.find()) {
            names.add(closed.group(1));
        }
        assertThat(names).isSubsetOf("br", "col", "meta", "img", "hr");
        assertThat(TEXT).startsWith("<!DOCTYPE html>\n").containsOnlyOnce("</script>");
    }

    @Test
    void itSaysWhatThePagesSay() throws Exception {
        PackRenderer renderer = new PackRenderer(Templates.shipped());
        Document pages = PackRenderer.pages(renderer.text(SamplePack.small()));
        Set<String> printed = words(pages.getElementsByTagName("body").item(0).getTextContent());
        Set<String> shown = words(parsed().getElementsByTagName("body").item(0).getTextContent());
        printed.removeAll(shown);
        // What has no glyph in the typefaces of the PDF is shown by a browser.
        printed.removeIf(word -> word.contains("\\u{"));
        assertThat(printed).isEmpty();
        assertThat(TEXT).contains("SIMULATED, not AWS");
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.split("\\s+")));
    }

    /** On demand: {@code -Dexhibit.chromium=/usr/bin/chromium}, and {@code -Dexhibit.html=FILE} for another report. */
    @Test
    void aBrowserHasNothingToSayAboutIt() throws Exception {
        String other = System.getProperty("exhibit.html", "");
        String report = other.isEmpty() ? TEXT : Files.readString(Path.of(other));
        Shown shown = shown(report, "report");
        assertThat(shown.console()).isEmpty();
        assertThat(shown.requests()).isEmpty();
        assertThat(shown.dom()).contains("id=\"search\"", "aria-label=\"Search in this report\"");

        // What the test would see: a page that asks, and one whose policy does not let it ask.
        String image = "<img src=\"http://127.0.0.1:18999/a.png\"/></body>";
        assertThat(shown(report.replace("</body>", image).replace("Content-Security-Policy", "other"), "asking")
                        .requests())
                .isNotEmpty();
        Shown forbidden = shown(report.replace("</body>", image), "forbidden");
        assertThat(forbidden.requests()).isEmpty();
        assertThat(forbidden.console()).isNotEmpty();
    }

    private record Shown(String dom, List<String> console, List<String> requests) {}

    private Shown shown(String html, String name) throws Exception {
        String chromium = System.getProperty("exhibit.chromium", "");
        assumeTrue(!chromium.isEmpty(), "skipped: no browser (-Dexhibit.chromium=PROGRAM)");
        Path place = Files.createDirectory(folder.resolve(name));
        Path file = Files.writeString(place.resolve("report.html"), html);
        Process browser = new ProcessBuilder(
                        chromium,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + place.resolve("profile"),
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--virtual-time-budget=4000",
                        "--log-net-log=" + place.resolve("net.json"),
                        "--dump-dom",
                        file.toUri().toString())
                .redirectError(place.resolve("log").toFile())
                .redirectOutput(place.resolve("dom").toFile())
                .start();
        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> console;
        try (Stream<String> lines = Files.lines(place.resolve("log"))) {
            console = lines.filter(line -> line.contains("CONSOLE")).toList();
        }
        // What the browser asks for itself has no page that began it.
        Pattern asked = Pattern.compile("\"initiator\":\"(?!not an origin).*\"url\":\"(https?|wss?):");
        List<String> requests;
        try (Stream<String> events = Files.lines(place.resolve("net.json"))) {
            requests = events.filter(event -> asked.matcher(event).find()).toList();
        }
        return new Shown(Files.readString(place.resolve("dom")), console, requests);
    }
}
