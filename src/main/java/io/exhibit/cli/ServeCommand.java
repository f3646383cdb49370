package io.exhibit.cli;

import io.exhibit.run.RunClock;
import io.exhibit.schedule.Task;
import io.exhibit.schedule.Timetable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs by the calendar, until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Collects every day and binds a pack every month, when the settings' schedule says so. At its start and"
                    + " after",
            "each collection it binds every pack that was due and is not in the log yet.",
            "",
            "What goes wrong is logged in the vault and said here; the schedule goes on. Stop it with Ctrl-C or"
                    + " SIGTERM:",
            "what runs comes to its end first."
        },
        footer = {"", "Example:  exhibit serve --settings /etc/exhibit/exhibit.yaml"})
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
        Settings.Schedule schedule = wiring.settings().schedule();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            await(ended);
        }));
        RunClock clock = new SystemClock();
        Instant started = clock.instant();
        Monitoring monitoring = new Monitoring(wiring, clock, console);
        Unattended runs = new Unattended(
                wiring, clock, pause -> !within(stopped, pause), chores(wiring, clock), console, monitoring.observer());
        try (Timetable timetable = new Timetable(schedule.crons(), runs, started);
                monitoring) {
            monitoring.listen(timetable::isRunning);
            timetable.start();
            monitoring.recall();
            console.say("Next collection " + next(timetable, Task.COLLECT) + ", next pack " + next(timetable, Task.PACK)
                    + "; what is owed is looked for now and every hour.");
            runs.look(started);
            stopped.await();
            console.say("Stopping; what runs comes to its end.");
        } finally {
            ended.countDown();
        }
        return ExitCode.DONE;
    }

    /** What each look carries out beside the runs. */
    private static List<Chore> chores(Wiring wiring, RunClock clock) {
        return List.of();
    }

    private static String next(Timetable timetable, Task task) {
        return timetable.next(task).map(Instant::toString).orElse("never again");
    }

    /** Whether it was stopped while waiting. */
    private static boolean within(CountDownLatch stopped, Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
