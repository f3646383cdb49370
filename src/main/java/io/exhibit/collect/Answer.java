package io.exhibit.collect;

import io.exhibit.evidence.Cause;

/**
 * What the guard makes of an answer.
 *
 * @param failure why it is not believed, or {@code null}
 * @param items how many items its carriers hold
 */
record Answer(Failure failure, long items) {

    static Answer believed(long items) {
        return new Answer(null, items);
    }

    static Answer malformed(String reason) {
        return new Answer(Failure.of(Cause.MALFORMED, reason), 0);
    }

    boolean isBelieved() {
        return failure == null;
    }
}
