package io.exhibit.cli.runs;

import io.exhibit.aws.AwsClients;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.evidence.Gap;
import io.exhibit.run.Preflight;
import io.exhibit.run.Reliance;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says before the first run what will be blind. */
@Command(
        name = "preflight",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks AWS a little of everything in every account and region: of every list the first page, of every item's",
            "details the first few. Says what brings no answer, which tests and paragraphs that touches, and what to add to",
            "the role's policy. Keeps nothing.",
            "",
            "Exit code 3 when something is blind."
        },
        footer = {"", "Example:  exhibit preflight --settings exhibit.yaml"})
public final class PreflightCommand implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(names = "--json", description = "Print what is blind as JSON.")
    private boolean json;

    private final Console console;

    PreflightCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring wiring = new Wiring(given.settings(), console);
        Book book = wiring.book();
        SystemClock clock = new SystemClock();
        try (AwsClients clients = wiring.clients(clock, Pauses::real)) {
            Preflight.View view = wiring.preflight(clients, clock).look();
            if (view.refused().isPresent()) {
                Gap gap = view.refused().get();
                throw CollectCommand.refused(
                        "Nothing could be asked", gap.cause().words() + ": " + gap.message(), ".");
            }
            LocalDate today = LocalDate.ofInstant(
                    clock.instant(), wiring.settings().schedule().zone());
            PreflightReport report = new PreflightReport(view, book.scope().on(today), new Reliance(book));
            if (json) {
                console.raw(report.json());
            } else {
                report.lines().forEach(console::result);
            }
            return report.blind() ? ExitCode.GAPS : ExitCode.DONE;
        }
    }
}
