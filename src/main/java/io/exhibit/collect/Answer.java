package io.exhibit.collect;

import io.exhibit.evidence.Cause;
import java.util.List;

/**
 * What the guard makes of an answer.
 *
 * @param failure why it is not believed, or {@code null}
 * @param items how many items its carriers hold
 * @param keys of those of them that have one, by {@link io.exhibit.evidence.Distinct#hash}
 * @param goesOn whether it says that more follows
 */
record Answer(Failure failure, long items, List<Long> keys, boolean goesOn) {

    static Answer believed(long items, List<Long> keys, boolean goesOn) {
        return new Answer(null, items, keys, goesOn);
    }

    static Answer malformed(String reason) {
        return refused(Failure.of(Cause.MALFORMED, reason));
    }

    static Answer refused(Failure failure) {
        return new Answer(failure, 0, List.of(), false);
    }

    boolean isBelieved() {
        return failure == null;
    }
}
