package io.exhibit.cli.serve;

import io.exhibit.cli.desk.ConsoleNode;
import io.exhibit.cli.node.Announcement;
import io.exhibit.cli.node.ClusterCalendar;
import io.exhibit.cli.node.ClusterNode;
import io.exhibit.cli.node.Draining;
import io.exhibit.cli.node.Monitoring;
import io.exhibit.cli.node.Retaining;
import io.exhibit.cli.node.RunRequests;
import io.exhibit.cli.node.ServeLock;
import io.exhibit.cli.node.SoundBook;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.packs.Deliveries;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Host;
import io.exhibit.cli.terminal.QuietLibraries;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Chore;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.run.Observer;
import io.exhibit.run.RunClock;
import io.exhibit.run.Runs;
import io.exhibit.schedule.Timetable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
            "What goes wrong is logged in the vault and said here; the schedule goes on. One vault has one node, unless the"
                    + " settings have a cluster: then as many as are started share the work (exhibit nodes). With console.serve it has the pages for a browser too. Stop it",
            "with Ctrl-C or SIGTERM: what runs has 20 s to come to its end; a collection is then broken off, and the"
                    + " next",
            "start goes on with it. After 30 s the process has ended."
        },
        footer = {
            "",
            "Example:  exhibit serve --settings /etc/exhibit/exhibit.yaml",
            "See also: exhibit schedule next, exhibit schedule history"
        })
public final class ServeCommand implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        QuietLibraries.begin();
        Wiring wiring = new Wiring(given.settings(), console);
        // The book takes the longest; meanwhile the rest is set up. Nothing is ready before both are, unless this build
        // has found the very same book sound before.
        CompletableFuture<?> book = CompletableFuture.runAsync(wiring::book);
        Settings settings = wiring.settings();
        if (settings.serving().monitor().json()) {
            console.becomeStructured();
        }
        RunClock clock = new SystemClock();
        Instant started = clock.instant();
        Draining draining = new Draining();
        try {
            if (settings.serving().cluster().isPresent()) {
                serveAmong(wiring, clock, started, draining, book);
            } else {
                serveAlone(wiring, clock, started, draining, book);
            }
        } finally {
            draining.ended();
        }
        return ExitCode.DONE;
    }

    private void serveAlone(
            Wiring wiring, RunClock clock, Instant started, Draining draining, CompletableFuture<?> book)
            throws IOException, InterruptedException {
        ServeLock lock = ServeLock.take(wiring.settings(), Host.here(), started);
        try (lock) {
            wiring.state().pauses();
            draining.listen(console);
            Monitoring monitoring = new Monitoring(wiring, clock, console);
            Unattended runs = new Unattended(
                    wiring, clock, draining, all(wiring, clock, console, monitoring), console, monitoring.observer());
            Timetable timetable = new Timetable(wiring.settings().schedule().crons(), runs, started);
            RunRequests.listen(wiring.settings().serving().state(), runs, draining, console);
            serve(wiring, clock, draining, monitoring, timetable, runs, book);
        }
    }

    private void serveAmong(
            Wiring wiring, RunClock clock, Instant started, Draining draining, CompletableFuture<?> book)
            throws IOException, InterruptedException {
        try (ClusterNode node = ClusterNode.join(wiring, console, draining)) {
            wiring.among(node.cluster());
            draining.listen(console);
            Monitoring monitoring = new Monitoring(wiring, clock, console);
            ClusterCalendar calendar = ClusterCalendar.of(
                    wiring,
                    node.cluster(),
                    clock,
                    started,
                    draining,
                    all(wiring, clock, console, monitoring),
                    monitoring.observer(),
                    console);
            RunRequests.listen(wiring.settings().serving().state(), calendar.alone(), draining, console);
            serve(wiring, clock, draining, monitoring, calendar.timetable(), calendar.runs(), book);
        }
    }

    private void serve(
            Wiring wiring,
            RunClock clock,
            Draining draining,
            Monitoring monitoring,
            Timetable timetable,
            Runs runs,
            CompletableFuture<?> book)
            throws IOException, InterruptedException {
        try (timetable;
                monitoring) {
            SoundBook known = SoundBook.of(wiring.settings(), Wiring.buildDigest());
            if (!known.isKnown()) {
                sound(book);
                known.remember();
            }
            monitoring.listen(timetable::isRunning);
            timetable.start();
            monitoring.recall();
            if (!draining.isAsked()) {
                new Announcement(wiring, timetable).print(console);
                sound(book);
            }
            // What is owed may take an hour, in which people want to see how things stand.
            ConsoleNode node = ConsoleNode.begin(wiring.settings(), clock, console);
            try (node) {
                if (!draining.isAsked()) {
                    runs.look(clock.instant());
                }
                draining.awaitAsked();
            }
        }
        wiring.state().sign(clock.instant());
        console.say(clock.instant() + " Stopped.");
    }

    /** Waits for the book; what is wrong with it is told as if nobody had waited. */
    private static void sound(CompletableFuture<?> book) {
        try {
            book.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException wrong) {
                throw wrong;
            }
            throw e;
        }
    }

    /** What each look carries out beside the runs. */
    static List<Chore> chores(Wiring wiring, RunClock clock, Console console, Observer observer) {
        return List.of(new Deliveries(wiring, clock, console, observer), Retaining.of(wiring, clock, console));
    }

    /** What is wrong is looked for last, so that what the others mend or miss is told at once; by the node alone, which knows what it could not do. */
    private static List<Chore> all(Wiring wiring, RunClock clock, Console console, Monitoring monitoring) {
        List<Chore> all = new ArrayList<>(chores(wiring, clock, console, monitoring.observer()));
        all.add(monitoring.watching(wiring.settings().serving().state()));
        return all;
    }
}
