package io.exhibit.run;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Period;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Framework;
import io.exhibit.control.Scope;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.read.CatalogFile;
import io.exhibit.render.PackRenderer;
import io.exhibit.render.Templates;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.Profile;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A vault of small nights, a rule of one unit, and a clock that is set by hand: as little as a pack can be bound from. */
final class Binding implements AutoCloseable {

    static final DueTimes NIGHTLY =
            (from, to) -> Stream.iterate(Instant.parse("2025-01-01T02:15:00Z"), i -> i.plusSeconds(86_400))
                    .dropWhile(i -> i.isBefore(from))
                    .takeWhile(i -> i.isBefore(to))
                    .toList();

    private static final Catalog CATALOG = CatalogFile.load();
    private static final Book BOOK = new Book(
            new Framework(
                    "rule",
                    "A rule",
                    "as printed",
                    "",
                    List.of(new Control(
                            "1(a)", "", "Safeguards", "A unit", Obligation.REQUIRED, "", "", Map.of(), "", "", ""))),
            List.of(),
            List.of(),
            new Scope("Harbour Clinic", "Covered entity", "Confidential", Map.of(), Map.of()),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            "b00c".repeat(16));

    final Path folder;
    final Vault vault;
    private final Book book;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    Binding(Path folder) throws IOException {
        this(folder, BOOK);
    }

    Binding(Path folder, Book book) throws IOException {
        this.folder = folder;
        this.book = book;
        vault = FileVault.create(folder.resolve("vault"), "example/log", SigningKey.of(new byte[32]), () -> now);
    }

    void now(String instant) {
        now = Instant.parse(instant);
    }

    /** A sealed night at that endpoint, not judged yet. */
    RunRecord night(String date, String endpoint) throws IOException {
        return night(date, endpoint, List.of());
    }

    /** A sealed and judged night of a run that knows these accounts and asked the first alone. */
    void judged(String date, List<RunRecord.Account> accounts) throws IOException {
        assess(vault).seal(night(date, "aws", accounts));
    }

    private RunRecord night(String date, String endpoint, List<RunRecord.Account> accounts) throws IOException {
        Instant due = Instant.parse(date + "T02:15:00Z");
        String id = RunIds.free(due, vault.runIds());
        try (RunWriter run = vault.begin(id)) {
            Unit unit = new Unit(Target.global("111122223333"), "", 0, "", List.of());
            RunRecord record = new RunRecord(
                    id, due, due, due, Outcome.COMPLETE, "", endpoint, "arn", "", accounts, Map.of(), List.of(unit));
            run.seal(record);
            return record;
        }
    }

    /** A sealed and judged night. */
    Assessment night(String date) throws IOException {
        return assess(vault).seal(night(date, "aws"));
    }

    PackRun run() {
        return run(vault);
    }

    PackRun run(Vault over) {
        return run(over, Stamping.NONE);
    }

    /** Of another version of the tool, which prints other bytes. */
    PackRun runOf(String tool) {
        return run(vault, Stamping.NONE, tool);
    }

    /** Whether a named person has to approve drafts. */
    boolean gated;

    PackRun run(Vault over, Stamping stamping) {
        return run(over, stamping, "Exhibit");
    }

    private PackRun run(Vault over, Stamping stamping, String tool) {
        return new PackRun(
                over,
                NIGHTLY,
                assess(over),
                new Contents(CATALOG, tool, Map.of(), assessment -> List.of(), files -> Optional.empty()),
                new PackRenderer(Templates.shipped()),
                new PackFiles(() -> SigningKey.of(new byte[32]), Map::of, "0 15 2 * * ?", Long.MAX_VALUE),
                new IssueShelf(folder.resolve("packs"), book.digest()),
                List.of(),
                () -> now,
                stamping,
                Profile.FULL,
                () -> {
                    throw new IllegalStateException("nothing is masked in a full pack");
                },
                gated);
    }

    /** By a book of another framework; nights are sealed by the first. */
    AssessRun assessElsewhere() {
        Book other = new Book(
                new Framework("list", "A list", "", "", List.of()),
                List.of(),
                List.of(),
                BOOK.scope(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                "0711".repeat(16));
        return new AssessRun(
                vault, CATALOG, new Evaluator(other, CATALOG, ZoneOffset.UTC), other, Optional.of(() -> assess(vault)));
    }

    private AssessRun assess(Vault over) {
        return new AssessRun(over, CATALOG, new Evaluator(book, CATALOG, ZoneOffset.UTC), book);
    }

    PackRun.Bound bind(String month) throws IOException {
        return run().bind("EH-" + month, month(month));
    }

    static Period month(String month) {
        YearMonth named = YearMonth.parse(month);
        LocalDate first = named.atDay(1);
        return new Period(first, named.atEndOfMonth(), ZoneOffset.UTC);
    }

    static String text(PackRun.Bound pack) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pack.file().toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Override
    public void close() throws IOException {
        vault.close();
    }
}
