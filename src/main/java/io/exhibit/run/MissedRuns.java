package io.exhibit.run;

import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what did not happen into the log: a collection that was due and never began becomes a leaf of its own. */
public final class MissedRuns {

    static final String REASON = "no run began; it was noticed later";

    private MissedRuns() {}

    /** Due instants after the last one in the log and before {@code until}; none while the log has no run. */
    public static List<Instant> unlogged(Vault vault, DueTimes due, Instant until) {
        Optional<Instant> last = vault.runIds().stream().map(RunIds::due).max(Instant::compareTo);
        return last.isPresent() ? due.between(last.get().plusMillis(1), until) : List.of();
    }

    /** Whether the log has a run that was due then, however it ended. */
    public static boolean isLogged(Vault vault, Instant due) {
        return vault.runIds().stream().map(RunIds::due).anyMatch(due::equals);
    }

    /** The same where nobody knows why. */
    public static List<Instant> seal(Vault vault, DueTimes due, Instant until) throws IOException {
        return seal(vault, due, until, instant -> REASON);
    }

    /**
     * Seals every due instant after the last one in the log and before {@code until} as missed, and returns them. One whose run
     * began and was broken off is not missed: it goes on, or fails.
     *
     * @param reason what is known of why no run began at that instant, as a sentence without its capital and full stop
     */
    public static List<Instant> seal(Vault vault, DueTimes due, Instant until, Function<Instant, String> reason)
            throws IOException {
        List<Instant> unlogged = unlogged(vault, due, until);
        if (unlogged.isEmpty()) {
            return unlogged;
        }
        Set<Instant> begun =
                vault.unfinished().stream().map(kept -> kept.soFar().due()).collect(Collectors.toSet());
        List<Instant> missed =
                unlogged.stream().filter(instant -> !begun.contains(instant)).toList();
        List<String> log = vault.runIds();
        String endpoint = vault.run(log.get(log.size() - 1)).endpoint();
        for (Instant instant : missed) {
            String id = RunIds.free(instant, vault.runIds());
            String why = reason.apply(instant);
            vault.seal(RunIds.without(id, instant, instant, instant, Outcome.MISSED, why, endpoint, Map.of()));
        }
        return missed;
    }
}
