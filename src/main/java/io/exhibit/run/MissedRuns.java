package io.exhibit.run;

import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes what did not happen into the log: a collection that was due and never began becomes a leaf of its own. */
public final class MissedRuns {

    static final String REASON = "no run began; it was noticed later";

    private MissedRuns() {}

    /** Seals every due instant after the last one in the log and before {@code until} as missed, and returns them. */
    public static List<Instant> seal(Vault vault, DueTimes due, Instant until) throws IOException {
        List<String> log = vault.runIds();
        if (log.isEmpty()) {
            return List.of();
        }
        Instant last = log.stream().map(RunIds::due).max(Instant::compareTo).orElseThrow();
        List<Instant> missed = due.between(last.plusMillis(1), until);
        if (missed.isEmpty()) {
            return missed;
        }
        String endpoint = vault.run(log.get(log.size() - 1)).endpoint();
        for (Instant instant : missed) {
            String id = RunIds.free(instant, vault.runIds());
            vault.seal(RunIds.without(id, instant, instant, instant, Outcome.MISSED, REASON, endpoint, Map.of()));
        }
        return missed;
    }
}
