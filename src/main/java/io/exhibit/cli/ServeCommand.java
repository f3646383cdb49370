package io.exhibit.cli;

import io.exhibit.run.Observer;
import io.exhibit.run.RunClock;
import io.exhibit.schedule.Timetable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs by the calendar, until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Collects every day and binds a pack every month, when the settings' schedule says so. At its start and"
                    + " every",
            "hour it looks for what is owed: a collection that was due and did not begin is logged as missed, and one"
                    + " is",
            "made at once in the place of the last; every pack that was due and is not in the log is bound.",
            "",
            "What goes wrong is logged in the vault and said here; the schedule goes on. One vault has one node. Stop"
                    + " it",
            "with Ctrl-C or SIGTERM: what runs has 20 s to come to its end; a collection is then broken off, and the"
                    + " next",
            "start goes on with it. After 30 s the process has ended."
        },
        footer = {
            "",
            "Example:  exhibit serve --settings /etc/exhibit/exhibit.yaml",
            "See also: exhibit schedule next, exhibit schedule history"
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Wiring wiring = new Wiring(given.settings(), console);
        wiring.book();
        wiring.state().pauses();
        Settings settings = wiring.settings();
        RunClock clock = new SystemClock();
        Instant started = clock.instant();
        Draining draining = new Draining();
        ServeLock lock = ServeLock.take(settings, Nodes.here(), started);
        try {
            draining.listen(console);
            serve(wiring, clock, started, draining);
        } finally {
            lock.close();
            draining.ended();
        }
        return ExitCode.DONE;
    }

    private void serve(Wiring wiring, RunClock clock, Instant started, Draining draining)
            throws IOException, InterruptedException {
        Settings.Schedule schedule = wiring.settings().schedule();
        Monitoring monitoring = new Monitoring(wiring, clock, console);
        Unattended runs = new Unattended(
                wiring, clock, draining, all(wiring, clock, console, monitoring), console, monitoring.observer());
        try (Timetable timetable = new Timetable(schedule.crons(), runs, started);
                monitoring) {
            monitoring.listen(timetable::isRunning);
            timetable.start();
            monitoring.recall();
            new Announcement(wiring, timetable).print(console);
            runs.look(started);
            draining.awaitAsked();
            console.say(clock.instant() + " Stopping: nothing new begins, what runs has " + Draining.WHILE.toSeconds()
                    + " s to come to its end.");
        }
        wiring.state().sign(clock.instant());
        console.say(clock.instant() + " Stopped.");
    }

    /** What each look carries out beside the runs. */
    static List<Chore> chores(Wiring wiring, RunClock clock, Console console, Observer observer) {
        return List.of(new Deliveries(wiring, clock, console, observer));
    }

    /** What is wrong is looked for last, so that what the others mend or miss is told at once; by the node alone, which knows what it could not do. */
    private static List<Chore> all(Wiring wiring, RunClock clock, Console console, Monitoring monitoring) {
        List<Chore> all = new ArrayList<>(chores(wiring, clock, console, monitoring.observer()));
        all.add(monitoring.watching(wiring.settings().serving().state()));
        return all;
    }
}
