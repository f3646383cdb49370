package io.exhibit.cli.bench;

import io.exhibit.cli.book.PreviewReport;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ConsoleProgress;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.run.PreviewRun;
import io.exhibit.run.PreviewRun.Month;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Previews an edited threshold over stored months of the demo organization. The months before its own are lived through in the same way, so that
 * every night is sealed and judged; only the preview is measured.
 */
final class PreviewBench {

    private static final String EDIT = "\naccess_key_max_age_days: {value: 60, policy: a bench}\n";

    private final Path folder;
    private final int months;
    private final Console console;

    PreviewBench(Path folder, int months, Console console) {
        this.folder = folder;
        this.months = months;
        this.console = console;
    }

    void run() throws IOException {
        Path own = folder.resolve("organization");
        DemoBook.write(own, SandboxOptions.defaults());
        Settings settings = SettingsReader.read(
                Files.writeString(folder.resolve("exhibit.yaml"), "vault: vault\norganization: organization\n"));
        LocalDate first = DemoMonth.MONTH.minusMonths(months - 1L).atDay(1);
        BenchNights.live(settings, first, DemoMonth.MONTH.atEndOfMonth(), console);
        Book before = new Wiring(settings, console).book();
        Path parameters = own.resolve("parameters.yaml");
        String kept = Files.readString(parameters).replaceAll("(?m)^access_key_max_age_days:.*$", "");
        Files.writeString(parameters, kept + EDIT, StandardOpenOption.TRUNCATE_EXISTING);
        Wiring edited = new Wiring(settings, console);
        Book after = edited.book();
        preview(edited, before, after, 1);
        preview(edited, before, after, months);
    }

    private void preview(Wiring wiring, Book before, Book after, int last) throws IOException {
        long begin = System.nanoTime();
        long judged = 0;
        long changed = 0;
        PreviewReport report = new PreviewReport("the book before");
        Settings.Schedule schedule = wiring.settings().schedule();
        try (Vault vault = wiring.vaultToRead()) {
            PreviewRun preview = new PreviewRun(
                    vault,
                    wiring.catalog(),
                    schedule.collect(),
                    schedule.zone(),
                    before,
                    after,
                    new ConsoleProgress(console));
            List<YearMonth> stored = preview.months(last);
            for (YearMonth month : stored) {
                Month previewed =
                        preview.month(month, DemoMonth.runAt(month.plusMonths(1).atDay(1)));
                report.add(previewed);
                judged += previewed.judged();
            }
            changed = report.lines().size();
            console.result(BenchCommand.line(
                    "preview  %d months, an edited threshold: %.2f s, %d judgements made again, %d lines of changes",
                    stored.size(), (System.nanoTime() - begin) / 1e9, judged, changed));
        }
    }
}
