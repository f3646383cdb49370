package io.exhibit.cli.demo;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.DemoMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole job on the simulated organization. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Collects a simulated AWS organization on every night of October 2026, judges each day, and binds the month's",
            "evidence pack, by the same code that runs against AWS. Nothing leaves this machine. The last line says where",
            "the pack is."
        },
        footer = {"", "Example:  exhibit demo --out /tmp/demo"})
public final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where vault, packs and keys are left (default: exhibit-demo). An earlier demo there is replaced.",
            defaultValue = "exhibit-demo")
    private Path out;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Only the first N days (default: 31).",
            defaultValue = "31")
    private int days;

    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > DemoMonth.nights().size()) {
            throw new Stop(
                    ExitCode.USAGE,
                    "--days lies between 1 and " + DemoMonth.nights().size() + ", not " + days + ".");
        }
        PackRun.Bound pack = new Demo(out.toAbsolutePath().normalize(), console).run(days);
        pack.zip().ifPresent(zip -> console.say("With all that it rests on: " + zip));
        console.result("Pack: " + pack.file());
        return ExitCode.DONE;
    }
}
