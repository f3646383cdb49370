package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes a page apart as the HTML standard does (13.2.5), and is stricter: what a browser would mend is an error here. Our pages have no script or style
 * of their own in them, so that every state that is left is one of these.
 */
final class Html {

    /** @param attributes in small letters, with their values as they are meant */
    record Element(String name, Map<String, String> attributes) {}

    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "#39", "'", "#x27", "'", "nbsp", "\u00a0");

    private final String source;
    private final List<Element> elements = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int at;

    private Html(String source) {
        this.source = source;
        if (source.startsWith("<!DOCTYPE html>")) {
            at = "<!DOCTYPE html>".length();
        }
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '<') {
                tag();
            } else {
                text.append(character());
            }
        }
    }

    static Html of(String source) {
        return new Html(source);
    }

    List<Element> elements() {
        return elements;
    }

    /** All that is read, without the elements. */
    String text() {
        return text.toString();
    }

    /** Values of an attribute, wherever it stands. */
    List<String> values(String attribute) {
        return elements.stream()
                .filter(element -> element.attributes().containsKey(attribute))
                .map(element -> element.attributes().get(attribute))
                .toList();
    }

    /** No payload became an element, an attribute or an address; nothing runs but the file that the frame names. */
    void assertInert() {
        for (Element element : elements) {
            assertThat(Taint.in(element.name())).as("element %s", element).isFalse();
            assertThat(element.name())
                    .isNotIn(
                            "iframe", "object", "embed", "base", "style", "math", "img", "use", "image", "animate",
                            "set")
                    .isNotEqualToIgnoringCase("foreignObject");
            if (element.name().equals("svg")) {
                assertThat(element.attributes())
                        .as("our own drawing")
                        .containsEntry("class", "chart")
                        .hasSize(4);
            }
            if (element.name().equals("script")) {
                assertThat(element.attributes()).containsOnlyKeys("src", "defer");
                assertThat(element.attributes().get("src"))
                        .isIn("/static/filter.js", "/static/editor.js", "/static/runs.js", "/static/coming.js");
            }
            element.attributes().forEach((name, value) -> {
                assertThat(Taint.in(name) || name.startsWith("on") || name.equals("style") || name.equals("srcdoc"))
                        .as("attribute %s of %s", name, element)
                        .isFalse();
                if (List.of("href", "src", "action", "formaction", "poster", "data")
                        .contains(name)) {
                    assertThat(value).as("%s of %s", name, element).matches("(?s)/([^/\\\\].*)?|#.*");
                }
            });
        }
    }

    private void tag() {
        if (source.startsWith("</", at)) {
            at += 2;
            name();
            expect('>');
            return;
        }
        at++;
        String element = name();
        Map<String, String> attributes = new LinkedHashMap<>();
        while (true) {
            boolean space = blank();
            if (peek() == '>') {
                at++;
                break;
            }
            assertThat(space).as("a blank before an attribute at %s", here()).isTrue();
            String attribute = name();
            assertThat(attributes).as("twice at %s", here()).doesNotContainKey(attribute);
            String value = "";
            if (peek() == '=') {
                at++;
                value = value();
            }
            attributes.put(attribute, value);
        }
        elements.add(new Element(element, attributes));
    }

    private String value() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            value.append(character());
        }
        at++;
        return value.toString();
    }

    private String name() {
        int from = at;
        while (Character.isLetterOrDigit(peek()) && peek() < 0x80 || at > from && peek() == '-') {
            at++;
        }
        assertThat(at).as("a name at %s", here()).isGreaterThan(from);
        return source.substring(from, at).toLowerCase(Locale.ROOT);
    }

    /** One character of a text or of a value; references are read once. */
    private String character() {
        char c = peek();
        assertThat(c).as("at %s", here()).isNotIn('<', '\r');
        at++;
        if (c == 0) {
            return "\ufffd";
        }
        if (c != '&') {
            return String.valueOf(c);
        }
        int end = source.indexOf(';', at);
        String name = end < 0 ? "" : source.substring(at, end);
        assertThat(NAMED).as("a reference at %s", here()).containsKey(name);
        at = end + 1;
        return NAMED.get(name);
    }

    private boolean blank() {
        int from = at;
        while (peek() == ' ' || peek() == '\n') {
            at++;
        }
        return at > from;
    }

    private void expect(char c) {
        assertThat(peek()).as("at %s", here()).isEqualTo(c);
        at++;
    }

    private char peek() {
        assertThat(at).as("the page ends within a tag").isLessThan(source.length());
        return source.charAt(at);
    }

    private String here() {
        return at + ": " + source.substring(Math.max(0, at - 60), Math.min(source.length(), at + 60));
    }
}
