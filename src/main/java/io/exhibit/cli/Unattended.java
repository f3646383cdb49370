package io.exhibit.cli;

import io.exhibit.evidence.RunRecord;
import io.exhibit.run.OwedPacks;
import io.exhibit.run.PackRun;
import io.exhibit.run.RunClock;
import io.exhibit.run.Runs;
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

    /** Without chores. */
    Unattended(Wiring wiring, RunClock clock, Predicate<Duration> pause, Console console) {
        this(wiring, clock, pause, List.of(), console);
    }

    /**
     * @param pause waits; false when the node is being stopped
     * @param chores what each look carries out when packs are bound, in their order
     */
    Unattended(Wiring wiring, RunClock clock, Predicate<Duration> pause, List<Chore> chores, Console console) {
        this.wiring = wiring;
        this.clock = clock;
        this.pause = pause;
        this.chores = List.copyOf(chores);
        this.console = console;
    }

    @Override
    public synchronized void collect(Instant due) {
        told("The collection of " + due, () -> {
            RunRecord run = CollectCommand.collect(wiring, clock, due).run();
            return "Run " + run.id() + ": " + JsonWords.lower(run.outcome())
                    + (run.reason().isEmpty() ? "" : ", " + run.reason());
        });
        bindOwed();
    }

    @Override
    public synchronized void pack(YearMonth month) {
        told("The pack of " + month, () -> {
            PackRun.Bound bound = PackCommand.bind(wiring, month, clock);
            return "Pack: " + bound.file();
        });
    }

    @Override
    public synchronized void look(Instant due) {
        bindOwed();
        chores.forEach(chore -> told(chore.name(), () -> chore.carryOut(due)));
    }

    /** Binds what was due while nobody was there to bind it. */
    synchronized void bindOwed() {
        told("The look for packs that are owed", () -> {
            List<YearMonth> owed = owed();
            owed.forEach(this::pack);
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

    private void told(String what, Callable<String> work) {
        try {
            String done = withTheVault(what, work);
            if (!done.isEmpty()) {
                console.say(clock.instant() + " " + done);
            }
        } catch (Exception e) {
            Ending ending = Ending.of(e);
            console.alarm(clock.instant() + " " + what + " could not be carried out: " + ending.message());
            ending.problems().forEach(problem -> console.say("  " + problem));
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
