package io.exhibit.assessment;

import io.exhibit.evidence.RunRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day of the period on which a collection was due.
 *
 * @param run the run that counts for the day (the last one that was sealed), if any
 * @param reason why it was missed or failed, or how many calls are gaps; "" for a complete one
 */
public record Day(LocalDate date, Instant due, Optional<RunRecord> run, String reason) {}
