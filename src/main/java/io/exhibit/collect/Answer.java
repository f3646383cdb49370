package io.exhibit.collect;

import io.exhibit.evidence.Cause;

/**
 * What the guard makes of an answer.
 *
 * @param failure why it is not believed, or {@code null}
 * @param items how many items its carriers hold
 * @param goesOn whether it says that more follows
 */
record Answer(Failure failure, long items, boolean goesOn) {

    static Answer believed(long items, boolean goesOn) {
        return new Answer(null, items, goesOn);
    }

    static Answer malformed(String reason) {
        return new Answer(Failure.of(Cause.MALFORMED, reason), 0, false);
    }

    boolean isBelieved() {
        return failure == null;
    }
}
