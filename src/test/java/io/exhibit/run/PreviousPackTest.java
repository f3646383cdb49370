package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Balance;
import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.DocumentResult.State;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.SincePrevious;
import io.exhibit.assessment.SincePrevious.DocumentChange;
import io.exhibit.assessment.SincePrevious.PopulationChange;
import io.exhibit.assessment.SincePrevious.Stand;
import io.exhibit.assessment.SincePrevious.TestChange;
import io.exhibit.assessment.SincePrevious.UnitChange;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.Scope;
import io.exhibit.control.Severity;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.read.CatalogFile;
import io.exhibit.render.Issue;
import io.exhibit.render.PackContent;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed from one month to the next, told from nights that were sealed by hand. */
class PreviousPackTest {

    private static final Catalog CATALOG = CatalogFile.load();
    private static final String SOURCE = "iam.credential-report";
    private static final Target HERE = Target.global("111122223333");
    private static final Position NOWHERE = new Position("test", 1, 1);
    private static final Book BOOK = book();
    private static final String SHA256 = "5e".repeat(32);

    @TempDir
    private Path folder;

    private Vault vault;

    @BeforeEach
    void january() throws IOException {
        vault = FileVault.create(
                folder.resolve("vault"), "example/log", SigningKey.of(new byte[32]), () -> Instant.EPOCH);
        night("2026-01-30", 3, "f1 DEVIATES", "f2 DEVIATES", "f3 CONFORMS");
        night("2026-01-31", 3, "f1 DEVIATES", "f2 CONFORMS", "f3 CONFORMS");
    }

    @AfterEach
    void close() throws IOException {
        vault.close();
    }

    @Test
    void ofTheFirstPackOfALogThereIsNothingToTell() throws IOException {
        assertThat(since("EH-2026-02", "2026-02")).isEmpty();
        vault.sealPack("XX-2026-01", SHA256);
        vault.sealPack("EH-auditor-2026-01", SHA256);
        assertThat(since("EH-2026-02", "2026-02")).as("packs of other series").isEmpty();
    }

