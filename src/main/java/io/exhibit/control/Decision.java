package io.exhibit.control;

import java.time.LocalDate;

/** What the entity decided on an addressable specification, 45 CFR 164.306(d)(3). */
public record Decision(
        String citation,
        Choice choice,
        String rationale,
        String document,
        String approver,
        LocalDate approved,
        LocalDate review,
        Position position) {

    /** The three ways of 164.306(d)(3). */
    public enum Choice {
        IMPLEMENTED,
        ALTERNATIVE,
        NOT_REASONABLE
    }

    /** Whether it counts on that day. */
    public boolean counts(LocalDate day) {
        return !approver.isBlank()
                && !rationale.isBlank()
                && approved != null
                && review != null
                && !approved.isAfter(day)
                && !review.isBefore(day);
    }
}
