package io.exhibit;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long something is waited for: by the processor time that it has had, as a machine that does much else gives it little. Who gets
 * none, or next to none, is given up all the same.
 */
public final class Patience {

    /** So much longer than is usual a machine may take that does much else. */
    private static final int BUSY = 5;

    private final Duration usual;
    private final Supplier<Duration> used;
    private final Duration before;
    private final long began = System.nanoTime();

    private Patience(Duration usual, Supplier<Duration> used) {
        this.usual = usual;
        this.used = used;
        this.before = used.get();
    }

    /** With what another process does. */
    public static Patience with(ProcessHandle process, Duration usual) {
        return new Patience(usual, () -> used(process));
    }

    /** With what this process does. */
    public static Patience here(Duration usual) {
        return with(ProcessHandle.current(), usual);
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Whether to give up. */
    public boolean isOver() {
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        return waited.compareTo(usual) > 0
                && (used.get().minus(before).compareTo(usual.dividedBy(2)) > 0
                        || waited.compareTo(usual.multipliedBy(BUSY)) > 0);
    }
}
