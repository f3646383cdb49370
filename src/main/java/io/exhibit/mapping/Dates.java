package io.exhibit.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to write a date that was written in another order. */
final class Dates {

    private static final String LIKE = "Write the year first, then month and day: 2026-10-31.";
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})");

    private Dates() {}

    /** Names the date that was meant, where only one can be. */
    static String hint(String written) {
        Matcher last = YEAR_LAST.matcher(written);
        Matcher first = YEAR_FIRST.matcher(written);
        int[] parts = last.matches()
                ? new int[] {number(last, 3), number(last, 1), number(last, 2)}
                : first.matches() ? new int[] {number(first, 1), number(first, 2), number(first, 3)} : new int[3];
        LocalDate one = date(parts[0], parts[1], parts[2]);
        LocalDate other = date(parts[0], parts[2], parts[1]);
        boolean padded = first.matches() && one != null;
        return padded || one != null && (other == null || other.equals(one))
                ? "Write " + one + "."
                : one == null && other != null ? "Write " + other + "." : LIKE;
    }

    static String timeHint(String written) {
        String hint = hint(written);
        return hint.equals(LIKE) ? "Write it like 2026-10-31 or 2026-10-31T17:00:00Z." : hint;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
