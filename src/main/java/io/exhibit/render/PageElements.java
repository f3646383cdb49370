package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The same lists as {@link MarkupRules}, held against the finished pages: what a template put together from pieces is
 * found here. Elements nested too deep would take the layout's stack.
 */
final class PageElements {

    private static final int DEEPEST = 60;

    private final List<Problem> problems = new ArrayList<>();
    private final Slips sheets;

    private PageElements(String file) {
        this.sheets = new Slips(file, "");
    }

    /** @param file the part to name */
    static List<Problem> problems(Document document, String file) {
        PageElements pages = new PageElements(file);
        pages.element(document.getDocumentElement(), 1, file);
        pages.problems.addAll(pages.sheets.list());
        return pages.problems.stream().distinct().toList();
    }

    private void element(Element element, int depth, String file) {
        Position at = new Position(file, 1, 1);
        if (depth > DEEPEST) {
            problems.add(new Problem(
                    "page-nesting",
                    at,
                    "Elements are nested more than " + DEEPEST + " deep.",
                    "Let a table hold no tables."));
            return;
        }
        String name = element.getLocalName();
        if (!MarkupRules.ELEMENTS.contains(name)) {
            problems.add(new Problem(
                    "markup-element",
                    at,
                    "The pages hold an element <" + name + ">.",
                    "Write elements out, not in pieces."));
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            String called = attribute.getName().toLowerCase(Locale.ROOT);
            if (!MarkupRules.ATTRIBUTES.contains(called)) {
                problems.add(
                        new Problem("markup-attribute", at, "<" + name + "> has an attribute " + called + ".", ""));
            } else if (called.equals("href") && !attribute.getValue().startsWith("#")) {
                problems.add(
                        new Problem("markup-link", at, "A link leads out of the pack.", "Print the address as text."));
            } else if (MarkupRules.SHEETS.contains(called)) {
                SheetRules.check(attribute.getValue(), 0, sheets);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(inner, depth + 1, file);
            }
        }
    }
}
