package io.exhibit.run;

import io.exhibit.control.Scope;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SharedUnits;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A run that several nodes share: one of them begins it and asks the organization, each account is asked by whoever takes it, and
 * one closes it. Every step can be taken again by another node: what is noted is not asked twice.
 */
public final class SharedRun {

    /** How long after it was due a run may go on. */
    public static final Duration FRESH = Remains.FRESH;

    private final Shares.Open open;
    private final Asking asking;
    private final RunClock clock;
    private final Scope scope;
    private final Map<String, String> digests;
    private final Progress progress;
    private final BooleanSupplier stopping;

    /**
     * @param digests what makes the run, by name, as {@link CollectRun} has them
     * @param stopping whether the node stops: no other unit is begun then
     */
    public SharedRun(
            Shares.Open open,
            Asking asking,
            RunClock clock,
            Scope scope,
            Map<String, String> digests,
            Progress progress,
            BooleanSupplier stopping) {
        this.open = open;
        this.asking = asking;
        this.clock = clock;
        this.scope = scope;
        this.digests = digests;
        this.progress = progress;
        this.stopping = stopping;
    }

    /** How a run began: its accounts, or why nobody could be asked. */
    public record Begun(List<String> accounts, Optional<String> refused) {}

    /** A name for the run that was due then. */
    public static String id(Instant due, Vault vault) {
        return RunIds.free(due, vault.runIds());
    }

    /** Seals that a run could not be made; what lies there of it is no evidence. */
    public static void fail(Shares.Open open, Vault vault, RunClock clock, String endpoint, String why)
            throws IOException {
        vault.giveUp(open.run());
        vault.seal(RunIds.without(
                open.run(),
                open.due(),
                clock.instant(),
                clock.latest(),
                Outcome.FAILED,
                CollectRun.marks(why, open.occasion()),
                endpoint,
                Map.of()));
    }

    /** Asks who calls and what there is. */
    public Begun begin(SharedUnits units) throws IOException {
        Optional<Gap> refused = asking.landscape().enter();
        if (refused.isPresent()) {
            return new Begun(List.of(), refused.map(gap -> gap.cause().words() + ": " + gap.message()));
        }
        List<Kept> before = units.kept(open.run());
        if (telling(before).isEmpty()) {
            RunHead head = new RunHead(
                    open.run(),
                    open.due(),
                    clock.instant(),
                    CollectRun.marks(open.occasion(), asking.clockMark(progress)),
                    asking,
                    digests);
            try (RunWriter writer = new Stoppable(units.share(open.run()), stopping)) {
                Sweep.callers(asking, clock, progress, writer, noting(head, writer), before);
            }
            asking.namedInVain().forEach(progress::note);
        }
        return new Begun(accounts(units).stream().map(Account::id).toList(), Optional.empty());
    }

    /** Asks one account, but for what other turns at it have noted. */
    public void share(String account, SharedUnits units) throws IOException {
        Optional<Gap> refused = asking.landscape().enter();
        if (refused.isPresent()) {
            throw new IOException(
                    refused.get().cause().words() + ": " + refused.get().message());
        }
        List<Kept> before = units.kept(open.run());
        RunHead head = RunHead.of(requireTelling(before).soFar());
        requireSame(head);
        Account asked = accounts(units).stream()
                .filter(each -> each.id().equals(account))
                .findFirst()
                .orElseThrow(() -> new IOException("the run " + open.run() + " has no account " + account));
        Set<Target> noted = new HashSet<>();
        try (RunWriter writer = new Stoppable(units.share(open.run()), stopping)) {
            Sweep.Noting noting = noting(head, writer);
            List<Unit> collected = Sweep.account(
                    asking,
                    clock,
                    progress,
                    writer,
                    unit -> {
                        synchronized (noted) {
                            noted.add(unit.target());
                        }
                        noting.note(unit);
                    },
                    before,
                    asked);
            for (Unit unasked : collected) {
                if (!noted.contains(unasked.target())) {
                    noting.note(unasked);
                }
            }
        }
    }

    /** Seals what was noted. */
    public static RunRecord close(Shares.Open open, Vault vault, RunClock clock, Scope scope) throws IOException {
        List<Kept> kept = vault.unfinished();
        RunRecord told = requireTelling(kept).soFar();
        if (!told.id().equals(open.run())) {
            throw new IOException("the notes are of the run " + told.id() + ", not of " + open.run());
        }
        List<Unit> units = kept.stream()
                .map(Kept::unit)
                .sorted((a, b) -> a.target().compareTo(b.target()))
                .toList();
        RunRecord record = RunHead.of(told).record(units, told.organization(), told.accounts(), scope, clock.latest());
        try (RunWriter writer = vault.resume(kept)) {
            writer.seal(record);
        }
        return record;
    }

    private Sweep.Noting noting(RunHead head, RunWriter writer) {
        return unit -> writer.keep(head.kept(unit, asking, scope, clock.latest()));
    }

    private List<Account> accounts(SharedUnits units) throws IOException {
        return requireTelling(units.kept(open.run())).soFar().accounts();
    }

    /** The caller's unit, which tells of the accounts; every record of a run names at least the caller's. */
    private static Optional<Kept> telling(List<Kept> kept) {
        return kept.stream().filter(each -> !each.soFar().accounts().isEmpty()).findFirst();
    }

    private static Kept requireTelling(List<Kept> kept) throws IOException {
        return telling(kept).orElseThrow(() -> new IOException("nobody has noted which accounts there are"));
    }

    /** Nodes that ask in another way, or as somebody else, would make one run of two. */
    private void requireSame(RunHead head) throws IOException {
        String ours = role(asking.landscape().identity());
        if (!role(head.identity()).equals(ours)) {
            throw new IOException("this node asks as " + ours + ", and the run began as " + role(head.identity())
                    + ": give all nodes the same role");
        }
        if (!head.endpoint().equals(asking.endpoint())) {
            throw new IOException(
                    "this node asks " + asking.endpoint() + ", and the run began with " + head.endpoint());
        }
        for (String name : List.of("build", "settings")) {
            if (!digests.get(name).equals(head.digests().get(name))) {
                throw new IOException("this node has another " + name + " than the node that began the run");
            }
        }
    }

    /** Of an assumed role without its session, which is another one on each machine. */
    private static String role(String identity) {
        return identity.contains(":assumed-role/") ? identity.substring(0, identity.lastIndexOf('/')) : identity;
    }
}
