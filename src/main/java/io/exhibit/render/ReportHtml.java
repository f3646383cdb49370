package io.exhibit.render;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The pages as one file for a browser: the same elements with the contents at their side and a search. It may ask no network for
 * anything and runs no script but ours, which it does without, too. HTML that is well-formed XML as well.
 */
final class ReportHtml {

    private static final Set<String> VOID = Set.of("br", "col", "meta", "img", "hr", "input");

    /** Is laid into the margins of every page, and stands once on a screen. */
    private static final Set<String> RUNNING = Set.of("headleft", "headright", "footleft", "footright");

    private final StringBuilder out = new StringBuilder();

    private ReportHtml() {}

    /** @param pages as they are laid out for print, checked */
    static String of(Document pages) throws IOException {
        ReportHtml html = new ReportHtml();
        Element root = pages.getDocumentElement();
        Element head = child(root, "head");
        html.out
                .append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(escaped(root.getAttribute("lang")))
                .append("\">");
        html.head(head);
        html.out.append("<body>\n<header>");
        Element body = child(root, "body");
        for (Node node = body.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (isRunning(node) && !((Element) node).getAttribute("id").equals("footright")) {
                html.node(node);
                html.out.append('\n');
            }
        }
        html.out.append("</header>\n<nav id=\"navigation\" aria-label=\"Contents\"><ul>");
        html.bookmarks(child(head, "bookmarks"));
        html.out.append("</ul></nav>\n<main>");
        for (Node node = body.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!isRunning(node)) {
                html.node(node);
            }
        }
        html.out.append("</main>\n<script>").append(resource("report.js")).append("</script>\n</body></html>\n");
        return html.out.toString();
    }

    private void head(Element head) throws IOException {
        String script = Base64.getEncoder().encodeToString(sha256(resource("report.js")));
        out.append(
                        "<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("style-src 'unsafe-inline'; img-src data:; script-src 'sha256-")
                .append(script)
                .append("'; base-uri 'none'; form-action 'none'\"/>\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        for (Node node = head.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && !element.getLocalName().equals("bookmarks")) {
                node(element);
                out.append('\n');
            }
        }
        out.append("<style>\n").append(resource("report.css")).append("</style>\n</head>");
    }

    private void bookmarks(Element list) {
        for (Node node = list == null ? null : list.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element mark) {
                out.append("<li><a href=\"")
                        .append(escaped(mark.getAttribute("href")))
                        .append("\">")
                        .append(escaped(mark.getAttribute("name")))
                        .append("</a>");
                if (mark.getElementsByTagName("bookmark").getLength() > 0) {
                    out.append("<ul>");
                    bookmarks(mark);
                    out.append("</ul>");
                }
                out.append("</li>\n");
            }
        }
    }

    private void node(Node node) {
        if (node instanceof Text text) {
            out.append(isStyle(node.getParentNode()) ? text.getData() : escaped(text.getData()));
        } else if (node instanceof Element element) {
            String name = element.getLocalName();
            out.append('<').append(name);
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                attribute((Attr) element.getAttributes().item(i));
            }
            if (name.equals("svg")) {
                out.append(" aria-label=\"")
                        .append(escaped(element.getAttribute("alt")))
                        .append('"');
            }
            if (VOID.contains(name)) {
                out.append("/>");
                return;
            }
            out.append('>');
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                node(child);
            }
            out.append("</").append(name).append('>');
        }
    }

    private void attribute(Attr attribute) {
        boolean known = attribute.getName().equals("xmlns")
                && attribute.getOwnerElement().getParentNode() instanceof Element
                && !attribute.getOwnerElement().getLocalName().equals("svg");
        if (!known) {
            out.append(' ')
                    .append(attribute.getName())
                    .append("=\"")
                    .append(escaped(attribute.getValue()))
                    .append('"');
        }
    }

    private static boolean isStyle(Node node) {
        return node instanceof Element element && element.getLocalName().equals("style");
    }

    private static boolean isRunning(Node node) {
        return node instanceof Element element && RUNNING.contains(element.getAttribute("id"));
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static byte[] sha256(String text) {
        return Sha256.streaming().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportHtml.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
