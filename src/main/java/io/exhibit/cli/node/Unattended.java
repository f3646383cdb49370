package io.exhibit.cli.node;

import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.wiring.Chore;
import io.exhibit.cli.wiring.Timed;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.run.BrokenOff;
import io.exhibit.run.CatchUp;
import io.exhibit.run.Observer;
import io.exhibit.run.OwedPacks;
import io.exhibit.run.PackRun;
import io.exhibit.run.RunClock;
import io.exhibit.run.Runs;
import io.exhibit.run.Work;
import io.exhibit.schedule.Paused;
import io.exhibit.schedule.Task;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * What the calendar sets in motion, one after the other: a run that fails is said with its reason and does not stop the
 * ones after it. While another process writes the vault it waits, two hours at most, so that neither night nor pack is
 * lost.
 */
public final class Unattended implements Runs {

    static final Duration STEP = Duration.ofSeconds(5);
    private static final int STEPS = 1_440;

    private final Wiring wiring;
    private final RunClock clock;
    private final Stopping stopping;
    private final List<Chore> chores;
    private final Console console;
    private final Observer observer;
    private final Timed timed;
    private final Collecting collecting;

    /** Fires that wait for their turn: they are no longer looked for. */
    private final Set<Instant> waiting = ConcurrentHashMap.newKeySet();

    /** Collections that wait for their turn: their evidence is of now, and a pack that is late can wait for them. */
    private final AtomicInteger ahead = new AtomicInteger();

    /** Without chores, and never stopped but while it waits. */
    public Unattended(Wiring wiring, RunClock clock, Predicate<Duration> pause, Console console) {
        this(wiring, clock, Stopping.never(pause), List.of(), console, Observer.NONE);
    }

    /**
     * @param chores what each look carries out when packs are bound, in their order
     * @param observer hears what is done
     */
    public Unattended(
            Wiring wiring, RunClock clock, Stopping stopping, List<Chore> chores, Console console, Observer observer) {
        this(
                wiring,
                clock,
                stopping,
                chores,
                console,
                observer,
                Collecting.alone(night -> CollectCommand.collect(wiring, clock, night), clock, observer));
    }

    /** @param making how a collection is made */
    public Unattended(
            Wiring wiring,
            RunClock clock,
            Stopping stopping,
            List<Chore> chores,
            Console console,
            Observer observer,
            Collecting.Making making) {
        this.wiring = wiring;
        this.clock = clock;
        this.stopping = stopping;
        this.chores = List.copyOf(chores);
        this.console = console;
        this.observer = observer;
        this.timed = new Timed(observer, clock);
        this.collecting = new Collecting(wiring, clock, stopping::isUrgent, observer, making);
    }

    /** A fire that comes late, as on a host that was asleep, is looked at like one that did not come. */
    @Override
    public void collect(Instant due) {
        if (clock.instant().isAfter(due.plus(CatchUp.LATE))) {
            look(due);
            return;
        }
        waiting.add(due);
        inTurn(Work.COLLECT, () -> {
            told(Work.COLLECT, "The collection of " + due, () -> collecting.due(due));
            waiting.remove(due);
            looked(() -> bindOwed() & carryOut(due));
        });
    }

    /** What somebody asked for, also when collections are paused; what the log has already is not made once more. */
    void asked(RunRequest request) {
        inTurn(Work.COLLECT, () -> {
            console.say(clock.instant() + " A collection is " + request.occasion() + ".");
            told(Work.COLLECT, "The collection that was asked for at " + request.at(), () -> collecting.asked(request));
            looked(this::bindOwed);
        });
    }

    @Override
    public void pack(YearMonth month) {
        inTurn(Work.PACK, () -> looked(() -> bindOwed() & carryOut(clock.instant())));
    }

    private void packed(YearMonth month) {
        told(Work.PACK, "The pack of " + month, () -> {
            if (!owed(wiring, clock.instant()).contains(month)) {
                return "The pack of " + month + " was bound by another node.";
            }
            // Said once when it is drawn up, and not every hour.
            if (PackCommand.waiting(wiring, month, clock).isPresent()) {
                return "";
            }
            PackRun.Bound bound = timed.of(Work.PACK, () -> PackCommand.bind(wiring, month, clock), made -> true);
            if (bound.zip().isPresent()) {
                observer.bound();
            }
            return PackCommand.told(wiring.settings().packName(month), bound);
        });
    }

