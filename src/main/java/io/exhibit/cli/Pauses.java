package io.exhibit.cli;

import java.time.Duration;

/** Waits for real. */
final class Pauses {

    private Pauses() {}

    static void real(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(ExitCode.TRY_LATER, "Interrupted while waiting.");
        }
    }

    /** In simulated time nobody waits. */
    static void none(Duration duration) {
        // Simulated reports are made between two questions.
    }
}
