package io.exhibit.cli.book;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ConsoleProgress;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.run.PreviewRun;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what an edited book would have changed. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Judges stored months by the book as it is now, and says which paragraphs and tests would come out otherwise than by",
            "the book before, from what to what, with the items. Nothing is sealed and nothing is published.",
            "",
            "The book before is that of the newest pack, or the one that --against names. How the vault keeps its",
            "files (COL-04, COL-07) is looked at when a pack is bound, and not here."
        },
        footer = {"", "Example:  exhibit mappings preview --months 3"})
final class MappingsPreview implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "1",
            description = "The newest N months with judged nights (default: ${DEFAULT-VALUE}).")
    private int months;

    @Option(
            names = "--against",
            paramLabel = "PATH",
            description = "The book before: a pack, a mappings folder, or a folder with the organization's part alone.")
    private Path against;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    private final Console console;

    MappingsPreview(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (months < 1) {
            throw new Stop(ExitCode.USAGE, "--months is at least 1, not " + months + ".");
        }
        Wiring wiring = new Wiring(given.settings(), console);
        Book after = wiring.book();
        NamedBook before = before(wiring);
        Settings.Schedule schedule = wiring.settings().schedule();
        PreviewReport report = new PreviewReport(before.name());
        try (Vault vault = wiring.vaultToRead()) {
            PreviewRun preview = new PreviewRun(
                    vault,
                    wiring.catalog(),
                    schedule.collect(),
                    schedule.zone(),
                    before.book(),
                    after,
                    new ConsoleProgress(console));
            List<YearMonth> stored = preview.months(months);
            if (stored.isEmpty()) {
                throw new Stop(ExitCode.MISSING, "No night of the vault was judged yet. Run: exhibit collect");
            }
            Instant now = new SystemClock().instant();
            for (YearMonth month : stored) {
                report.add(preview.month(month, now));
            }
        }
        if (json) {
            console.raw(report.json());
        } else {
            report.lines().forEach(console::result);
        }
        return ExitCode.DONE;
    }

    private NamedBook before(Wiring wiring) throws IOException {
        return NamedBook.at(
                against != null
                        ? against
                        : newestPack(wiring.settings())
                                .orElseThrow(() -> new Stop(
                                        ExitCode.MISSING,
                                        "There is no pack in "
                                                + wiring.settings().pack().folder()
                                                + " whose book this one could be held against. Name the mappings as they"
                                                + " were: --against PATH")),
                wiring);
    }

    private static Optional<Path> newestPack(Settings settings) throws IOException {
        if (!Files.isDirectory(settings.pack().folder())) {
            return Optional.empty();
        }
        String name = Pattern.quote(settings.series()) + "[0-9]{4}-[0-9]{2}\\.zip";
        try (Stream<Path> files = Files.list(settings.pack().folder())) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .max(Comparator.naturalOrder());
        }
    }
}
