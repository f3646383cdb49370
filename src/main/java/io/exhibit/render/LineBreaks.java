package io.exhibit.render;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may end: after a space; in a word of more than 12 characters after {@code / , ; = |} and in one of more than 20 also
 * after {@code : - . _} and before a capital that follows a small letter; between ideographs. So dates, times and regions stay whole, on
 * every Java version.
 */
final class LineBreaks implements FSTextBreaker {

    private static final int DONE = -1;
    private static final int SHORT = 12;
    private static final int LONG = 20;

    private String text = "";
    private int at;
    private int wordFrom;
    private int wordTo;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
        wordFrom = 0;
        wordTo = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return DONE;
        }
        do {
            at++;
        } while (at < text.length() && !mayBreakBefore(at));
        return at;
    }

    private boolean mayBreakBefore(int i) {
        char before = text.charAt(i - 1);
        char after = text.charAt(i);
        if (after == ' ') {
            return false;
        }
        return switch (before) {
            case ' ' -> true;
            case '/', ',', ';', '=', '|' -> Character.isLetterOrDigit(after) && wordAround(i) > SHORT;
            case ':', '-', '.', '_' -> Character.isLetterOrDigit(after) && wordAround(i) > LONG;
            default ->
                Character.isIdeographic(before)
                        || Character.isIdeographic(after)
                        || Character.isUpperCase(after) && Character.isLowerCase(before) && wordAround(i) > LONG;
        };
    }

    /** Length of the word that the place lies in; its ends are kept, for a word of a hundred thousand slashes is asked as often. */
    private int wordAround(int i) {
        if (i > wordTo || i <= wordFrom) {
            wordFrom = text.lastIndexOf(' ', i - 1) + 1;
            int to = text.indexOf(' ', i);
            wordTo = to < 0 ? text.length() : to;
        }
        return wordTo - wordFrom;
    }
}
