package io.exhibit.cli;

import io.exhibit.evidence.Target;
import io.exhibit.run.RunClock;
import java.time.Instant;

/** A clock that stands still until it is set, for all threads alike. */
public final class HandClock implements RunClock {

    private volatile Instant now;

    public HandClock(Instant now) {
        this.now = now;
    }

    public void set(Instant later) {
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
