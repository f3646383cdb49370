package io.exhibit.cli.serve;

import io.exhibit.cli.node.Announcement;
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

/** Lets a job go on that was paused. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lets a job go on that was paused.",
            "",
            "The next collection is the next one that is due; for one at once, exhibit schedule run collect. Packs that were due",
            "meanwhile are bound within the hour by a node that runs."
        },
        footer = {"", "Example:  exhibit schedule resume collect --as 'Jane Roe, Lead'"})
final class ScheduleResume implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Parameters(paramLabel = "JOB", description = "collect or pack.")
    private String job;

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "Who resumes it.")
    private String name;

    private final Console console;

    ScheduleResume(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Task task = ScheduleCommand.job(job);
        Said.line("--as", name, SchedulePause.LONGEST);
        Wiring wiring = new Wiring(given.settings(), console);
        Instant now = new SystemClock().instant();
        try {
            wiring.state().resume(task, now, name.strip());
        } catch (IllegalStateException on) {
            throw new Stop(ExitCode.USAGE, on.getMessage() + ". See: exhibit schedule list");
        }
        String next = wiring.settings()
                .schedule()
                .crons()
                .get(task)
                .next(now)
                .map(at -> Announcement.both(at, wiring.settings().schedule().zone()))
                .orElse("never again by this schedule");
        console.result("Resumed: " + task.word() + ". It is due next " + next + ".");
        return ExitCode.DONE;
    }
}
