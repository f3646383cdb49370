package io.exhibit.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts as YAML: whatever a name holds, reading it back gives that name, and nothing else of the file changes. */
final class Quoted {

    /** Words that readers of older YAML take for something else than a text. */
    private static final Set<String> WORDS = Set.of("yes", "no", "on", "off", "true", "false", "null", "y", "n");

    private Quoted() {}

    /** Plain where that is safe; an unpaired surrogate, which no file can hold, becomes the replacement character. */
    static String text(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9._/-]*(?: [A-Za-z0-9._/-]+)*")
                && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        if (text.codePoints().noneMatch(Quoted::unseen)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder escaped = new StringBuilder("\"");
        text.codePoints().forEach(c -> escaped.append(escaped(c)));
        return escaped.append('"').toString();
    }

    static String list(List<?> texts) {
        return texts.stream().map(each -> text(each.toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text within a comment, which a line break would end. */
    static String comment(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> line.appendCodePoint(unseen(c) ? ' ' : c));
        return line.toString();
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        if (Character.getType(c) == Character.SURROGATE) {
            return "\uFFFD";
        }
        return unseen(c) ? String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c) : Character.toString(c);
    }

    /** What nobody would see in an editor, or what would end a line or turn it round. */
    private static boolean unseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> Character.isSpaceChar(c) && c != ' ';
        };
    }
}
