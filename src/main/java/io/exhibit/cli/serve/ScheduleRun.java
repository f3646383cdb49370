package io.exhibit.cli.serve;

import io.exhibit.cli.node.ServeLock;
import io.exhibit.cli.node.Stopping;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.JsonWords;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.Observer;
import io.exhibit.run.RunClock;
import io.exhibit.schedule.Paused;
import io.exhibit.schedule.Task;
import io.exhibit.schedule.Timetable;
import io.exhibit.schedule.cluster.ClusterStore;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Carries out a job now. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Carries out a job now, in this process, also when it is paused.",
            "",
            "  collect  a run of this moment, as by exhibit collect; it counts for a day whose collection was missed",
            "  pack     every pack that was due and is not in the log",
            "  look     what a node does every hour: logs what was missed, makes good what is owed",
            "",
            "While a node serves the vault, it goes on: whichever of both writes the vault first, the node waits for this"
                    + " one, and",
            "this one ends with 75, to be tried again. What it made is in the log, and the node does not make it once more."
        },
        footer = {"", "Example:  exhibit schedule run pack"})
final class ScheduleRun implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Parameters(paramLabel = "JOB", description = "collect, pack or look.")
    private String job;

    private final Console console;

    ScheduleRun(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Task task = ScheduleCommand.job(job);
        Wiring wiring = new Wiring(given.settings(), console);
        RunClock clock = new SystemClock();
        if (wiring.settings().serving().cluster().isPresent()) {
            return handOver(wiring, task, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
        Optional<String> node = ServeLock.holder(wiring.settings());
        node.ifPresent(holder -> console.say("The vault is served by " + holder
                + ", which goes on; this is done here, and they take turns at the vault."));
        Optional<Paused> paused = ScheduleCommand.paused(wiring, task);
        paused.ifPresent(pause -> console.say(
                "The job is " + pause.words() + ". It is carried out once because you ask, and stays paused."));
        return switch (task) {
            case COLLECT -> collect(wiring, clock);
            case PACK -> pack(wiring, clock);
            case LOOK -> look(wiring, clock);
        };
    }

    /** Where nodes share the work, one of them does it. */
    private int handOver(Wiring wiring, Task task, Instant due) throws IOException {
        Cluster nodes = wiring.cluster();
        Properties store = ClusterStore.settings(nodes.database(), nodes.name(), 1);
        try (nodes;
                Timetable calendar = Timetable.toHandOut(store)) {
            if (!calendar.handOut(task, due)) {
                throw new Stop(ExitCode.MISSING, "No node has set the calendar up yet. Start one first: exhibit serve");
            }
        }
        console.result("Handed to the nodes: " + task.word() + ", as of " + due
                + ". To see who does it: exhibit nodes; what became of it: exhibit schedule history");
        return ExitCode.DONE;
    }

    private int collect(Wiring wiring, RunClock clock) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        RunRecord run = CollectCommand.collect(wiring, clock, Night.byHand(now)).run();
        console.result("Run " + run.id() + ": " + JsonWords.lower(run.outcome())
                + (run.reason().isEmpty() ? "" : ", " + run.reason()));
        return switch (run.outcome()) {
            case COMPLETE -> ExitCode.DONE;
            case GAPS -> ExitCode.GAPS;
            case FAILED, MISSED -> throw CollectCommand.failed(run);
        };
    }

    private int pack(Wiring wiring, RunClock clock) throws IOException {
        List<YearMonth> owed = Unattended.owed(wiring, clock.instant());
        for (YearMonth month : owed) {
            console.result(PackCommand.told(wiring.settings().packName(month), PackCommand.bind(wiring, month, clock)));
        }
        if (owed.isEmpty()) {
            console.say("No pack is owed: each that was due is in the log.");
        }
        return ExitCode.DONE;
    }

    private int look(Wiring wiring, RunClock clock) {
        new Unattended(
                        wiring,
                        clock,
                        Stopping.never(pause -> false),
                        ServeCommand.chores(wiring, clock, console, Observer.NONE),
                        console,
                        Observer.NONE)
                .look(clock.instant());
        return ExitCode.DONE;
    }
}
