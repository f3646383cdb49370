package io.exhibit.assessment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why a test, or items of it, could not be judged, and on which days of the period.
 *
 * @param cause as the day has it; "" for all causes beyond the first {@value #KEPT}
 * @param days on which it was the cause, for one item or for many
 */
public record Unjudged(String cause, SortedSet<LocalDate> days) {

    /** Causes of one test that are told apart. */
    public static final int KEPT = 100;

    public Unjudged {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }
}