    @Test
    void unitsTestsFindingsDocumentsAndPopulationsAreHeldAgainstThePackBefore() throws IOException {
        vault.sealPack("EH-2026-01", SHA256);
        night("2026-02-26", 4, "f1 CONFORMS", "f2 CONFORMS", "f4 DEVIATES");
        night("2026-02-28", 5, "f1 CONFORMS", "f2 CONFORMS", "f4 CONFORMS", "f5 CONFORMS", "f6 CONFORMS");

        SincePrevious since = since("EH-2026-02", "2026-02").orElseThrow();

        assertThat(since.pack()).isEqualTo("EH-2026-01");
        assertThat(since.sha256()).isEqualTo(SHA256);
        assertThat(since.period()).isEqualTo(Binding.month("2026-01"));
        assertThat(since.units())
                .containsExactly(new UnitChange("1(a)", ConclusionKind.DEVIATIONS, ConclusionKind.MENDED));
        assertThat(since.tests())
                .containsExactly(new TestChange("X-01", new Stand(Verdict.FAIL, 1, 3), new Stand(Verdict.PASS, 0, 5)));
        assertThat(since.findings())
                .containsEntry(Severity.HIGH, new Balance(1, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0))
                .containsEntry(Severity.LOW, new Balance(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(since.documents()).containsExactly(new DocumentChange("MAN-01", State.CURRENT, State.STALE));
        assertThat(since.populations()).contains(List.of(new PopulationChange(SOURCE, 3, 5, true)));
        assertThat(since.thresholds()).contains(List.of());
    }

    @Test
    void whatTheLogGotAfterThePackWasIssuedIsNotTakenForWhatItSaid() throws IOException {
        vault.sealPack("EH-2026-01", SHA256);
        night("2026-01-31", 9, "f1 CONFORMS", "f2 CONFORMS", "f3 CONFORMS");
        night("2026-02-28", 5, "f1 CONFORMS");

        SincePrevious since = since("EH-2026-02", "2026-02").orElseThrow();

        assertThat(since.tests())
                .containsExactly(new TestChange("X-01", new Stand(Verdict.FAIL, 1, 3), new Stand(Verdict.PASS, 0, 1)));
        assertThat(since.populations()).contains(List.of(new PopulationChange(SOURCE, 3, 1, true)));
    }

    @Test
    void overMonthsWithoutAPackFindingsAreCountedFromTheLastOne() throws IOException {
        vault.sealPack("EH-2026-01", SHA256);
        night("2026-02-10", 3, "f1 CONFORMS", "f4 DEVIATES");
        night("2026-02-12", 3, "f1 CONFORMS", "f4 CONFORMS");
        night("2026-03-31", 3, "f1 DEVIATES", "f5 DEVIATES");

        assertThat(since("EH-2026-03", "2026-03").orElseThrow().findings())
                .containsEntry(Severity.HIGH, new Balance(1, 0, 2, 1, 2, 0, 2, 1, 0, 0, 0, 0));
    }

    @Test
    void whereAMonthHasNoNightWithEvidencePopulationsAreNotCompared() throws IOException {
        vault.sealPack("EH-2026-01", SHA256);

        SincePrevious since = since("EH-2026-02", "2026-02").orElseThrow();

        assertThat(since.populations()).isEmpty();
        assertThat(since.tests())
                .singleElement()
                .satisfies(test -> assertThat(test.after().verdict()).isEqualTo(Verdict.INCONCLUSIVE));
        assertThat(since.findings()).containsEntry(Severity.HIGH, new Balance(1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1));
    }

    @Test
    void overnightItIsSaidWhatMovedAgainstTheJudgedDayBefore() throws IOException {
        night("2026-02-11", 3, "f1 DEVIATES", "f2 CONFORMS", "f3 CONFORMS");
        night("2026-02-13", 3, "f1 CONFORMS", "f2 CONFORMS", "f3 CONFORMS");
        vault.sealPack("EH-2026-01", SHA256);

        Overnight mended = overnight("2026-02").orElseThrow();
        assertThat(mended.day()).isEqualTo("2026-02-13");
        assertThat(mended.before()).isEqualTo("2026-02-11");
        assertThat(mended.tests())
                .containsExactly(new Overnight.Moved("X-01", Optional.of(Verdict.FAIL), Verdict.PASS, 0, 0, 1));
        assertThat(mended.units())
                .containsExactly(new UnitChange("1(a)", ConclusionKind.DEVIATIONS, ConclusionKind.NO_DEVIATION));
        assertThat(mended.book()).isEmpty();

        night("2026-02-14", 3, "f1 DEVIATES", "f2 DEVIATES", "f3 CONFORMS");
        assertThat(overnight("2026-02").orElseThrow().tests())
                .containsExactly(new Overnight.Moved("X-01", Optional.of(Verdict.PASS), Verdict.FAIL, 2, 0, 0));
        night("2026-02-15", 3, "f1 DEVIATES", "f2 DEVIATES", "f3 CONFORMS");
        assertThat(overnight("2026-02").orElseThrow().tests())
                .as("nothing moved")
                .isEmpty();
    }

    @Test
    void onTheFirstDayOfAMonthTheDayBeforeIsOfTheMonthBefore() throws IOException {
        assertThat(overnight("2026-02")).as("no judged day").isEmpty();
        night("2026-02-01", 3, "f1 CONFORMS", "f2 DEVIATES", "f3 CONFORMS");

        Overnight night = overnight("2026-02").orElseThrow();
        assertThat(night.before()).isEqualTo("2026-01-31");
        assertThat(night.tests())
                .containsExactly(new Overnight.Moved("X-01", Optional.of(Verdict.FAIL), Verdict.FAIL, 1, 0, 1));
        assertThat(night.units()).isEmpty();
    }

    @Test
    void whatCouldNotBeReadAnyMoreIsNewlyBlindAndWhatCanBeReadAgainIsCounted() throws IOException {
        night("2026-02-01", 3, "f1 CONFORMS");
        blindNight("2026-02-02");
        Overnight night = overnight("2026-02").orElseThrow();
        assertThat(night.blind()).containsExactly(Map.entry(Cause.SCP_DENIED, new TreeSet<>(List.of(SOURCE))));
        assertThat(night.places()).isEqualTo(1);

        blindNight("2026-02-03");
        assertThat(overnight("2026-02").orElseThrow().blind()).as("old news").isEmpty();
        night("2026-02-04", 3, "f1 CONFORMS");
        assertThat(overnight("2026-02").orElseThrow().again()).isEqualTo(1);
    }

    private Optional<Overnight> overnight(String month) throws IOException {
        Period period = Binding.month(month);
        AssessRun assess = new AssessRun(vault, CATALOG, new Evaluator(BOOK, CATALOG, ZoneOffset.UTC), BOOK);
        Period earlier = MonthRun.earlier(period);
        List<Day> days =
                DueDays.of(earlier, Binding.NIGHTLY, RunIds.since(earlier.start(), vault), period.end(), BOOK.scope());
        return Overnight.of(
                vault,
                new PackContent(
                        assess.period(period, days, vault, List.of()),
                        List.of(),
                        Map.of(),
                        List.of(),
                        new Issue("EH-" + month, 1, period.end(), true, Optional.empty()),
                        new PackContent.Log("log", 1, "", PackContent.Stamp.NOT_ASKED, Map.of(), List.of()),
                        false,
                        "aws",
                        "Exhibit",
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of()));
    }

    private Optional<SincePrevious> since(String pack, String month) throws IOException {
        Period period = Binding.month(month);
        AssessRun assess = new AssessRun(vault, CATALOG, new Evaluator(BOOK, CATALOG, ZoneOffset.UTC), BOOK);
        Period earlier = MonthRun.earlier(period);
        List<Day> days =
                DueDays.of(earlier, Binding.NIGHTLY, RunIds.since(earlier.start(), vault), period.end(), BOOK.scope());
        long size = vault.checkpoint().size();
        return new PreviousPack(vault, size, Binding.NIGHTLY, assess, files -> Optional.empty())
                .until(pack, assess.period(period, days, vault, List.of()), days, vault);
    }

    /** A sealed night, or the same once more, with items that are told as "KEY state". */
    private void night(String date, long read, String... told) throws IOException {
        night(date, read, List.of(), told);
    }

    /** One on which nothing could be read. */
    private void blindNight(String date) throws IOException {
        night(date, 0, List.of(new Gap(Call.of("iam:GetCredentialReport"), Cause.SCP_DENIED, "", "", "")));
    }

    private void night(String date, long read, List<Gap> gaps, String... told) throws IOException {
        Instant due = Instant.parse(date + "T02:15:00Z");
        String id = RunIds.free(due, vault.runIds());
        Part part = new Part(SOURCE, 1, 1, read, Lists.NONE, List.of(), gaps, 0, 0);
        RunRecord run = new RunRecord(
                id,
                due,
                due,
                due,
                Outcome.COMPLETE,
                "",
                "aws",
                "",
                "",
                List.of(),
                Map.of(),
                List.of(new Unit(HERE, "", 0, "", List.of(part))));
        try (RunWriter writer = vault.begin(id)) {
            writer.seal(run);
        }
        List<Item> items = Stream.of(told).map(PreviousPackTest::item).toList();
        long deviating =
                items.stream().filter(i -> i.state() == Item.State.DEVIATES).count();
        Judgement judgement = new Judgement(
                "X-01",
                deviating == 0 ? Verdict.PASS : Verdict.FAIL,
                items.size(),
                items.size() - deviating,
                deviating,
                0,
                0,
                0,
                "");
        vault.assess(id, sink -> {
            items.forEach(item -> sink.accept("X-01", item));
            return new Assessment(id, due, BOOK.digest(), List.of(judgement));
        });
    }

    private static Item item(String told) {
        String[] keyAndState = told.split(" ");
        return new Item(HERE, keyAndState[0], Item.State.valueOf(keyAndState[1]), "d1", told, "");
    }

    private static Book book() {
        Expression yes = new Expression("true", NOWHERE);
        Assertion test = new Assertion(
                "X-01",
                "A test",
                Timing.SNAPSHOT,
                SOURCE,
                Map.of(),
                yes,
                yes,
                new Expression("", NOWHERE),
                "",
                "it deviates",
                "mend it",
                Severity.HIGH,
                false,
                List.of(),
                List.of(),
                Map.of("1(a)", new Link(Strength.DIRECT, "")),
                NOWHERE,
                Map.of());
        Document document = new Document(
                "MAN-01",
                "A policy",
                "",
                365,
                Document.Covers.NOTHING,
                Map.of("1(a)", ""),
                Optional.of(new Document.Filed("Policy", "1", "Officer", LocalDate.of(2025, 2, 10), "", NOWHERE)));
        Control unit =
                new Control("1(a)", "", "Safeguards", "A unit", Obligation.REQUIRED, "", "", Map.of(), "", "", "");
        return new Book(
                new Framework("rule", "A rule", "as printed", "", List.of(unit)),
                List.of(test),
                List.of(document),
                new Scope("Harbour Clinic", "Covered entity", "Confidential", Map.of(), Map.of()),
                Map.of("mend_days_high", new Parameter("mend_days_high", 40L, "days", "", NOWHERE)),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                "b00c".repeat(16));
    }
}
