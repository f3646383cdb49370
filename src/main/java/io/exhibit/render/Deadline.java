package io.exhibit.render;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long the templates of one printing may run: so many turns of their lists, which is the same on every machine, and
 * so long by a clock. FreeMarker asks at each turn of a list; between two turns {@link PartGraph} bounds what is done.
 */
final class Deadline {

    /** A month of 25 accounts with 10,000 findings each takes some millions. */
    static final long TURNS = 100_000_000;

    static final long NANOS = 300L * 1_000_000_000;

    private final long turns;
    private final long nanos;
    private final LongSupplier clock;
    private final Duration grace;
    private final long began;
    private long done;
    private String passed = "";

    /** @param clock in nanoseconds, from anywhere */
    Deadline(long turns, long nanos, LongSupplier clock) {
        this(turns, nanos, clock, Duration.ofMinutes(10));
    }

    /** @param grace how long is waited for templates that do not come to another turn */
    Deadline(long turns, long nanos, LongSupplier clock, Duration grace) {
        this.grace = grace;
        this.turns = turns;
        this.nanos = nanos;
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    static Deadline usual() {
        return new Deadline(TURNS, NANOS, System::nanoTime);
    }

    /** Counts one turn; whether it is one too many. */
    boolean over() {
        done++;
        if (passed.isEmpty() && done > turns) {
            passed = "more than " + turns + " turns of lists";
        } else if (passed.isEmpty() && clock.getAsLong() - began > nanos) {
            passed = "longer than " + nanos / 1_000_000_000 + " seconds";
        }
        return !passed.isEmpty();
    }

    /** How long is waited for what never asks whether its time is over. */
    Duration grace() {
        return grace;
    }

    /** What was passed, or "". */
    String passed() {
        return passed;
    }
}
