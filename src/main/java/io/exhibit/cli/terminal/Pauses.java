package io.exhibit.cli.terminal;

import java.time.Duration;

/** Waits for real. */
public final class Pauses {

    private Pauses() {}

    /** @throws Stop when it is interrupted, which stays set */
    public static void real(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(ExitCode.TRY_LATER, "Interrupted while waiting.");
        }
    }

    /** In simulated time nobody waits. */
    public static void none(Duration duration) {
        // Simulated reports are made between two questions.
    }
}
