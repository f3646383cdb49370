package io.exhibit.cli;

import io.exhibit.evidence.Target;
import io.exhibit.run.RunClock;
import java.time.Instant;

/** A clock that stands still until it is set, for all threads alike. */
final class HandClock implements RunClock {

    private volatile Instant now;

    HandClock(Instant now) {
        this.now = now;
    }

    void set(Instant later) {
        now = later;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void unit(Target target) {}

    @Override
    public Instant latest() {
        return now;
    }
}
