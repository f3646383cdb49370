package io.exhibit.run;

import io.exhibit.control.Scope;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run: who calls, what there is, every source of every account and region, and the seal over it. */
public final class CollectRun {

    /** How long after its beginning a run that was broken off may go on: what it holds is still of that night. */
    private static final Duration FRESH = Duration.ofHours(6);

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
     * Collects and seals. A run that was broken off goes on where it was, if nothing of what makes it has changed since.
     *
     * @param due the instant that was intended; a run that goes on keeps its own
     * @return how the run ended; a run that could not begin is sealed too, as FAILED
     * @throws IOException when the vault cannot be written; then a FAILED run is logged if that is still possible
     */
    public RunRecord collect(Instant due) throws IOException {
        Instant started = clock.instant();
        List<Kept> before = vault.unfinished();
        String id = RunIds.free(due, taken(before));
        try {
            Optional<Gap> refused = asking.landscape().enter();
            if (refused.isPresent()) {
                String why =
                        refused.get().cause().words() + ": " + refused.get().message();
                return sealFailed(id, due, started, why);
            }
            if (canGoOn(before, started)) {
                return goOn(before, started);
            }
            if (!before.isEmpty()) {
                vault.giveUp(before.get(0).soFar().id());
            }
            return seal(vault.begin(id), head(id, due, started, clock()), List.of());
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

    /**
     * Asks everything that a run asks and keeps nothing of it: what sealing costs is measured beside this.
     *
     * @return the units, without files
     * @throws IOException when the run could not begin
     */
    public List<Unit> unkept() throws IOException {
        Optional<Gap> refused = asking.landscape().enter();
        if (refused.isPresent()) {
            throw new IOException(
                    refused.get().cause().words() + ": " + refused.get().message());
        }
        try (Unkept writer = new Unkept()) {
            return Sweep.units(asking, clock, progress, writer, unit -> {}, List.of());
        }
    }

    private RunHead head(String id, Instant due, Instant started, String reason) {
        return new RunHead(id, due, started, reason, asking, digests);
    }

    private List<String> taken(List<Kept> before) {
        List<String> ids = new ArrayList<>(vault.runIds());
        before.stream().limit(1).forEach(kept -> ids.add(kept.soFar().id()));
        return ids;
    }

    /** The same caller, asking the same endpoint in the same way, soon enough that it is one and the same night. */
    private boolean canGoOn(List<Kept> before, Instant now) {
        return before.stream()
                .findFirst()
                .map(Kept::soFar)
                .filter(begun -> begun.endpoint().equals(asking.endpoint())
                        && begun.identity().equals(asking.landscape().identity())
                        && begun.digests().equals(digests)
                        && now.isBefore(begun.started().plus(FRESH)))
                .isPresent();
    }

    private RunRecord goOn(List<Kept> before, Instant now) throws IOException {
        RunRecord begun = before.get(0).soFar();
        String reason = "broken off, and gone on with at " + now.truncatedTo(ChronoUnit.SECONDS) + "; " + before.size()
                + (before.size() == 1 ? " unit" : " units") + " had been kept";
        progress.note("The run of " + begun.due() + " was " + reason + ".");
        String clock = clock();
        String marks = clock.isEmpty() ? reason : reason + "; " + clock;
        return seal(vault.resume(before), head(begun.id(), begun.due(), begun.started(), marks), before);
    }

    /** What marks a run whose times are not AWS's; "" when they are. */
    private String clock() {
        return asking.clockMark(progress);
    }

    private RunRecord seal(RunWriter begun, RunHead head, List<Kept> before) throws IOException {
        try (RunWriter writer = begun) {
            List<Unit> units = Sweep.units(
                    asking,
                    clock,
                    progress,
                    writer,
                    unit -> writer.keep(head.kept(unit, asking, scope, clock.latest())),
                    before);
            asking.namedInVain().forEach(progress::note);
            RunRecord record =
                    head.record(units, asking.landscape().organization(), asking.accounts(), scope, clock.latest());
            writer.seal(record);
            return record;
        }
    }

    private RunRecord sealFailed(String id, Instant due, Instant started, String reason) throws IOException {
        RunRecord failed =
                RunIds.without(id, due, started, clock.latest(), Outcome.FAILED, reason, asking.endpoint(), digests);
        vault.seal(failed);
        return failed;
    }
}
