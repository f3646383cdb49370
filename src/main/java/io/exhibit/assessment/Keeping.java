package io.exhibit.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a sealed run of a period was kept, as it was found when the period was bound: each of its files read and digested again, and
 * what its store says of its deletion.
 *
 * @param run id of the run
 * @param finished when the run ended
 * @param files that were sealed of it
 * @param changed names within the run's folder of those that are not there or have another digest, sorted
 * @param lock what keeps it from being deleted; empty in a place that enforces nothing, such as a folder
 */
public record Keeping(String run, Instant finished, long files, List<String> changed, Optional<Lock> lock) {

    public Keeping {
        changed = List.copyOf(changed);
    }

    /**
     * What keeps the objects of a run from being deleted.
     *
     * @param objects without which the run cannot be read
     * @param locked of them that are locked
     * @param mode of their locks, such as COMPLIANCE; the weakest of several, or "" when nothing is locked
     * @param until when the first of these locks ends; empty when nothing is locked
     */
    public record Lock(long objects, long locked, String mode, Optional<Instant> until) {}
}
