package io.exhibit.render;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.ControlResult.Basis;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Finding.Timeliness;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The summary: what a reader asks first, in counts whose parts add up. */
final class SummaryPages {

    /** Of the drawing, in its own units. */
    private static final long WIDTH = 1140;

    private final List<ControlResult> units;
    private final List<TestResult> tests;
    private final Findings findings;
    private final List<DocumentResult> documents;
    private final Calendar calendar;
    private final FindingRows rows;

    SummaryPages(PackContent content, Findings findings, Calendar calendar, FindingRows rows) {
        this.units = content.assessment().controls();
        this.tests = content.assessment().tests();
        this.documents = content.assessment().documents();
        this.findings = findings;
        this.calendar = calendar;
        this.rows = rows;
    }

    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        long tested = units.stream().filter(SummaryPages::tested).count();
        long unjudged = count(ConclusionKind::tested) - tested;
        long current = documents(DocumentResult.State.CURRENT);
        long needed = documents.size() - documents(DocumentResult.State.NOT_APPLICABLE);
        model.put("units", Words.count(units.size()));
        model.put("tested", Words.count(tested));
        model.put("unjudged", unjudged == 0 ? "" : Words.count(unjudged));
        model.put("clean", Words.count(count(c -> c == ConclusionKind.NO_DEVIATION)));
        model.put("cleanWanting", Words.count(count(c -> c == ConclusionKind.NO_DEVIATION_DOCUMENTS_WANTING)));
        model.put("mended", Words.count(count(c -> c == ConclusionKind.MENDED)));
        model.put("deviating", Words.count(count(c -> c == ConclusionKind.DEVIATIONS)));
        model.put("unknown", Words.count(count(c -> c == ConclusionKind.NOT_FULLY_EVALUATED) - unjudged));
        model.put(
                "alsoUnknown",
                Words.count(units.stream().filter(ConclusionKind::alsoUnknown).count()));
        model.put("unmapped", Words.count(count(c -> c == ConclusionKind.NOT_MAPPED)));
        model.put("sealed", Words.count(calendar.sealed()));
        model.put("days", Words.count(calendar.inPeriod()));
        model.put("open", Words.count(findings.count(f -> f.history().open())));
        model.put("accepted", Words.count(findings.count(Finding::accepted)));
        model.put("late", Words.count(findings.count(Finding::openAndLate)));
        model.put("mayBeLate", Words.count(findings.count(Finding::openAndMayBeLate)));
        model.put(
                "limits",
                Words.count(findings.count(
                        f -> f.history().open() && f.test().assertion().limit())));
        model.put("critical", Words.count(findings.count(f -> f.open() && f.severity() == Severity.CRITICAL)));
        model.put(
                "criticalEvents",
                Words.count(findings.events().stream()
                        .filter(f -> f.history().open() && f.severity() == Severity.CRITICAL)
                        .count()));
        model.put("gravest", new GravestRows(findings, rows).model());
        model.put(
                "lateClosed",
                Words.count(findings.count(f -> !f.history().open() && f.timeliness() == Timeliness.LATE)));
        model.put("documents", Words.count(needed));
        model.put("current", Words.count(current));
        model.put("missing", Words.count(documents(DocumentResult.State.MISSING)));
        model.put("stale", Words.count(needed - current - documents(DocumentResult.State.MISSING)));
        model.put("squares", calendar.squares());
        model.put("missedDays", Words.days(calendar.byKind().get(Calendar.Kind.NOT_COLLECTED)));
        model.put("calendar", calendar.rows());
        model.put("alternative", calendar.alternative());
        model.put("conclusions", words());
        model.put("sections", sections());
        model.put(
                "bars",
                bySection().entrySet().stream()
                        .map(s -> bar(s.getKey(), s.getValue()))
                        .toList());
        model.put("severities", TimePages.balance(findings));
        model.put(
                "withTests",
                Words.count(
                        units.stream().filter(unit -> !unit.tests().isEmpty()).count()));
        model.put("information", citations(unit -> unit.basis() == Basis.DECISION));
        model.put("empty", citations(unit -> unit.basis() != Basis.DECISION));
        model.put("verdicts", verdicts());
        return model;
    }

    /** Units that have tests and are not counted as tested. */
    private List<String> citations(Predicate<ControlResult> which) {
        return units.stream()
                .filter(unit ->
                        !unit.tests().isEmpty() && !ConclusionKind.of(unit).tested())
                .filter(which)
                .map(unit -> unit.control().citation())
                .toList();
    }

    /** Every test of the book by its result, and all of them. */
    private List<Map<String, Object>> verdicts() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.NOT_APPLICABLE)) {
            rows.add(verdict(
                    verdict.words(),
                    Words.of(verdict).replace(' ', '-'),
                    tests.stream().filter(test -> test.verdict() == verdict).toList()));
        }
        rows.add(verdict("All", "", tests));
        return rows;
    }

    /** Of tests with a result, how many deviated on a day before, and how many were not judged in full. */
    private static Map<String, Object> verdict(String words, String style, List<TestResult> with) {
        return Map.of(
                "words", words,
                "style", style,
                "total", style.isEmpty(),
                "count", Words.count(with.size()),
                "mended",
                        Words.count(with.stream()
                                .filter(SummaryPages::deviatedBefore)
                                .count()),
                "partly",
                        Words.count(with.stream()
                                .filter(test -> test.daysUnknown() > 0)
                                .count()));
    }

    /** A test that was judged on no day has tested nothing. */
    private static boolean tested(ControlResult unit) {
        return ConclusionKind.of(unit).tested() && unit.tests().stream().anyMatch(test -> test.daysJudged() > 0);
    }

    private long count(Predicate<ConclusionKind> kind) {
        return units.stream().map(ConclusionKind::of).filter(kind).count();
    }

    private long documents(DocumentResult.State state) {
        return documents.stream().filter(d -> d.state() == state).count();
    }

    /** Where everything is mapped, there is no column for what is not. */
    private List<ConclusionKind> kinds() {
        return Stream.of(ConclusionKind.values())
                .filter(kind -> kind != ConclusionKind.NOT_MAPPED || count(units, kind) > 0)
                .toList();
    }

    private List<Object> words() {
        List<Object> words = new ArrayList<>();
        for (ConclusionKind conclusion : kinds()) {
            words.add(Map.of("words", conclusion.words(), "style", conclusion.style()));
        }
        return words;
    }

    /** Units of each section of the rule by conclusion, and of all of them. */
    private List<Object> sections() {
        List<Object> rows = new ArrayList<>();
        bySection().forEach((name, of) -> rows.add(row(name, of, false)));
        rows.add(row("All", units, true));
        return rows;
    }

    /** By the heading of their part of the rule, with what their citations begin with: "164.312 Technical safeguards", "AC Access Control". */
    private Map<String, List<ControlResult>> bySection() {
        Map<String, List<ControlResult>> sections = new LinkedHashMap<>();
        for (ControlResult unit : units) {
            sections.computeIfAbsent(unit.control().section(), s -> new ArrayList<>())
                    .add(unit);
        }
        Map<String, List<ControlResult>> named = new LinkedHashMap<>();
        sections.forEach((section, of) -> named.put(
                (common(of.stream().map(unit -> unit.control().citation()).toList()) + " " + section).strip(), of));
        return named;
    }

    /** What all begin with, up to the end of a word or number; of one alone all of it. */
    static String common(List<String> citations) {
        String first = citations.get(0);
        int length = first.length();
        for (String other : citations) {
            int same = 0;
            while (same < Math.min(length, other.length()) && first.charAt(same) == other.charAt(same)) {
                same++;
            }
            length = same;
        }
        while (length > 0 && !ends(citations, length)) {
            length--;
        }
        return first.substring(0, length);
    }

    private static boolean ends(List<String> citations, int at) {
        return Character.isLetterOrDigit(citations.get(0).charAt(at - 1))
                && citations.stream().allMatch(c -> c.length() == at || !Character.isLetterOrDigit(c.charAt(at)));
    }

    private Map<String, Object> row(String name, List<ControlResult> of, boolean total) {
        List<Object> counts = new ArrayList<>();
        for (ConclusionKind conclusion : kinds()) {
            counts.add(Map.of("n", Words.count(count(of, conclusion))));
        }
        return Map.of("name", name, "counts", counts, "all", Words.count(of.size()), "total", total);
    }

    private static long count(List<ControlResult> of, ConclusionKind conclusion) {
        return of.stream().filter(unit -> ConclusionKind.of(unit) == conclusion).count();
    }

    /** A section as blocks beside each other, as wide as its units; the largest section is as wide as the drawing. */
    private Map<String, Object> bar(String name, List<ControlResult> of) {
        int largest = bySection().values().stream().mapToInt(List::size).max().orElse(1);
        List<Object> blocks = new ArrayList<>();
        List<String> words = new ArrayList<>();
        long before = 0;
        for (ConclusionKind conclusion : kinds()) {
            long n = count(of, conclusion);
            if (n > 0) {
                long from = WIDTH * before / largest;
                long width = WIDTH * (before + n) / largest - from - 3;
                blocks.add(
                        Map.of("style", conclusion.style(), "x", String.valueOf(from), "width", String.valueOf(width)));
                words.add(Words.count(n) + " " + conclusion.words());
                before += n;
            }
        }
        return Map.of("name", name, "blocks", blocks, "alternative", name + ": " + String.join(", ", words));
    }

    /** And does not at the end, as far as that is known. */
    private static boolean deviatedBefore(TestResult test) {
        return test.mended() || test.verdict() == Verdict.INCONCLUSIVE && test.daysDeviating() > 0;
    }
}
