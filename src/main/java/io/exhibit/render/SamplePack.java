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
import io.exhibit.control.Book;
import io.exhibit.control.BookDifference;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Decision;
import io.exhibit.control.Framework;
import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.control.Wording;
import io.exhibit.evidence.RunRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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

    /** As the folder of this framework says it. */
    private static final Wording WORDING = new Wording(
            "the law",
            "paragraph",
            "paragraphs",
            "the rule",
            Map.of(
                    Obligation.STANDARD, "standard",
                    Obligation.REQUIRED, "implementation specification, required",
                    Obligation.ADDRESSABLE, "implementation specification, addressable"),
            "Addressable decision",
            "None on file. 45 CFR 164.306(d)(3) asks for a documented one.",
            List.of("OCR audit protocol", "NIST SP 800-53"),
            "People who sign in through an identity provider and are never IAM users.",
            "");

    static final Position AT = new Position("sample.yaml", 1, 1);
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
                new PackContent.Issue(
                        "EH-2026-10", 1, Instant.parse("2026-11-01T06:12:31Z"), false, Optional.of("EH-2026-09")),
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
        List<Control> controls = controls().subList(0, units);
        List<ControlResult> results = controls.stream()
                .map(control -> result(control, tests, documents))
                .toList();
        return new PeriodAssessment(
                book(controls, tests, documents), PERIOD, List.of(), days, results, tests, documents);
    }

    private static Book book(List<Control> controls, List<TestResult> tests, List<DocumentResult> documents) {
        return new Book(
                new Framework(
                        "hipaa-security-rule",
                        "HIPAA Security Rule, 45 CFR Part 164 Subpart C",
                        "text as amended through 78 FR 34266 (2013-06-07)",
                        "",
                        "",
                        WORDING,
                        controls),
                tests.stream().map(TestResult::assertion).toList(),
                documents.stream().map(DocumentResult::document).toList(),
                scope(),
                Map.of(
                        "mend_days_critical", new Parameter("mend_days_critical", 7L, "days", "", AT),
                        "max_key_age_days", new Parameter("max_key_age_days", 60L, "days", "SEC-03 §4.2", AT),
                        "min_password_length", new Parameter("min_password_length", 14L, "", "", AT)),
                Map.of(),
                List.of(new RiskAcceptance(
                        "RA-014",
                        "IAM-09",
                        "*legacy*",
                        "",
                        "Security Official",
                        LocalDate.parse("2026-08-14"),
                        LocalDate.parse("2026-12-31"),
                        "The vendor's importer is replaced in December",
                        false,
                        AT)),
                List.of(),
                Map.of(),
                "4d".repeat(32));
    }

    private static Scope scope() {
        Map<String, AccountScope> accounts = new LinkedHashMap<>();
        for (RunRecord.Account account : SampleDays.ACCOUNTS) {
            boolean sandbox = account.name().equals("sandbox");
            if (!account.name().equals("portal-prod")) {
                accounts.put(
                        account.id(),
                        new AccountScope(
                                account.id(),
                                account.name(),
                                !sandbox,
                                account.name().equals("security")
                                        ? Optional.empty()
                                        : Optional.of(account.name().endsWith("prod")),
                                sandbox ? "No ePHI by policy SEC-09" : "",
                                "Security Official",
                                LocalDate.parse("2026-01-12")));
            }
        }
        return new Scope(
                "Example Health, Inc.",
                "Covered entity",
                "Confidential: security",
                "Security Official",
                accounts,
                Map.of(),
                Map.of(
                        "clearinghouse",
                        new Scope.Fact("clearinghouse", false, "Privacy Official", LocalDate.parse("2026-01-12"))),
                new Scope.Description(
                        "Claims come from partners and are kept for seven years.\n\nPatients read their results in the portal.",
                        "Security Official",
                        LocalDate.parse("2026-01-12")),
                "compliance@examplehealth.example");
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
                decision(control));
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

    private static Optional<Decision> decision(Control control) {
        if (!control.citation().equals("164.308(a)(3)(ii)(C)")) {
            return Optional.empty();
        }
        return Optional.of(new Decision(
                control.citation(),
                Decision.Choice.IMPLEMENTED,
                "Assessed reasonable and appropriate",
                "MAN-24",
                "Privacy Official",
                LocalDate.parse("2026-01-12"),
                LocalDate.parse("2027-01-12"),
                AT));
    }

    static List<Control> controls() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SamplePack.class.getResourceAsStream("units.txt"), StandardCharsets.UTF_8))) {
            List<Control> controls = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                controls.add(control(line.split("\\|")));
            }
            return controls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Control control(String[] field) {
        return new Control(
                field[0],
                field[1],
                field[4],
                field[2],
                Obligation.valueOf(field[3]),
                field[5],
                "customer",
                Map.of("OCR audit protocol", field[2], "NIST SP 800-53", "AC-2, IA-2"),
                "",
                field[0].startsWith("164.312") ? "Sign-in to applications that hold ePHI" : "",
                field[0].endsWith("(d)") ? "Identity team" : "");
    }
}
