package io.exhibit.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** From the first day to the last, both included, in a time zone. */
public record Period(LocalDate first, LocalDate last, ZoneId zone) {

    /** Midnight of the first day in the period's zone. */
    public Instant start() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The first instant that is no longer in it. */
    public Instant end() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Calendar days, the first and the last among them. */
    public int days() {
        return Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
    }
}
