package io.exhibit.assessment;

import io.exhibit.assessment.Finding.Timeliness;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long the closed ones of some findings took, in days from when each was first seen. {@code late + within + notKnown + unlimited}
 * are all of them.
 *
 * @param days of those whose first day is known, ascending; the others are not mixed with them
 * @param atLeast days of those that were seen on the first day on which anything was known of them, ascending: they took as long or longer
 * @param within closed no later than on the last day of their limit
 * @param late closed after it
 * @param notKnown closed within it as far as they were seen, and nobody knows since when they were open
 * @param unlimited closed, without a limit
 * @param gone of all of them, those that are closed because they are no longer in the population: they count as mended, and it is said
 */
public record Remediation(
        List<Long> days, List<Long> atLeast, long within, long late, long notKnown, long unlimited, long gone) {

    /** Of those of the findings that are closed at the end of the period. */
    static Remediation of(List<Finding> findings) {
        List<Finding> closed =
                findings.stream().filter(f -> !f.history().open()).toList();
        return new Remediation(
                days(closed, false),
                days(closed, true),
                count(closed, Timeliness.WITHIN),
                count(closed, Timeliness.LATE),
                count(closed, Timeliness.NOT_KNOWN),
                count(closed, Timeliness.NO_LIMIT),
                closed.stream().filter(f -> f.history().gone()).count());
    }

    private static List<Long> days(List<Finding> closed, boolean orBefore) {
        return closed.stream()
                .filter(f -> f.history().orBefore() == orBefore)
                .map(Finding::days)
                .sorted()
                .toList();
    }

    private static long count(List<Finding> closed, Timeliness timeliness) {
        return closed.stream().filter(f -> f.timeliness() == timeliness).count();
    }

    /** How many there are, also those whose days are not known. */
    public long closed() {
        return within + late + notKnown + unlimited;
    }

    /**
     * A percentile by nearest rank (Hyndman and Fan 1996, definition 1): the smallest of {@code days} that at least so many percent of them
     * do not exceed; empty without any.
     *
     * @param percent 1 to 100; 50 is the median
     */
    public OptionalLong percentile(int percent) {
        return days.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(days.get((days.size() * percent + 99) / 100 - 1));
    }
}
