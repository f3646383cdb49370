package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Whether the text of the pages can be read out of the finished file, each as often as it stands in the pages: a text
 * that has no font, no place or no size is in no file, and a validator does not miss it.
 */
final class PrintedText {

    private static final int SHORTEST = 4;

    /** Characters of a short line. */
    private static final int LINE = 25;

    private final Map<String, Integer> wanted = new LinkedHashMap<>();
    private final Map<String, String> where = new LinkedHashMap<>();

    private PrintedText() {}

    /** @param place how the part of an element with this id is called */
    static List<Problem> problems(Element body, PDDocument printed, java.util.function.UnaryOperator<String> place)
            throws IOException {
        PrintedText texts = new PrintedText();
        texts.gather(body, "");
        String all = alike(new PDFTextStripper().getText(printed));
        Map<String, List<String>> missing = new LinkedHashMap<>();
        texts.wanted.forEach((text, times) -> {
            if (!printed(all, text, times)) {
                missing.computeIfAbsent(texts.where.get(text), w -> new ArrayList<>())
                        .add(text);
            }
        });
        List<Problem> problems = new ArrayList<>();
        missing.forEach(
                (section, lost) -> problems.add(
                        new Problem(
                                "text-not-printed",
                                new Position(place.apply(section), 1, 1),
                                (lost.size() == 1 ? "One text" : lost.size() + " texts") + " of the page"
                                        + (section.isEmpty() ? "" : " \"" + section + "\"")
                                        + " cannot be read in the file, such as \""
                                        + lost.get(0) + "\".",
                                "Look for a typeface that is not there (font-family), display: none, a size of 0, or a place outside the page.")));
        return problems;
    }

    /** In one piece, or in a few: lines of a text may be read in another order, and pages end within it. */
    private static boolean printed(String all, String text, int times) {
        String rest = text;
        for (int pieces = 2 + text.length() / LINE; pieces > 0; pieces--) {
            int longest = longest(all, rest, times);
            if (longest == rest.length()) {
                return true;
            }
            rest = rest.substring(longest);
        }
        return false;
    }

    /** How much of a text, from its beginning, stands there as often as it should. */
    private static int longest(String all, String text, int times) {
        int there = 0;
        int beyond = text.length() + 1;
        while (beyond - there > 1) {
            int length = there == 0 && beyond > text.length() ? text.length() : (there + beyond) / 2;
            if (often(all, text.substring(0, length), times)) {
                there = length;
            } else {
                beyond = length;
            }
        }
        return there;
    }

    private static boolean often(String all, String text, int times) {
        int at = -text.length();
        for (int i = 0; i < times; i++) {
            at = all.indexOf(text, at + text.length());
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** A style sheet may print capitals. */
    private static String alike(String text) {
        return PartValues.squeezed(text).toUpperCase(Locale.ROOT);
    }

    private void gather(Node node, String section) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                String name = element.getLocalName();
                String id =
                        element.getAttribute("class").matches("(section|cover)\\b.*") ? element.getAttribute("id") : "";
                // What a drawing says stands in its alternative text.
                if (!name.equals("svg") && !element.getAttribute("class").startsWith("run")) {
                    gather(element, id.isEmpty() ? section : id);
                }
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                String text = alike(child.getNodeValue());
                if (text.length() >= SHORTEST) {
                    wanted.merge(text, 1, Integer::sum);
                    where.putIfAbsent(text, section);
                }
            }
        }
    }
}
