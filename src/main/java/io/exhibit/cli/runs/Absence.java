package io.exhibit.cli.runs;

import io.exhibit.schedule.Paused;
import io.exhibit.schedule.ScheduleState;
import io.exhibit.schedule.Task;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Why no run began that was due, as far as it is known: a pause, or when nodes gave signs. Nothing is guessed. */
public final class Absence {

    private Absence() {}

    /**
     * Read once, before the node gives another sign.
     *
     * @param now when it was noticed
     */
    public static Function<Instant, String> of(ScheduleState state, Vault vault, Instant now) throws IOException {
        List<Paused> pauses = state.pauses();
        Optional<Instant> sign = state.sign().or(vault::newest);
        return due -> pauses.stream()
                .filter(pause -> pause.task() == Task.COLLECT && pause.covers(due))
                .findFirst()
                .map(Paused::words)
                .orElseGet(() -> words(due, sign, now));
    }

    private static String words(Instant due, Optional<Instant> sign, Instant now) {
        if (sign.isEmpty()) {
            return "no run began; there is no sign of a running node before " + seconds(now);
        }
        return sign.get().isBefore(due)
                ? "no run began; there is no sign of a running node from " + seconds(sign.get()) + " to " + seconds(now)
                : "no run began, though a node gave a sign at " + seconds(sign.get()) + "; it was noticed at "
                        + seconds(now);
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