    @Override
    public void look(Instant due) {
        inTurn(
                Work.LOOK,
                () -> looked(() ->
                        (!waiting.isEmpty() || told(Work.COLLECT, "The collection that is owed", collecting::owed))
                                & told(Work.LOOK, "The sign that the node runs", this::sign)
                                & bindOwed()
                                & carryOut(due)));
    }

    /** @param look returns whether all of it could be carried out; one thing that could not keeps nothing back */
    private void looked(Timed.Piece<Boolean, RuntimeException> look) {
        timed.of(Work.LOOK, look, whole -> whole);
    }

    private boolean carryOut(Instant due) {
        boolean whole = true;
        for (Chore chore : chores) {
            if (stopping.isAsked()) {
                return false;
            }
            whole &= told(Work.LOOK, chore.name(), () -> chore.carryOut(due));
        }
        return whole;
    }

    /** Tells when the node was last seen; after what was missed is logged, which says so. */
    private String sign() throws IOException {
        wiring.state().sign(clock.instant());
        return "";
    }

    private void inTurn(Work work, Runnable task) {
        int collection = work == Work.COLLECT ? 1 : 0;
        ahead.addAndGet(collection);
        observer.queued(work);
        synchronized (this) {
            ahead.addAndGet(-collection);
            observer.began(work);
            try {
                if (!stopping.isAsked()) {
                    task.run();
                }
            } finally {
                observer.ended(work);
            }
        }
    }

    /** Binds what was due while nobody was there to bind it; what a collection comes before is bound after it. */
    public synchronized boolean bindOwed() {
        return told(Work.LOOK, "The look for packs that are owed", () -> {
            List<YearMonth> owed = owed(wiring, clock.instant());
            observer.owed(owed.size());
            Optional<Paused> paused = wiring.state().paused(Task.PACK, clock.instant());
            if (paused.isPresent() && !owed.isEmpty()) {
                return "Packs that are owed: " + owed.size() + "; none is bound, "
                        + paused.get().words() + ".";
            }
            owed.stream()
                    .takeWhile(month -> !stopping.isAsked() && ahead.get() == 0)
                    .forEach(this::packed);
            int left = owed.isEmpty() ? 0 : owed(wiring, clock.instant()).size();
            observer.owed(left);
            return owed.size() == left ? "" : "Packs that were owed: " + (owed.size() - left) + ".";
        });
    }

    /** Months whose pack was due by then and is not in the log. */
    public static List<YearMonth> owed(Wiring wiring, Instant now) throws IOException {
        if (!wiring.hasVault()) {
            return List.of();
        }
        Settings.Schedule schedule = wiring.settings().schedule();
        try (Vault vault = wiring.vaultToRead()) {
            return OwedPacks.months(
                    vault,
                    schedule.pack(),
                    schedule.zone(),
                    month -> wiring.settings().packName(month),
                    now);
        }
    }

    /** Returns whether it could be carried out. */
    private boolean told(Work kind, String what, Callable<String> work) {
        Instant began = clock.instant();
        try {
            String done = withTheVault(what, work);
            if (!done.isEmpty()) {
                console.say(clock.instant() + " " + done);
            }
            if (done.isEmpty() && kind == Work.COLLECT) {
                observer.idle(what, collecting.madeGood());
            } else {
                observer.succeeded(kind, what);
            }
            return true;
        } catch (BrokenOff e) {
            console.say(clock.instant() + " " + what + ": " + e.getMessage() + ".");
        } catch (Exception e) {
            Ending ending = Ending.of(e);
            console.alarm(clock.instant() + " " + what + " could not be carried out: " + ending.message());
            observer.failed(kind, what, began, ending.message());
            if (kind != Work.LOOK && Timed.isBusy(e)) {
                observer.took(kind, Duration.between(began, clock.instant()), false);
            }
            ending.problems().forEach(problem -> console.say("  " + problem));
        }
        return false;
    }

    private String withTheVault(String what, Callable<String> work) throws Exception {
        for (int step = 0; ; step++) {
            try {
                return work.call();
            } catch (VaultException busy) {
                if (!Timed.isBusy(busy) || step == STEPS || !waited(what, step)) {
                    throw busy;
                }
            }
        }
    }

    private boolean waited(String what, int step) {
        if (step == 0) {
            console.say(clock.instant() + " " + what + " waits: another run is writing the vault.");
        }
        return stopping.pause(STEP);
    }
}
