package io.exhibit.run;

import io.exhibit.evidence.Target;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of a run. Each unit is collected on one thread and may have a clock of its own, so that a simulated run gives
 * the same times however its threads take turns.
 */
public interface RunClock extends InstantSource {

    /** What follows on this thread belongs to that unit. */
    void unit(Target target);

    /** An instant that is not before any that was given. */
    Instant latest();
}
