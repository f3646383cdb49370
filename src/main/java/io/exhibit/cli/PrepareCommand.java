package io.exhibit.cli;

import io.exhibit.cli.node.Announcement;
import io.exhibit.cli.node.Monitoring;
import io.exhibit.cli.node.Stopping;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Folders;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.run.RunClock;
import io.exhibit.run.Runs;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.schedule.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Asks a simulated organization, so that the JVM's archive of loaded classes, which the start script has written when this ends,
 * holds what later commands need. All that a run needs has two hundred megabytes, most of them models of the SDK; the script
 * itself only wants what every start needs, as far as the first call to AWS.
 */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes later commands start faster, once for each build.",
            "",
            "Collects a simulated organization and keeps the classes that this loaded, ready for use, beside the jar: half a",
            "minute and 200 MB on disk, and every later collect has four seconds of work less. Nothing else changes."
        },
        footer = {"", "Example:  exhibit prepare"})
final class PrepareCommand implements Callable<Integer> {

    @Option(names = "--start", hidden = true, description = "Only what every command needs.")
    private boolean start;

    private final Console console;

    PrepareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("exhibit-prepare");
        // By the SDK's own chain of credentials, a tenth of a second of classes; with keys that end it before it asks
        // around.
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBusy(!start))) {
            Path settings = folder.resolve("exhibit.yaml");
            Files.write(settings, settings(sandbox));
            int code = Main.run(console, start ? "doctor" : "collect", "--settings", settings.toString());
            serving(new Wiring(SettingsReader.read(settings), console));
            // The regions and accounts that are left out are gaps, and what the doctor says of this machine does not
            // matter.
            return start || code == ExitCode.GAPS ? ExitCode.DONE : code;
        } finally {
            Folders.delete(folder);
        }
    }

    /** What a node loads beside its runs. */
    private void serving(Wiring wiring) throws IOException {
        RunClock clock = new SystemClock();
        Monitoring monitoring = new Monitoring(wiring, clock, console);
        Runs runs = new Unattended(
                wiring, clock, Stopping.never(pause -> false), List.of(), console, monitoring.observer());
        try (monitoring;
                Timetable timetable = new Timetable(wiring.settings().schedule().crons(), runs, clock.instant())) {
            timetable.start();
            new Announcement(wiring, timetable).print(console);
        }
    }

    private List<String> settings(Sandbox sandbox) {
        List<String> lines = new ArrayList<>(
                List.of("monitor: {listen: none}", "aws:", "  endpoint: " + sandbox.endpoint(), "  region: us-east-1"));
        if (!start) {
            // The organization's own account, and one behind a role.
            lines.addAll(List.of("  regions: [us-east-1]", "  accounts: ['111122223333', '333344445555']"));
        }
        return lines;
    }
}
