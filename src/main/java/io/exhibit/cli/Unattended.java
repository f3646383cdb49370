package io.exhibit.cli;

import io.exhibit.evidence.RunRecord;
import io.exhibit.run.Observer;
import io.exhibit.run.OwedPacks;
import io.exhibit.run.PackRun;
import io.exhibit.run.RunClock;
import io.exhibit.run.RunFigures;
import io.exhibit.run.Runs;
import io.exhibit.run.Work;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * What the calendar sets in motion, one after the other: a run that fails is said with its reason and does not stop the
 * ones after it. While another process writes the vault it waits, two hours at most, so that neither night nor pack is
 * lost.
 */
final class Unattended implements Runs {

    static final Duration STEP = Duration.ofSeconds(30);
    private static final int STEPS = 240;

    private final Wiring wiring;
    private final RunClock clock;
    private final Predicate<Duration> pause;
    private final List<Chore> chores;
    private final Console console;
    private final Observer observer;

    /** Without chores. */
    Unattended(Wiring wiring, RunClock clock, Predicate<Duration> pause, Console console) {
        this(wiring, clock, pause, List.of(), console, Observer.NONE);
    }

    /**
     * @param pause waits; false when the node is being stopped
     * @param chores what each look carries out when packs are bound, in their order
     * @param observer hears what is done
     */
    Unattended(
            Wiring wiring,
            RunClock clock,
            Predicate<Duration> pause,
            List<Chore> chores,
            Console console,
            Observer observer) {
        this.wiring = wiring;
        this.clock = clock;
        this.pause = pause;
        this.chores = List.copyOf(chores);
        this.console = console;
        this.observer = observer;
    }

    @Override
    public void collect(Instant due) {
        inTurn(Work.COLLECT, () -> {
            collected(due);
            bindOwed();
        });
    }

    private void collected(Instant due) {
        told(Work.COLLECT, "The collection of " + due, () -> {
            CollectCommand.Collected collected = CollectCommand.collect(wiring, clock, due);
            RunRecord run = collected.run();
            observer.collected(RunFigures.of(run));
            observer.missed(collected.missed());
            observer.throttled(collected.throttled());
            return "Run " + run.id() + ": " + JsonWords.lower(run.outcome())
                    + (run.reason().isEmpty() ? "" : ", " + run.reason());
        });
    }

    @Override
    public void pack(YearMonth month) {
        inTurn(Work.PACK, () -> packed(month));
    }

    private void packed(YearMonth month) {
        told(Work.PACK, "The pack of " + month, () -> {
            PackRun.Bound bound = PackCommand.bind(wiring, month, clock);
            observer.bound();
            return "Pack: " + bound.file();
        });
    }

    @Override
    public void look(Instant due) {
        inTurn(Work.LOOK, () -> {
            bindOwed();
            chores.forEach(chore -> told(Work.LOOK, chore.name(), () -> chore.carryOut(due)));
        });
    }

    private void inTurn(Work work, Runnable task) {
        observer.queued(work);
        synchronized (this) {
            observer.began(work);
            try {
                task.run();
            } finally {
                observer.ended(work);
            }
        }
    }

    /** Binds what was due while nobody was there to bind it. */
    synchronized void bindOwed() {
        told(Work.LOOK, "The look for packs that are owed", () -> {
            List<YearMonth> owed = owed();
            observer.owed(owed.size());
            owed.forEach(this::packed);
            observer.owed(owed.isEmpty() ? 0 : owed().size());
            return owed.isEmpty() ? "" : "Packs that were owed: " + owed.size() + ".";
        });
    }

    private List<YearMonth> owed() throws Exception {
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
                    clock.instant());
        }
    }

    private void told(Work kind, String what, Callable<String> work) {
        Instant began = clock.instant();
        boolean ended = false;
        try {
            String done = withTheVault(what, work);
            if (!done.isEmpty()) {
                console.say(clock.instant() + " " + done);
            }
            ended = true;
        } catch (Exception e) {
            Ending ending = Ending.of(e);
            console.alarm(clock.instant() + " " + what + " could not be carried out: " + ending.message());
            ending.problems().forEach(problem -> console.say("  " + problem));
        } finally {
            observer.took(kind, Duration.between(began, clock.instant()), ended);
        }
    }

    private String withTheVault(String what, Callable<String> work) throws Exception {
        for (int step = 0; ; step++) {
            try {
                return work.call();
            } catch (VaultException busy) {
                if (busy.reason() != VaultException.Reason.LOCKED || step == STEPS || !waited(what, step)) {
                    throw busy;
                }
            }
        }
    }

    private boolean waited(String what, int step) {
        if (step == 0) {
            console.say(clock.instant() + " " + what + " waits: another run is writing the vault.");
        }
        return pause.test(STEP);
    }
}
