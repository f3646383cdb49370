package io.exhibit.cli.demo;

import io.exhibit.evidence.Target;
import io.exhibit.run.RunClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of a simulated run: every unit begins a second after the run and goes on by a fixed step, so that the times
 * do not depend on how threads take turns.
 */
public final class SimulatedClock implements RunClock {

    private static final Duration STEP = Duration.ofMillis(40);

    private volatile Instant start;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);
    private final ThreadLocal<Instant> next = new ThreadLocal<>();

    public SimulatedClock(Instant start) {
        begin(start);
    }

    /** Goes to the beginning of another run. */
    public void begin(Instant instant) {
        start = instant;
        latest.set(instant);
        next.set(instant);
    }

    @Override
    public Instant instant() {
        Instant now = next.get() == null ? start : next.get();
        next.set(now.plus(STEP));
        latest.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
        return now;
    }

    @Override
    public void unit(Target target) {
        next.set(start.plusSeconds(1));
    }

    @Override
    public Instant latest() {
        return latest.get();
    }
}
