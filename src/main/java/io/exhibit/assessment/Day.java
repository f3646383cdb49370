package io.exhibit.assessment;

import io.exhibit.evidence.RunRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day of the period on which a collection was due.
 *
 * @param run the run that counts for the day (the last one that was sealed), if any
 * @param reason why it was missed or failed, how many calls are gaps, and that it was caught up or collected by hand; "" for
 *     one that is complete and of its time
 */
public record Day(LocalDate date, Instant due, Optional<RunRecord> run, String reason) {

    /** How the reason begins of a collection that a named person had paused: its cause is in the log. */
    public static final String PAUSED = "paused since ";

    /** Whether it has evidence: what came, went or changed on another day nobody saw. */
    public boolean sealed() {
        return run.filter(counts -> !counts.units().isEmpty()).isPresent();
    }
}
