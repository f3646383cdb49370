package io.exhibit.render;

import io.exhibit.assessment.Approval;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.LogKey;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.BookDifference;
import io.exhibit.control.Control;
import io.exhibit.evidence.RunRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A month as it might be: 73 units, 40 tests, three blind days, one missed, names as hostile as AWS allows. A person's
 * templates are checked against it, and so are ours.
 */
final class SamplePack {

    static final Period PERIOD =
            new Period(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"), ZoneId.of("America/New_York"));

    private SamplePack() {}

    static PackContent content() {
        return content(73, 40);
    }

    /** The same with everything that is printed in it, on fewer pages: validating a tagged page costs a second. */
    static PackContent small() {
        return content(14, 8);
    }

    private static PackContent content(int units, int tests) {
        return with(assessment(SampleDays.days(), units, SampleTests.all().subList(0, tests)));
    }

    /** Another assessment in the same pack. */
    static PackContent with(PeriodAssessment assessment) {
        List<RunRecord> runs =
                assessment.days().stream().flatMap(day -> day.run().stream()).toList();
        Map<String, String> digests = new LinkedHashMap<>();
        runs.forEach(run -> digests.put(run.id(), "9f".repeat(32)));
        PackContent content = new PackContent(
                assessment,
                runs,
                digests,
                SampleDays.sources(),
                new Issue("EH-2026-10", 1, Instant.parse("2026-11-01T06:12:31Z"), false, Optional.of("EH-2026-09")),
                new PackContent.Log(
                        "exhibit.example/log",
                        343,
                        "9c41e07b55d218aa".repeat(4),
                        PackContent.Stamp.NOT_ASKED,
                        Map.of("run", 167L, "assessment", 167L, "book", 3L, "approval", 1L, "rotation", 1L, "pack", 4L),
                        List.of(
                                new LogKey(
                                        "Ed25519",
                                        "5d".repeat(8),
                                        "5d".repeat(32),
                                        1,
                                        Optional.of(211L),
                                        Optional.empty()),
                                new LogKey(
                                        "Ed25519",
                                        "e7".repeat(8),
                                        "e7".repeat(32),
                                        212,
                                        Optional.empty(),
                                        Optional.of(Instant.parse("2026-08-03T09:40:00Z"))))),
                true,
                "http://127.0.0.1:4566",
                "Exhibit 0.1.0",
                Map.of(
                        "build",
                        "1a".repeat(32),
                        "templates",
                        "2b".repeat(32),
                        "settings",
                        "built-in defaults, no file"),
                Map.of(
                        "IAM-01",
                        List.of(
                                "Beside it, not tested: 3 identity providers and 7 roles named AWSReservedSSO_ in 5 accounts.")),
                List.of(new PackContent.Attachment(
                        "assessment.json",
                        "application/json",
                        "The assessment of the period, as data",
                        "{\"sample\": true}".getBytes(StandardCharsets.UTF_8))),
                books());
        return content.listing(SampleRolls.populations(assessment))
                .called(SampleRolls.rolls(assessment))
                .since(Optional.of(SampleSince.of(assessment)))
                .changed(SampleChanges.all());
    }

    /** The first half of the month was judged by a book that nobody approved. */
    private static List<PackContent.UsedBook> books() {
        Approval approval = new Approval(
                "b00c".repeat(16),
                HostileNames.ALL.get(1),
                LocalDate.parse("2026-10-16"),
                HostileNames.ALL.get(0),
                Instant.parse("2026-10-17T09:00:00Z"));
        return List.of(
                new PackContent.UsedBook("0ld0".repeat(16), days(1, 15), false, List.of(), List.of(), ""),
                new PackContent.UsedBook(
                        "b00c".repeat(16),
                        days(16, 31),
                        true,
                        List.of(approval),
                        List.of(new BookDifference.Change(
                                "threshold",
                                "access_key_max_age_days",
                                "is 60 days (SEC-03), and was 90 days (tool default).")),
                        ""));
    }

    private static SortedSet<LocalDate> days(int first, int last) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (int day = first; day <= last; day++) {
            days.add(LocalDate.of(2026, 10, day));
        }
        return days;
    }

    private static PeriodAssessment assessment(List<Day> days, int units, List<TestResult> tests) {
        List<DocumentResult> documents = SampleTests.documents();
        List<Control> controls = SampleBook.controls().subList(0, units);
        List<ControlResult> results = controls.stream()
                .map(control -> result(control, tests, documents))
                .toList();
        return new PeriodAssessment(
                SampleBook.of(controls, tests, documents), PERIOD, List.of(), days, results, tests, documents);
    }

    private static ControlResult result(Control control, List<TestResult> all, List<DocumentResult> allDocuments) {
        List<TestResult> tests = all.stream()
                .filter(t -> t.assertion().serves().containsKey(control.citation()))
                .toList();
        List<DocumentResult> documents = allDocuments.stream()
                .filter(d -> d.document().serves().containsKey(control.citation()))
                .toList();
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (TestResult test : tests) {
            verdict = verdict.max(test.verdict());
        }
        for (DocumentResult document : documents) {
            verdict = verdict.max(document.verdict());
        }
        boolean mapped = !tests.isEmpty() || !documents.isEmpty();
        return new ControlResult(
                control,
                verdict,
                conclusion(verdict, tests, mapped),
                tests,
                documents,
                ControlResult.Basis.TESTS,
                SampleBook.decision(control));
    }

    private static String conclusion(Verdict verdict, List<TestResult> tests, boolean mapped) {
        if (!mapped) {
            return "Not yet mapped";
        }
        if (tests.isEmpty()) {
            return "Documents only";
        }
        long deviating = tests.stream().filter(t -> t.verdict() == Verdict.FAIL).count();
        return switch (verdict) {
            case FAIL -> "Deviations in " + deviating + " of " + tests.size() + " tests";
            case INCONCLUSIVE -> "Not fully evaluated";
            default ->
                tests.stream().anyMatch(TestResult::mended)
                        ? "Mended in the period"
                        : "No deviation in " + tests.size() + " tests";
        };
    }
}
