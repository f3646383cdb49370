package io.exhibit.assessment;

import io.exhibit.control.Document;

/** A document on the last day of the period. PASS when current, MANUAL when missing, stale or incomplete. */
public record DocumentResult(Document document, State state, long ageDays, String reason) {

    /** What people read. */
    public enum State {
        CURRENT,
        STALE,
        INCOMPLETE,
        MISSING,
        /** Every unit that asks for it is signed not to apply. */
        NOT_APPLICABLE
    }

    /** A document never makes a unit fail: what is missing, stale or incomplete is {@link Verdict#MANUAL}. */
    public Verdict verdict() {
        return switch (state) {
            case CURRENT -> Verdict.PASS;
            case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
            case STALE, INCOMPLETE, MISSING -> Verdict.MANUAL;
        };
    }
}
