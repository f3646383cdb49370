package io.exhibit.cli.runs;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsLandscape;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.CollectingSign;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.collect.Pause;
import io.exhibit.control.Book;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.AssessRun;
import io.exhibit.run.MissedRuns;
import io.exhibit.run.Reliance;
import io.exhibit.run.RunClock;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One run by hand. */
@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Collects every source of every account and region once, seals what came back, and judges it.",
            "",
            "Credentials come from the AWS SDK's default chain. What could not be read is sealed as a gap with its"
                    + " cause;",
            "then the exit code is 3."
        },
        footer = {"", "Example:  exhibit collect --settings exhibit.yaml --json"})
public final class CollectCommand implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(names = "--json", description = "Print one line for every source and unit, as JSON.")
    private boolean json;

    private final Console console;

    CollectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring wiring = new Wiring(given.settings(), console);
        if (wiring.settings().serving().cluster().isPresent()) {
            throw new Stop(
                    ExitCode.USAGE,
                    "Several nodes collect into this vault (cluster of the settings), and they share each night. Let one of"
                            + " them make it: exhibit schedule run collect");
        }
        RunClock clock = new SystemClock();
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Collected collected = collect(wiring, clock, Night.byHand(due));
        RunRecord run = collected.run();
        if (json) {
            console.raw(CollectJson.of(run));
        } else if (!run.units().isEmpty()) {
            Book book = collected.book();
            LocalDate day =
                    LocalDate.ofInstant(run.due(), wiring.settings().schedule().zone());
            new CollectSummary(run, book.scope().on(day), wiring.catalog().sources(), new Reliance(book))
                    .print(console);
        }
        return switch (run.outcome()) {
            case COMPLETE -> ExitCode.DONE;
            case GAPS -> ExitCode.GAPS;
            case FAILED, MISSED -> throw failed(run);
        };
    }

    /**
     * A run, and the book that it was judged by.
     *
     * @param missed how many earlier ones were found to be missing, and were logged as missed
     * @param throttled requests that AWS asked to slow down and that were made once more
     */
    public record Collected(RunRecord run, Book book, int missed, long throttled) {}

    /** Collects with the credentials of the surroundings, judges and seals; what was missed before is logged as missed first. */
    public static Collected collect(Wiring wiring, RunClock clock, Night night) throws IOException {
        String endpoint = wiring.settings().endpointName();
        try (AwsClients clients = wiring.clients(clock, Pauses::real)) {
            // A cold JVM needs most of a second for its first call. While AWS answers it, the book is read.
            clients.open();
            CompletableFuture<?> firstCall = CompletableFuture.runAsync(() -> new AwsLandscape(clients).enter());
            Book book = wiring.book();
            firstCall.join();
            return collect(wiring, clients, clock, Pauses::real, night, book, endpoint);
        }
    }

    /** The same with clients and a book that somebody has already; the vault is held until the night is judged. */
    public static Collected collect(
            Wiring wiring, AwsClients clients, RunClock clock, Pause pause, Night night, Book book, String endpoint)
            throws IOException {
        try (Vault vault = wiring.vaultToWrite(clock)) {
            wiring.noteLog();
            Function<Instant, String> why = Absence.of(wiring.state(), vault, clock.instant());
            int missed = MissedRuns.seal(vault, wiring.settings().schedule().collect(), night.due(), why)
                    .size();
            RunRecord run = wiring.collectRun(
                            vault, wiring.asking(clients, pause, endpoint), clock, book, night.stopping())
                    .collect(night.due(), night.occasion());
            AssessRun assess = wiring.assessRun(vault, book);
            if (!run.units().isEmpty()) {
                assess.seal(run);
            }
            // Not before: evidence of an earlier day that cannot be judged must not cost this one.
            assess.sealUnjudged();
            return new Collected(run, book, missed, clients.throttled());
        } finally {
            CollectingSign.end(wiring.settings().serving().state());
        }
    }

    /** A run that could not begin is in the log; the person at the command line is told what to do. */
    public static Stop failed(RunRecord run) {
        return refused("The run could not begin", run.reason(), "; the failed run is logged.");
    }

    /** Nobody could be asked: the network, or the credentials. */
    public static Stop refused(String what, String why, String ending) {
        String reason = why.replaceFirst("\\.$", "");
        boolean reached = Stream.of(Cause.values())
                .filter(cause -> cause == Cause.CREDENTIALS || cause.isDenial())
                .anyMatch(cause -> reason.startsWith(cause.words()));
        String check = reached
                ? "Check the credentials of the AWS SDK's default chain (environment, profile, role)"
                : "Check the network and the endpoint";
        return new Stop(
                reached ? ExitCode.NO_CREDENTIALS : ExitCode.UNREACHABLE, what + ": " + reason + ". " + check + ending);
    }
}
