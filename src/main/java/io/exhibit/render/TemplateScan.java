package io.exhibit.render;

import io.exhibit.render.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a template into text, directives, calls and values as FreeMarker's lexer does (FTL.jj): a tag ends at the first
 * {@code >} outside parentheses and quotes, a value at its brace. Comments are left out. What never ends is text, and
 * FreeMarker refuses it.
 */
final class TemplateScan {

    private final String text;
    private final List<TemplateToken> tokens = new ArrayList<>();
    private int at;
    private int plain;

    private TemplateScan(String text) {
        this.text = text;
    }

    static List<TemplateToken> of(String text) {
        TemplateScan scan = new TemplateScan(text);
        while (scan.at < text.length()) {
            if (!scan.token()) {
                scan.at++;
            }
        }
        scan.endText(text.length());
        return scan.tokens;
    }

    private boolean token() {
        if (text.startsWith("<#--", at)) {
            int end = text.indexOf("-->", at + 4);
            return end >= 0 && skip(end + 3);
        }
        if (text.startsWith("${", at)) {
            int end = end(at + 2, '}');
            return end >= 0 && add(Kind.VALUE, "", at + 2, end, false, end + 1);
        }
        boolean closing = text.startsWith("</", at);
        int sign = at + (closing ? 2 : 1);
        if (text.charAt(at) != '<' || sign >= text.length() || !startsTag(sign)) {
            return false;
        }
        int name = sign + 1;
        int after = name;
        while (after < text.length() && partOfName(text.charAt(after))) {
            after++;
        }
        int end = end(after, '>');
        Kind kind = text.charAt(sign) == '#' ? Kind.DIRECTIVE : Kind.CALL;
        return end >= 0 && add(kind, text.substring(name, after), after, end, closing, end + 1);
    }

    private boolean startsTag(int sign) {
        return text.charAt(sign) == '@'
                || text.charAt(sign) == '#' && sign + 1 < text.length() && Character.isLetter(text.charAt(sign + 1));
    }

    private static boolean partOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private boolean skip(int to) {
        endText(at);
        at = to;
        plain = to;
        return true;
    }

    private boolean add(Kind kind, String name, int from, int end, boolean closing, int to) {
        int start = at;
        boolean empty = text.charAt(end - 1) == '/' && end > from;
        skip(to);
        tokens.add(new TemplateToken(
                kind, name, text.substring(from, empty ? end - 1 : end), closing, empty, start, from));
        return true;
    }

    private void endText(int to) {
        if (to > plain) {
            tokens.add(new TemplateToken(Kind.TEXT, "", text.substring(plain, to), false, false, plain, plain));
        }
    }

    /** Where an expression that begins here ends, or -1. */
    private int end(int from, char last) {
        int nested = 0;
        char open = last == '}' ? '{' : '(';
        char close = last == '}' ? '}' : ')';
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == last && nested == 0) {
                return i;
            } else if (c == open) {
                nested++;
            } else if (c == close) {
                nested--;
            } else if (c == '"' || c == '\'') {
                i = endOfQuote(i, i > from && text.charAt(i - 1) == 'r');
                if (i < 0) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private int endOfQuote(int from, boolean raw) {
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && !raw) {
                i++;
            } else if (text.charAt(i) == text.charAt(from)) {
                return i;
            }
        }
        return -1;
    }
}
