package io.exhibit.cli.serve;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Said;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.schedule.Task;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a job from being carried out. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Pauses a job until it is resumed, also across restarts; a node that runs sees it with the next thing that is due.",
            "",
            "A collection that was due meanwhile is logged as missed, with the name and the reason, which packs print. It is not",
            "made up for. Packs that were due meanwhile are bound when the job is resumed. What runs already comes to its end."
        },
        footer = {"", "Example:  exhibit schedule pause collect --as 'Jane Roe, Lead' --reason 'The organization moves'"
        })
final class SchedulePause implements Callable<Integer> {

    static final int LONGEST = 500;

    @Mixin
    private Given given = new Given();

    @Parameters(paramLabel = "JOB", description = "collect or pack.")
    private String job;

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "Who pauses it.")
    private String name;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; packs print it.")
    private String reason;

    private final Console console;

    SchedulePause(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Task task = ScheduleCommand.job(job);
        if (task == Task.LOOK) {
            throw new Stop(
                    ExitCode.USAGE,
                    "The look cannot be paused: it is what logs that others are. Pause collect or pack.");
        }
        Said.line("--as", name, LONGEST);
        Said.line("--reason", reason, LONGEST);
        Wiring wiring = new Wiring(given.settings(), console);
        Instant now = new SystemClock().instant();
        try {
            wiring.state().pause(task, now, name.strip(), reason.strip().replaceFirst("\\.$", ""));
        } catch (IllegalStateException already) {
            throw new Stop(ExitCode.USAGE, already.getMessage() + ". Resume it first to change that.");
        }
        console.result("Paused: " + task.word() + ", from " + now + " on. Resume it with: exhibit schedule resume "
                + task.word() + " --as NAME");
        return ExitCode.DONE;
    }
}
