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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run: who calls, what there is, every source of every account and region, and the seal over it. */
public final class CollectRun {

    private final Vault vault;
    private final Asking asking;
    private final RunClock clock;
    private final Scope scope;
    private final Map<String, String> digests;
    private final Progress progress;
    private final BooleanSupplier stopping;

    /** A run that nobody stops. */
    public CollectRun(
            Vault vault, Asking asking, RunClock clock, Scope scope, Map<String, String> digests, Progress progress) {
        this(vault, asking, clock, scope, digests, progress, () -> false);
    }

    /**
     * @param scope gaps of accounts that somebody took out of it do not make a run incomplete; they are in the log all the same
     * @param digests what makes the run, by name ("book", "build", "settings") to SHA-256 in hexadecimal, or words where there is no file
     * @param stopping whether it is to be broken off: no other unit is begun then
     */
    public CollectRun(
            Vault vault,
            Asking asking,
            RunClock clock,
            Scope scope,
            Map<String, String> digests,
            Progress progress,
            BooleanSupplier stopping) {
        this.vault = vault;
        this.asking = asking;
        this.clock = clock;
        this.scope = scope;
        this.digests = digests;
        this.progress = progress;
        this.stopping = stopping;
    }

    /**
     * Collects and seals. A run that was broken off goes on where it was, if nothing of what makes it has changed since.
     *
     * @param due the instant that was intended; a run that goes on keeps its own
     * @return how the run ended; a run that could not begin is sealed too, as FAILED
     * @throws BrokenOff when it was to stop
     * @throws IOException when the vault cannot be written; then a FAILED run is logged if that is still possible
     */
    public RunRecord collect(Instant due) throws IOException {
        return collect(due, "");
    }

    /**
     * The same for a run that has a reason of its own.
     *
     * @param occasion why it is made, such as {@link CatchUp#words}, or ""; a run that goes on keeps its own
     */
    public RunRecord collect(Instant due, String occasion) throws IOException {
        Instant started = clock.instant();
        Remains before = new Remains(vault.unfinished());
        String id = RunIds.free(due, before.taken(vault));
        try {
            Optional<Gap> refused = asking.landscape().enter();
            if (refused.isPresent()) {
                String why =
                        refused.get().cause().words() + ": " + refused.get().message();
                return sealFailed(id, due, started, marks(why, occasion));
            }
            if (before.canGoOn(asking, digests, started)) {
                return goOn(before, started);
            }
            if (!before.isNothing()) {
                giveUp(before);
            }
            return seal(
                    vault.begin(id), head(id, due, started, marks(occasion, asking.clockMark(progress))), List.of());
        } catch (BrokenOff e) {
            if (!e.goesOn()) {
                sealFailed(id, due, started, marks("the run was broken off: " + e.getMessage(), occasion));
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            try {
                sealFailed(id, due, started, marks("the run was broken off: " + e.getMessage(), occasion));
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

    /** What marks a run, in one sentence. */
    static String marks(String... marks) {
        return Stream.of(marks).filter(mark -> !mark.isEmpty()).collect(Collectors.joining("; "));
    }

    /** A run that began is accounted for also when it does not go on. */
    private void giveUp(Remains before) throws IOException {
        RunRecord begun = before.begun();
        vault.giveUp(begun.id());
        String id = RunIds.free(begun.due(), vault.runIds());
        sealFailed(id, begun.due(), begun.started(), marks(before.givenUp(), CatchUp.occasion(begun)));
    }

    private RunRecord goOn(Remains before, Instant now) throws IOException {
        RunRecord begun = before.begun();
        String reason = before.goesOn(now);
        progress.note("The run of " + begun.due() + " was " + reason + ".");
        String marks = marks(CatchUp.occasion(begun), reason, asking.clockMark(progress));
        RunHead head = head(begun.id(), begun.due(), begun.started(), marks);
        return seal(vault.resume(before.kept()), head, before.kept());
    }

    private RunRecord seal(RunWriter begun, RunHead head, List<Kept> before) throws IOException {
        try (RunWriter writer = begun) {
            List<Unit> units = units(writer, head, before);
            asking.namedInVain().forEach(progress::note);
            RunRecord record =
                    head.record(units, asking.landscape().organization(), asking.accounts(), scope, clock.latest());
            writer.seal(record);
            return record;
        }
    }

    private List<Unit> units(RunWriter writer, RunHead head, List<Kept> before) throws IOException {
        try {
            return Sweep.units(
                    asking,
                    clock,
                    progress,
                    new Stoppable(writer, stopping),
                    unit -> writer.keep(head.kept(unit, asking, scope, clock.latest())),
                    before);
        } catch (BrokenOff e) {
            int kept = vault.unfinished().size();
            if (kept == 0) {
                throw new BrokenOff("its node was stopped, and nothing of it had been kept", false);
            }
            writer.leave();
            throw new BrokenOff(Remains.stops(head.due(), head.started(), kept), true);
        }
    }

    private RunRecord sealFailed(String id, Instant due, Instant started, String reason) throws IOException {
        RunRecord failed =
                RunIds.without(id, due, started, clock.latest(), Outcome.FAILED, reason, asking.endpoint(), digests);
        vault.seal(failed);
        return failed;
    }
}
