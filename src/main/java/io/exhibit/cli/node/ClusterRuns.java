package io.exhibit.cli.node;

import io.exhibit.cli.runs.Night;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Timed;
import io.exhibit.run.BrokenOff;
import io.exhibit.run.RunClock;
import io.exhibit.run.Runs;
import io.exhibit.schedule.cluster.ShareJobs;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;

/**
 * What the calendar sets in motion on one of several nodes. A night is taken step by step, and a step that fails is tried again,
 * here and then by another node; all else is done as one node alone does it, by whoever the calendar gave it to.
 */
final class ClusterRuns implements Runs, ShareJobs.Work {

    private static final Duration FIRST = Duration.ofSeconds(2);

    /** A step is tried so often, with a pause three times as long each time, before it is left to another node. */
    private static final int TURNS = 4;

    private final SharedNights nights;
    private final RunClock clock;
    private final Stopping stopping;
    private final Console console;
    private Runs alone;

    /** A step of a night; returns what there is to say. */
    private interface Step {
        String take() throws IOException;
    }

    ClusterRuns(SharedNights nights, RunClock clock, Stopping stopping, Console console) {
        this.nights = nights;
        this.clock = clock;
        this.stopping = stopping;
        this.console = console;
    }

    /** Who does what is not shared; with {@link #making} as his way to make collections. */
    void alone(Runs runs) {
        this.alone = runs;
    }

    Collecting.Making making() {
        return new Collecting.Making() {
            @Override
            public boolean isUnderWay() throws IOException {
                return nights.isUnderWay();
            }

            @Override
            public String make(Night night) throws IOException {
                return insist("The collection of " + night.due(), () -> nights.make(night));
            }
        };
    }

    @Override
    public void collect(Instant due) {
        alone.collect(due);
    }

    @Override
    public boolean share(String run, String account) {
        return told("Asking the account " + account + " for the run " + run, () -> nights.share(run, account));
    }

    /** What was owed, and could not be known while the run was open, is looked for at once. */
    @Override
    public boolean close(String run) {
        boolean closed = told("Sealing the run " + run, () -> nights.close(run));
        if (closed) {
            alone.look(clock.instant());
        }
        return closed;
    }

    @Override
    public void pack(YearMonth month) {
        alone.pack(month);
    }

    @Override
    public void look(Instant due) {
        told("The look for a run that is open", nights::goOn);
        alone.look(due);
    }

    /** Whether it came to its end. */
    private boolean told(String what, Step step) {
        try {
            String said = insist(what, step);
            if (!said.isEmpty()) {
                console.say(clock.instant() + " " + said);
            }
            return true;
        } catch (BrokenOff e) {
            console.say(clock.instant() + " " + what + ": " + e.getMessage() + ", and it is left to the other nodes.");
            return false;
        } catch (IOException | RuntimeException e) {
            Ending ending = Ending.of(e);
            console.alarm(clock.instant() + " " + what + " could not be carried out, and is left to whichever node is"
                    + " free: " + ending.message());
            ending.problems().forEach(problem -> console.say("  " + problem));
            // Not at once: this node is free, and would take it again before any other.
            stopping.pause(FIRST.multipliedBy(10));
            return false;
        }
    }

    private String insist(String what, Step step) throws IOException {
        Duration wait = FIRST;
        for (int turn = 1; ; turn++) {
            try {
                return step.take();
            } catch (BrokenOff e) {
                throw e;
            } catch (IOException | Stop e) {
                if (turn == TURNS || stopping.isAsked()) {
                    throw e;
                }
                // Another node writes the log: that is nothing that anybody has to know of.
                if (!Timed.isBusy(e)) {
                    console.alarm(clock.instant() + " " + what + " could not be carried out: "
                            + Ending.of(e).message() + " It is tried again in " + wait.toSeconds() + " s.");
                }
                stopping.pause(wait);
                wait = wait.multipliedBy(3);
            }
        }
    }
}
