package io.exhibit.run;

import io.exhibit.control.Scope;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run: who calls, what there is, every source of every account and region, and the seal over it. */
public final class CollectRun {

    private final Vault vault;
    private final Asking asking;
    private final RunClock clock;
    private final Scope scope;
    private final Map<String, String> digests;
    private final Progress progress;

    /**
     * @param scope gaps of accounts that somebody took out of it do not make a run incomplete; they are in the log all the same
     * @param digests what makes the run, by name ("book", "build", "settings") to SHA-256 in hexadecimal, or words where there is no file
     */
    public CollectRun(
            Vault vault, Asking asking, RunClock clock, Scope scope, Map<String, String> digests, Progress progress) {
        this.vault = vault;
        this.asking = asking;
        this.clock = clock;
        this.scope = scope;
        this.digests = digests;
        this.progress = progress;
    }

    /**
     * Collects and seals.
     *
     * @param due the instant that was intended
     * @return how the run ended; a run that could not begin is sealed too, as FAILED
     * @throws IOException when the vault cannot be written; then a FAILED run is logged if that is still possible
     */
    public RunRecord collect(Instant due) throws IOException {
        String id = RunIds.free(due, vault.runIds());
        Instant started = clock.instant();
        try {
            Optional<Gap> refused = asking.landscape().enter();
            return refused.isPresent()
                    ? sealFailed(
                            id,
                            due,
                            started,
                            refused.get().cause().words() + ": " + refused.get().message())
                    : seal(id, due, started);
        } catch (IOException | RuntimeException e) {
            try {
                sealFailed(id, due, started, "the run was broken off: " + e.getMessage());
            } catch (IOException | RuntimeException unlogged) {
                // What broke the run off is what people have to know.
                e.addSuppressed(unlogged);
            }
            throw e;
        }
    }

    private RunRecord seal(String id, Instant due, Instant started) throws IOException {
        try (RunWriter writer = vault.begin(id)) {
            RunRecord record = record(id, due, started, Sweep.units(asking, clock, progress, writer));
            writer.seal(record);
            return record;
        }
    }

    private RunRecord record(String id, Instant due, Instant started, List<Unit> units) {
        boolean gaps = units.stream()
                .filter(unit -> scope.inScope(unit.target().account()))
                .flatMap(unit -> unit.parts().stream())
                .anyMatch(part -> !part.gaps().isEmpty());
        return new RunRecord(
                id,
                due,
                started,
                clock.latest(),
                gaps ? Outcome.GAPS : Outcome.COMPLETE,
                "",
                asking.endpoint(),
                asking.landscape().identity(),
                asking.landscape().organization(),
                asking.landscape().accounts(),
                digests,
                units);
    }

    private RunRecord sealFailed(String id, Instant due, Instant started, String reason) throws IOException {
        RunRecord failed =
                RunIds.without(id, due, started, clock.latest(), Outcome.FAILED, reason, asking.endpoint(), digests);
        vault.seal(failed);
        return failed;
    }
}
