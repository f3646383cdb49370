package io.exhibit.cli.verify;

import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.cli.wiring.PackBook;
import io.exhibit.control.Book;
import io.exhibit.evaluate.CompiledBook;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evidence.Catalog;
import io.exhibit.read.CatalogFile;
import io.exhibit.run.AssessRun;
import io.exhibit.run.ChangesJson;
import io.exhibit.run.KeepingJson;
import io.exhibit.run.PackFiles;
import io.exhibit.run.Progress;
import io.exhibit.run.VerifyRun;
import io.exhibit.schedule.Cron;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.SealedBook;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Store;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What {@code verify --deep} adds: everything is read again down to the raw answers, and judged again by the book that the pack
 * carries, with this program. The steps are handed out as they end, because they take minutes.
 */
final class DeepCheck {

    private static final String NO_BOOK =
            "A vault does not hold the book that it was judged by. Its packs do: verify --deep PACK.";

    private final Progress progress;
    private final Consumer<Step> each;
    private final Catalog catalog = CatalogFile.load();

    DeepCheck(Progress progress, Consumer<Step> each) {
        this.progress = progress;
        this.each = each;
    }

    /** @param store as the other steps read it */
    void vault(Store store) {
        whileReadable(Name.PAYLOADS, () -> {
            Vault vault = LoggedVault.over(store);
            each.accept(new VerifyRun(vault, vault.runIds(), "", Set.of(), progress).payloads());
            each.accept(Step.notChecked(Name.VERDICTS, NO_BOOK));
            each.accept(Step.notChecked(Name.MONTH, NO_BOOK));
            each.accept(Step.notChecked(Name.CHANGES, NO_BOOK));
        });
    }

    /** @param held a folder with raw answers that stayed with the entity */
    void pack(Path zip, Optional<Path> held) {
        whileReadable(Name.PAYLOADS, () -> {
            try (PackVault pack = PackVault.open(zip, held)) {
                if (MaskedMonth.lacksRecords(pack)) {
                    Name.DEEP.forEach(step -> each.accept(Step.notChecked(step, MaskedMonth.RECORDS)));
                    return;
                }
                Statement.Meaning meaning = pack.meaning();
                VerifyRun verify =
                        new VerifyRun(pack, meaning.carried(), meaning.baseline(), runs(pack.missing()), progress);
                each.accept(verify.payloads());
                whileReadable(Name.VERDICTS, () -> judge(pack, meaning, verify, held));
            }
        });
    }

    private static Set<String> runs(List<Statement.LeftOut> files) {
        return files.stream().map(file -> file.file().split("/")[1]).collect(Collectors.toSet());
    }

    private void judge(PackVault pack, Statement.Meaning meaning, VerifyRun verify, Optional<Path> held)
            throws IOException {
        Map<String, byte[]> files = PackFiles.original(MaskedMonth.book(pack, held));
        CompiledBook compiled = PackBook.read(files, catalog);
        Book book = compiled.book();
        Evaluator evaluator = new Evaluator(compiled, catalog, ZoneId.of(meaning.zone()));
        verdicts(pack, meaning, verify, new AssessRun(pack, catalog, evaluator, book));
        whileReadable(Name.MONTH, () -> {
            Period period = new Period(
                    LocalDate.parse(meaning.first()), LocalDate.parse(meaning.last()), ZoneId.of(meaning.zone()));
            Cron due = new Cron(meaning.schedule(), period.zone());
            List<Keeping> keepings = KeepingJson.read(new String(pack.file("keeping.json"), StandardCharsets.UTF_8));
            PeriodAssessment again = verify.month(period, due, meaning.issued(), keepings, evaluator, book);
            byte[] sealed = pack.file("assessment.json");
            each.accept(
                    pack.profile().masks()
                            ? MaskedMonth.step(pack, sealed, again)
                            : DeepMonth.step(pack, sealed, again, catalog.sources()));
            whileReadable(Name.CHANGES, () -> each.accept(changes(pack, meaning, verify, again)));
        });
    }

    /** The log holds the books of the nights: of another framework, or of before a change. */
    private void verdicts(PackVault pack, Statement.Meaning meaning, VerifyRun verify, AssessRun own)
            throws IOException {
        Map<String, AssessRun> books = new TreeMap<>();
        // A masked pack carries no book of the log: they name people.
        List<SealedBook> logged = pack.profile().masks() ? List.of() : pack.books(meaning.carried());
        for (SealedBook sealed : logged) {
            if (sealed.digest().equals(own.book().digest())) {
                continue;
            }
            PackBook.judging(sealed.content(), catalog)
                    .filter(other -> other.book().digest().equals(sealed.digest()))
                    .ifPresent(other -> books.put(
                            sealed.digest(),
                            new AssessRun(
                                    pack,
                                    catalog,
                                    new Evaluator(other, catalog, ZoneId.of(meaning.zone())),
                                    other.book())));
        }
        books.put(own.book().digest(), own);
        Path scratch = Files.createTempDirectory("exhibit-verify");
        try {
            each.accept(verify.verdicts(books, own, scratch));
        } finally {
            Files.delete(scratch);
        }
    }

    private Step changes(PackVault pack, Statement.Meaning meaning, VerifyRun verify, PeriodAssessment again)
            throws IOException {
        Map<String, byte[]> file = pack.payload(ChangesJson.NAME);
        if (file.isEmpty()) {
            return Step.notChecked(Name.CHANGES, "The pack was bound by a version that looked for no changes.");
        }
        if (!pack.missing().isEmpty()) {
            return Step.notChecked(Name.CHANGES, "Raw answers of some runs are not here.");
        }
        return ChangesCheck.step(
                file.get(""),
                again.period(),
                verify.changes(again, catalog),
                Set.copyOf(meaning.carried()),
                passedOver(pack.runIds(), meaning.baseline(), again.period().start()),
                pack.profile().masks());
    }

    /** Runs before the period that the log has after the baseline; whether these brought evidence, their leaves do not tell. */
    static List<String> passedOver(List<String> log, String baseline, Instant start) {
        return log.subList(log.indexOf(baseline) + 1, log.size()).stream()
                .filter(run -> RunTime.of(run).filter(start::isAfter).isPresent())
                .toList();
    }

    /** What cannot be read ends the step that needs it as failed; those behind it are not reached. */
    private void whileReadable(Name first, Reading reading) {
        try {
            reading.read();
        } catch (IOException | RuntimeException e) {
            String says = "Could not be read: " + e.getMessage();
            Throwable why = e instanceof UncheckedIOException ? e.getCause() : e;
            each.accept(
                    why instanceof VaultException vault && vault.isUnanswered()
                            ? Step.notChecked(first, says)
                            : Step.of(first, List.of(new Discrepancy(Code.UNREADABLE, "", says)), ""));
        }
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws IOException;
    }
}
