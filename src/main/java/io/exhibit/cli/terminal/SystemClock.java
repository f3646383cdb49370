package io.exhibit.cli.terminal;

import io.exhibit.evidence.Target;
import io.exhibit.run.RunClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's clock, to the millisecond. */
public final class SystemClock implements RunClock {

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void unit(Target target) {
        // All units have the same time.
    }

    @Override
    public Instant latest() {
        return instant();
    }
}
