package io.exhibit.assessment;

import io.exhibit.control.Document;

/** A document on the last day of the period. PASS when current, MANUAL when missing, stale or incomplete. */
public record DocumentResult(Document document, State state, long ageDays, String reason) {

    /** What people read. */
    public enum State {
        CURRENT,
        STALE,
        INCOMPLETE,
        MISSING
    }

    public Verdict verdict() {
        return state == State.CURRENT ? Verdict.PASS : Verdict.MANUAL;
    }
}
