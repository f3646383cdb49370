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
            if (!all.contains(text) && !broken(all, text) || times(all, text, times) < times - broken(times)) {
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

    /** Of many repeats some break over two pages and are not found in one piece. */
    private static int broken(int times) {
        return times / 10;
    }

    private static int times(String all, String text, int enough) {
        int times = 0;
        for (int i = all.indexOf(text); i >= 0 && times < enough; i = all.indexOf(text, i + text.length())) {
            times++;
        }
        return times == 0 && broken(all, text) ? enough : times;
    }

    /** Whether it stands there in two pieces, with the foot of a page and the head of the next between them. */
    private static boolean broken(String all, String text) {
        int from = 0;
        int to = text.length();
        while (to - from > 1) {
            int half = (from + to) / 2;
            if (all.contains(text.substring(0, half))) {
                from = half;
            } else {
                to = half;
            }
        }
        return from > 0 && all.contains(text.substring(from));
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
