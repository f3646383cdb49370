package io.exhibit.cli.runs;

import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.AssessJson;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a sealed run again. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Judges a sealed run again, by the mappings as they are now. Needs the vault alone, no network; seals nothing."
        },
        footer = {"", "Example:  exhibit assess --run 2026-10-05T021500Z --json"})
public final class AssessCommand implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(names = "--run", paramLabel = "ID", description = "The run (default: the newest with evidence).")
    private String run;

    @Option(names = "--framework", paramLabel = "ID", description = "Folder name under mappings/frameworks.")
    private String framework;

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    private final Console console;

    AssessCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = given.settings();
        Wiring wiring = new Wiring(framework == null ? settings : settings.withFramework(framework), console);
        try (Vault vault = wiring.vaultToRead()) {
            RunRecord record = SealedRun.chosen(vault, run);
            PeriodAssessment day = wiring.assessRun(vault, wiring.book())
                    .day(record, settings.schedule().zone());
            if (json) {
                console.raw(AssessJson.of(record.id(), day));
            } else {
                console.result(
                        "Run " + record.id() + ", " + day.book().framework().title());
                for (ControlResult control : day.controls()) {
                    console.result("  " + control.control().citation() + "  " + control.conclusion());
                }
            }
        }
        return ExitCode.DONE;
    }
}
