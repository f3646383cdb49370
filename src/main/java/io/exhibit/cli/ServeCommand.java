package io.exhibit.cli;

import io.exhibit.evidence.RunRecord;
import io.exhibit.run.PackRun;
import io.exhibit.run.RunClock;
import io.exhibit.run.Runs;
import io.exhibit.schedule.Timetable;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs by the calendar, until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Collects every day and binds a pack every month, when the settings' schedule says so.",
            "",
            "What goes wrong is logged in the vault and said here; the schedule goes on. Stop it with Ctrl-C or SIGTERM:",
            "what runs comes to its end first."
        },
        footer = {"", "Example:  exhibit serve --settings /etc/exhibit/exhibit.yaml"})
final class ServeCommand implements Callable<Integer>, Runs {

    @Mixin
    private Given given = new Given();

    private final Console console;
    private final RunClock clock = new SystemClock();
    private Wiring wiring;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        wiring = new Wiring(given.settings(), console);
        wiring.book();
        Settings.Schedule schedule = wiring.settings().schedule();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            await(ended);
        }));
        try (Timetable timetable = new Timetable(schedule.collect(), schedule.pack(), this)) {
            timetable.start();
            console.say("Next collection " + timetable.next("collect").orElseThrow() + ", next pack "
                    + timetable.next("pack").orElseThrow() + ".");
            stopped.await();
            console.say("Stopping; what runs comes to its end.");
        } finally {
            ended.countDown();
        }
        return ExitCode.DONE;
    }

    @Override
    public void collect(Instant due) {
        told("The collection of " + due, () -> {
            RunRecord run = CollectCommand.collect(wiring, clock, due);
            return "Run " + run.id() + ": " + Words.lower(run.outcome())
                    + (run.reason().isEmpty() ? "" : ", " + run.reason());
        });
    }

    @Override
    public void pack(YearMonth month) {
        told("The pack of " + month, () -> {
            PackRun.Bound bound = PackCommand.bind(wiring, month, clock);
            return "Pack: " + bound.file();
        });
    }

    /** A run that fails must not stop the ones after it; it is said with its reason. */
    private void told(String what, Callable<String> work) {
        try {
            console.say(clock.instant() + " " + work.call());
        } catch (Exception e) {
            Ending ending = Ending.of(e);
            console.alarm(clock.instant() + " " + what + " could not be carried out: " + ending.message());
            ending.problems().forEach(problem -> console.say("  " + problem));
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
