package io.exhibit.render;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a line may end: after a space; in a word of more than 12 characters after {@code / , ; = |} and in one of more than 20 also
 * after {@code : - . _} and before a capital that follows a small letter, but never in a date or a time of day; between ideographs. So
 * dates, times and regions stay whole, on every Java version.
 */
final class LineBreaks implements FSTextBreaker {

    private static final int DONE = -1;
    private static final int SHORT = 12;
    private static final int LONG = 20;
    private static final Pattern DAY =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?!\\d)(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z?)?");
    private static final int LONGEST_DAY = "2026-10-03T04:12:09.123456789Z".length();

    private String text = "";
    private int at;
    private int wordFrom;
    private int wordTo;
    private Matcher day = DAY.matcher(text);

    @Override
    public void setText(String newText) {
        text = newText;
        day = DAY.matcher(text);
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
            case ':', '-', '.', '_' -> Character.isLetterOrDigit(after) && wordAround(i) > LONG && !inDay(i);
            default ->
                Character.isIdeographic(before)
                        || Character.isIdeographic(after)
                        || Character.isUpperCase(after) && Character.isLowerCase(before) && wordAround(i) > LONG;
        };
    }

    /** All signs of a date stand between digits, so that few places are looked at more closely. */
    private boolean inDay(int i) {
        if (i < 2 || !Character.isDigit(text.charAt(i - 2)) || !Character.isDigit(text.charAt(i))) {
            return false;
        }
        for (int from = i - 2; from >= Math.max(wordFrom, i - LONGEST_DAY); from--) {
            boolean begins = from == 0 || !Character.isDigit(text.charAt(from - 1));
            if (begins && day.region(from, text.length()).lookingAt() && day.end() > i) {
                return true;
            }
        }
        return false;
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
