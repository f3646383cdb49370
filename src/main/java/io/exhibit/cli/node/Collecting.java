package io.exhibit.cli.node;

import io.exhibit.cli.runs.Absence;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.terminal.JsonWords;
import io.exhibit.cli.wiring.Timed;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.CatchUp;
import io.exhibit.run.MissedRuns;
import io.exhibit.run.Observer;
import io.exhibit.run.RunClock;
import io.exhibit.run.RunFigures;
import io.exhibit.run.Work;
import io.exhibit.schedule.Cron;
import io.exhibit.schedule.Paused;
import io.exhibit.schedule.Task;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultGlance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The collections of a node: those that are due, and what becomes of those that were. What was made is read from the log each
 * time, so that nothing is made twice, whoever asks twice.
 */
public final class Collecting {

    private final Wiring wiring;
    private final RunClock clock;
    private final BooleanSupplier stopping;
    private final Observer observer;
    private final Making making;

    /** Makes one collection. */
    @FunctionalInterface
    public interface Way {
        CollectCommand.Collected collect(Night night) throws IOException;
    }

    /** Sees to it that a collection is made, by this node or by several. */
    interface Making {

        /** Whether one is being made: what is owed is known when it is over. */
        boolean isUnderWay() throws IOException;

        /** Returns what there is to say. */
        String make(Night night) throws IOException;
    }

    Collecting(Wiring wiring, RunClock clock, BooleanSupplier stopping, Observer observer, Making making) {
        this.wiring = wiring;
        this.clock = clock;
        this.stopping = stopping;
        this.observer = observer;
        this.making = making;
    }

    /** By this node alone, which makes one after the other. */
    public static Making alone(Way way, InstantSource clock, Observer observer) {
        Way timed = night -> new Timed(observer, clock)
                .of(
                        Work.COLLECT,
                        () -> way.collect(night),
                        made -> RunFigures.of(made.run()).succeeded());
        return new Making() {
            @Override
            public boolean isUnderWay() {
                return false;
            }

            @Override
            public String make(Night night) throws IOException {
                return made(timed, night, observer);
            }
        };
    }

    /** Carries out what is due; says what came of it, or "" when that is in the log already. */
    String due(Instant due) throws IOException {
        if (wiring.hasVault()) {
            try (Vault vault = wiring.vaultToRead()) {
                if (MissedRuns.isLogged(vault, due)) {
                    return "";
                }
            }
        }
        Optional<Paused> paused = wiring.state().paused(Task.COLLECT, due);
        if (paused.isPresent()) {
            missed(due.plusMillis(1));
            return "The collection of " + due + " is left out: " + paused.get().words() + ".";
        }
        return making.make(new Night(due, "", stopping));
    }

    /** Carries out what somebody asked for; "" when the log has it. */
    String asked(RunRequest request) throws IOException {
        if (wiring.hasVault()) {
            try (Vault vault = wiring.vaultToRead()) {
                if (MissedRuns.isLogged(vault, request.at())) {
                    return "";
                }
            }
        }
        return making.make(new Night(request.at(), request.occasion(), stopping));
    }

    /** When the newest run of the log came to its end, whoever made it, if it has evidence: what failed before then is made good. */
    Optional<Instant> madeGood() throws IOException {
        if (!wiring.hasVault()) {
            return Optional.empty();
        }
        try (Vault vault = wiring.vaultToRead()) {
            return LastCollection.newest(vault)
                    .filter(run -> RunFigures.of(run).succeeded())
                    .map(RunRecord::finished);
        }
    }

    /** Logs what was missed, and makes one collection at once when one is owed; "" when nothing is. */
    String owed() throws IOException {
        if (!wiring.hasVault() || making.isUnderWay()) {
            return "";
        }
        Instant now = clock.instant();
        List<Instant> unlogged;
        Optional<Instant> owed;
        try (Vault vault = wiring.vaultToRead()) {
            List<Paused> pauses = wiring.state().pauses().stream()
                    .filter(pause -> pause.task() == Task.COLLECT)
                    .toList();
            unlogged = MissedRuns.unlogged(vault, schedule(), now.minus(CatchUp.LATE));
            Optional<Instant> open = brokenOff(vault, now);
            if (pauses.stream().anyMatch(Paused::isOn)) {
                owed = Optional.empty();
            } else if (open.isPresent()) {
                owed = open;
            } else {
                owed = CatchUp.owed(
                        vault,
                        schedule(),
                        schedule().zone(),
                        now,
                        due -> pauses.stream().anyMatch(pause -> pause.covers(due)));
            }
        }
        if (owed.isPresent()) {
            return making.make(new Night(now.truncatedTo(ChronoUnit.SECONDS), CatchUp.words(owed.get()), stopping));
        }
        return unlogged.isEmpty() ? "" : missed(now.minus(CatchUp.LATE));
    }

    /**
     * A run that was due, began and was broken off, and can go on: before anything else, whatever else was made on that day. The first run
     * of all is made up for later too: no log tells that it was due.
     */
    private Optional<Instant> brokenOff(Vault vault, Instant now) throws IOException {
        Optional<Path> folder = wiring.settings().vault().folder();
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        VaultGlance glance = VaultGlance.at(folder.get());
        return glance.unfinished().stream()
                .flatMap(id -> RunTime.of(id).stream())
                .filter(due -> !schedule().between(due, due.plusMillis(1)).isEmpty())
                .filter(due -> !MissedRuns.isLogged(vault, due))
                .filter(due -> glance.checkpoint().size() == 0 || now.isBefore(due.plus(CatchUp.GOES_ON)))
                .findFirst();
    }

    private String missed(Instant until) throws IOException {
        if (!wiring.hasVault()) {
            return "";
        }
        try (Vault vault = wiring.vaultToWrite(clock)) {
            int missed = MissedRuns.seal(vault, schedule(), until, Absence.of(wiring.state(), vault, clock.instant()))
                    .size();
            observer.missed(missed);
            return missed == 0 ? "" : "Collections that were missed, and are logged as that: " + missed + ".";
        }
    }

    /** What was broken off before goes on first; the run that was asked for follows it. */
    private static String made(Way way, Night night, Observer observer) throws IOException {
        RunRecord first = collected(way, night, observer);
        RunRecord run = first.due().equals(night.due()) || !night.occasion().isEmpty()
                ? first
                : collected(way, night, observer);
        return (first == run ? "" : said(first) + " ") + said(run);
    }

    private static RunRecord collected(Way way, Night night, Observer observer) throws IOException {
        CollectCommand.Collected collected = way.collect(night);
        observer.collected(RunFigures.of(collected.run()));
        observer.missed(collected.missed());
        observer.throttled(collected.throttled());
        return collected.run();
    }

    static String said(RunRecord run) {
        return "Run " + run.id() + ": " + JsonWords.lower(run.outcome())
                + (run.reason().isEmpty() ? "" : ", " + run.reason())
                + (run.outcome() == Outcome.GAPS ? "; exhibit assess tells which tests they touch." : ".");
    }

    private Cron schedule() {
        return wiring.settings().schedule().collect();
    }
}
