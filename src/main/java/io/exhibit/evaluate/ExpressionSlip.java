package io.exhibit.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the slips that keep people's expressions from being read; a parser only says where it gave up. */
final class ExpressionSlip {

    /**
     * What is wrong.
     *
     * @param offset where, in UTF-16 units from the beginning of the expression
     */
    record Slip(int offset, String message, String hint) {}

    private static final Pattern WORD = Pattern.compile("(?i)\\b(and|or|not)\\b(?!\\s*[(.])");
    private static final Pattern ONE_EQUALS = Pattern.compile("(?<![=<>!])=(?!=)");
    private static final Pattern OTHER_UNEQUAL = Pattern.compile("<>");
    private static final Pattern CURLY = Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a]");

    private final String text;
    /** The same length as the text, with blanks where a literal stands. */
    private final String bare;
    /** Where a quotation mark opens a literal that does not end, or -1. */
    private int open = -1;

    private ExpressionSlip(String text) {
        this.text = text;
        this.bare = withoutLiterals();
    }

    /** The slip that is probably meant, or empty when none of the usual ones is there. */
    static Optional<Slip> in(String text) {
        ExpressionSlip slip = new ExpressionSlip(text);
        return slip.found(
                        CURLY,
                        "This is the quotation mark of a word processor.",
                        "Write \" or ' on both sides of the text.")
                .or(slip::unclosed)
                .or(() -> slip.found(WORD, "Words do not join conditions.", "Write && for and, || for or, ! for not."))
                .or(() -> slip.found(ONE_EQUALS, "One equals sign compares nothing.", "Write == to compare."))
                .or(() -> slip.found(OTHER_UNEQUAL, "<> is not known.", "Write != for: is not equal to."))
                .or(slip::bracket);
    }

    private Optional<Slip> found(Pattern pattern, String message, String hint) {
        Matcher matcher = pattern.matcher(bare);
        return matcher.find() ? Optional.of(new Slip(matcher.start(), message, hint)) : Optional.empty();
    }

    private Optional<Slip> unclosed() {
        return open < 0
                ? Optional.empty()
                : Optional.of(new Slip(open, "A quotation mark is not closed.", "Close it behind the text."));
    }

    private Optional<Slip> bracket() {
        Deque<Integer> opened = new ArrayDeque<>();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                opened.push(i);
            } else if (")]}".indexOf(c) >= 0
                    && (opened.isEmpty() || "([{".indexOf(bare.charAt(opened.pop())) != ")]}".indexOf(c))) {
                return Optional.of(new Slip(i, "Nothing opens this " + c + ".", "Remove it, or write its other half."));
            }
        }
        return opened.isEmpty()
                ? Optional.empty()
                : Optional.of(new Slip(
                        opened.peek(),
                        "This " + bare.charAt(opened.peek()) + " is not closed.",
                        "Write its other half."));
    }

    private String withoutLiterals() {
        StringBuilder out = new StringBuilder(text);
        int i = 0;
        while (i < text.length()) {
            char quote = text.charAt(i);
            if (quote != '"' && quote != '\'') {
                i++;
                continue;
            }
            boolean raw = i > 0 && (text.charAt(i - 1) == 'r' || text.charAt(i - 1) == 'R');
            int end = end(i, quote, raw);
            if (end < 0) {
                open = i;
                end = text.length() - 1;
            }
            for (int j = i; j <= end; j++) {
                out.setCharAt(j, ' ');
            }
            i = end + 1;
        }
        return out.toString();
    }

    private int end(int begin, char quote, boolean raw) {
        for (int i = begin + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && !raw) {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }
}
