package io.exhibit.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Makes every character of every text visible: one that cannot be seen, turns the reading order or has no glyph is
 * printed as its number, <code>&#92;u{202E}</code>. Tabs and line ends become spaces. Applied once, to the finished model.
 */
public final class VisibleText {

    private final IntPredicate shown;

    /** @param shown whether a character has a glyph */
    public VisibleText(IntPredicate shown) {
        this.shown = shown;
    }

    /**
     * For a reader who has typefaces of his own. Noncharacters are numbered, and so are those characters that only some versions of
     * Unicode, and so of Java, say cannot be seen (13 to 16), so that every Java prints the same.
     */
    public static VisibleText everywhere() {
        return new VisibleText(character -> (character & 0xfffe) != 0xfffe
                && !(character >= 0xfdd0 && character <= 0xfdef)
                && character != 0x0890
                && character != 0x0891
                && !(character >= 0x13430 && character <= 0x1345f));
    }

    /** A copy of a tree of Map, List, String, Number and Boolean with every text in it made visible. */
    Object of(Object node) {
        if (node instanceof String text) {
            return of(text);
        }
        if (node instanceof Boolean || node instanceof Number) {
            return node;
        }
        if (node instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(each -> copy.add(of(each)));
            return copy;
        }
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, of(value)));
            return copy;
        }
        throw new IllegalArgumentException("not part of a page model: " + node);
    }

    /** One text. */
    public String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            if (character == '\t' || character == '\n' || character == '\r') {
                visible.append(' ');
            } else if (hidden(character) || !shown.test(character) || looksEscaped(text, i)) {
                number(visible, character);
            } else {
                visible.appendCodePoint(character);
            }
            i = next;
        }
        return visible.toString();
    }

    private static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> character != ' ' && character != '\u00a0';
            default -> character == 0xfffc;
        };
    }

    /** Text that only looks like one of our numbers has its backslash numbered, so that the two differ on paper. */
    private static boolean looksEscaped(String text, int i) {
        return text.startsWith("\\u{", i);
    }

    private static void number(StringBuilder to, int character) {
        to.append("\\u{")
                .append(Integer.toHexString(character).toUpperCase(Locale.ROOT))
                .append('}');
    }
}
