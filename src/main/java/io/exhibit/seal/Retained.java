package io.exhibit.seal;

import java.time.Instant;
import java.util.Optional;

/**
 * What keeps the objects of a run from being deleted, as their store tells it.
 *
 * @param objects that the leaves of the run seal
 * @param locked of them that are locked
 * @param mode of their locks, such as COMPLIANCE; the weakest of several, or "" when nothing is locked
 * @param until when the first of these locks ends
 */
public record Retained(long objects, long locked, String mode, Optional<Instant> until) {

    /** A store that locks nothing. */
    public static final Retained NONE = new Retained(0, 0, "", Optional.empty());

    /** Whether everything is locked at least until then. */
    public boolean covers(Instant end) {
        return objects > 0 && locked == objects && !until.orElse(Instant.EPOCH).isBefore(end);
    }
}
