package io.exhibit.render;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which elements and attributes a page may have: what is on these lists, and nothing that runs, fetches or leads out of
 * the document. Looked at with the template's own tags taken out, so that a tag cannot be put together from pieces.
 */
final class MarkupRules {

    static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "title",
            "meta",
            "style",
            "bookmarks",
            "bookmark",
            "body",
            "div",
            "p",
            "span",
            "b",
            "i",
            "em",
            "strong",
            "sub",
            "sup",
            "code",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "br",
            "hr",
            "blockquote",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "a",
            "svg",
            "g",
            "rect",
            "path",
            "line",
            "polyline",
            "polygon",
            "circle",
            "ellipse",
            "text",
            "tspan",
            "desc");

    /** Attributes that hold what a style sheet could. */
    static final Set<String> SHEETS = Set.of("style", "fill", "stroke");

    static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "class",
            "style",
            "lang",
            "xml:lang",
            "xmlns",
            "name",
            "content",
            "href",
            "title",
            "colspan",
            "rowspan",
            "span",
            "scope",
            "headers",
            "role",
            "alt",
            "aria-label",
            "start",
            "value",
            "type",
            "width",
            "height",
            "viewbox",
            "version",
            "baseprofile",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "dx",
            "dy",
            "d",
            "points",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-opacity",
            "fill-opacity",
            "fill-rule",
            "opacity",
            "transform",
            "text-anchor",
            "font-size",
            "font-family",
            "font-weight",
            "preserveaspectratio");

    /** In the place of a value or a call, whose text is not known here; of anything else that is taken out nothing stays. */
    private static final char VALUE = '\ue000';

    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=/\"']+)(\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]*))?");

    private final StringBuilder markup = new StringBuilder();
    private final int[] places;
    private final Slips slips;

    private MarkupRules(List<TemplateToken> tokens, int length, Slips slips) {
        this.slips = slips;
        this.places = new int[length + 2];
        for (TemplateToken token : tokens) {
            switch (token.kind()) {
                case TEXT -> {
                    for (int i = 0; i < token.code().length(); i++) {
                        add(token.code().charAt(i), token.from() + i);
                    }
                }
                case VALUE, CALL -> add(VALUE, token.at());
                default -> {}
            }
        }
    }

    private void add(char c, int place) {
        places[markup.length()] = place;
        markup.append(c);
    }

    static void check(List<TemplateToken> tokens, int length, Slips slips) {
        new MarkupRules(tokens, length, slips).check();
    }

    private void check() {
        int sheet = -1;
        for (int i = markup.indexOf("<"); i >= 0; i = markup.indexOf("<", i + 1)) {
            boolean closing = i + 1 < markup.length() && markup.charAt(i + 1) == '/';
            int from = i + (closing ? 2 : 1);
            int to = from;
            while (to < markup.length() && " \t\r\n/>".indexOf(markup.charAt(to)) < 0) {
                to++;
            }
            String name = markup.substring(from, to);
            int end = end(to);
            if (name.startsWith("!") || name.startsWith("?")) {
                slip(
                        "markup-declaration",
                        i,
                        "A template may hold no <" + name.charAt(0)
                                + ": no document type, no entity, no instruction, no CDATA.",
                        "A comment is written <#-- so -->, and a < in a text &lt;.");
            } else if (!ELEMENTS.contains(name)) {
                slip(
                        "markup-element",
                        i,
                        "A template may not use the element <" + name.replace(VALUE, '…') + ">.",
                        name.indexOf(VALUE) >= 0
                                ? "The name of an element is written out, and never a value."
                                : "It may use those that print text, tables and drawings, such as p, table and svg.");
            } else {
                attributes(name, to, end);
            }
            if (name.equals("style")) {
                if (sheet >= 0 && closing) {
                    SheetRules.check(markup.substring(sheet, i), places[sheet], slips);
                }
                sheet = closing ? -1 : end + 1;
            }
        }
    }

    /** Where a tag ends: at the first > outside quotes. */
    private int end(int from) {
        char quote = 0;
        for (int i = from; i < markup.length(); i++) {
            char c = markup.charAt(i);
            if (quote == 0 && c == '>') {
                return i;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return markup.length();
    }

    private void attributes(String element, int from, int to) {
        Matcher attribute = ATTRIBUTE.matcher(markup.substring(from, to));
        while (attribute.find()) {
            String name = attribute.group(1).toLowerCase(Locale.ROOT);
            int at = from + attribute.start();
            if (!ATTRIBUTES.contains(name)) {
                slip(
                        "markup-attribute",
                        at,
                        "<" + element + "> may not have the attribute " + name.replace(VALUE, '…') + ".",
                        name.startsWith("on") ? "A page runs nothing." : "A page takes nothing from elsewhere.");
                continue;
            }
            String value = attribute.group(3) == null ? "" : attribute.group(3).replaceAll("^[\"']|[\"']$", "");
            if (name.equals("href") && !value.startsWith("#")) {
                slip(
                        "markup-link",
                        at,
                        "A link must lead to a place of the same pack: href=\"#...\".",
                        "Print the address as text.");
            } else if (name.equals("xmlns")
                    && !Set.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg")
                            .contains(value)) {
                slip("markup-attribute", at, "No other language than XHTML and SVG may stand in a page.", "");
            } else if (SHEETS.contains(name)) {
                SheetRules.check(value, places[at], slips);
            }
        }
    }

    private void slip(String code, int at, String message, String hint) {
        slips.add(code, places[at], message, hint);
    }
}
