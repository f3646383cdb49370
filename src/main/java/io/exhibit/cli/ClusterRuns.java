package io.exhibit.cli;

import io.exhibit.run.RunClock;
import io.exhibit.run.Runs;
import io.exhibit.schedule.cluster.ShareJobs;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * What the calendar sets in motion on one of several nodes. A night is taken step by step, and a step that fails is tried again,
 * here or by another node; all else is done as one node alone does it, by whoever the calendar gave it to.
 */
final class ClusterRuns implements Runs, ShareJobs.Work {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** A step is tried so often before it is left to another node. */
    private static final int TURNS = 4;

    private final SharedNights nights;
    private final Runs alone;
    private final RunClock clock;
    private final Predicate<Duration> pause;
    private final Console console;

    /**
     * @param alone does what is not shared
     * @param pause waits; false when the node is being stopped
     */
    ClusterRuns(SharedNights nights, Runs alone, RunClock clock, Predicate<Duration> pause, Console console) {
        this.nights = nights;
        this.alone = alone;
        this.clock = clock;
        this.pause = pause;
        this.console = console;
    }

    @Override
    public void collect(Instant due) {
        insist("The collection of " + due, () -> nights.begin(due));
    }

    @Override
    public boolean share(String run, String account) {
        return insist("Asking the account " + account + " for the run " + run, () -> nights.share(run, account));
    }

    @Override
    public boolean close(String run) {
        return insist("Sealing the run " + run, () -> nights.close(run));
    }

    @Override
    public void pack(YearMonth month) {
        alone.pack(month);
    }

    @Override
    public void look(Instant due) {
        insist("The look for a run that is open", nights::goOn);
        alone.look(due);
    }

    /** Whether it came to its end, also by failing in a way that trying again does not change. */
    private boolean insist(String what, Callable<String> step) {
        Duration wait = FIRST;
        for (int turn = 1; ; turn++) {
            try {
                console.say(clock.instant() + " " + step.call());
                return true;
            } catch (IOException | Stop e) {
                Ending ending = Ending.of(e);
                boolean last = turn == TURNS;
                console.alarm(clock.instant() + " " + what + " could not be carried out: " + ending.message()
                        + (last
                                ? " It is left to whichever node is free."
                                : " It is tried again in " + wait.toSeconds() + " s."));
                ending.problems().forEach(problem -> console.say("  " + problem));
                if (!pause.test(wait) || last) {
                    return false;
                }
                wait = wait.multipliedBy(3).compareTo(LONGEST) < 0 ? wait.multipliedBy(3) : LONGEST;
            } catch (Exception e) {
                console.alarm(clock.instant() + " " + what + " could not be carried out: "
                        + Ending.of(e).message());
                return true;
            }
        }
    }
}
