package io.exhibit.render;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Decision;
import io.exhibit.control.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One entry for every unit of the rule, in its order; and which units nothing is mapped to yet. */
final class UnitPages {

    private final PackContent content;
    private final Calendar calendar;
    private final TestPages tests;
    private final Wording wording;
    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final Map<String, String> homes = new LinkedHashMap<>();
    private final Map<String, String> anchors = new HashMap<>();

    UnitPages(PackContent content, Calendar calendar, TestPages tests, Findings all) {
        this.content = content;
        this.calendar = calendar;
        this.tests = tests;
        this.wording = content.assessment().book().framework().wording();
        all.everything()
                .forEach(f -> findings.computeIfAbsent(f.test().assertion().id(), id -> new ArrayList<>())
                        .add(f));
        mapped().forEach(unit -> anchors.put(unit.control().citation(), "unit" + (anchors.size() + 1)));
        mapped().forEach(unit -> unit.tests().forEach(test -> settle(test, unit, Strength.DIRECT)));
        mapped().forEach(unit -> unit.tests().forEach(test -> settle(test, unit, Strength.SUPPORTING)));
    }

    private List<ControlResult> mapped() {
        return content.assessment().controls().stream()
                .filter(ControlResult::mapped)
                .toList();
    }

    /** The unit under which a test is told in full: the first that it serves directly, otherwise the first. */
    private void settle(TestResult test, ControlResult unit, Strength strength) {
        if (strength == Strength.SUPPORTING || direct(test, unit)) {
            homes.putIfAbsent(test.assertion().id(), unit.control().citation());
        }
    }

    private static boolean direct(TestResult test, ControlResult unit) {
        Link link = test.assertion().serves().get(unit.control().citation());
        return link != null && link.strength() == Strength.DIRECT;
    }

    /** Citation of the unit that tells a test in full, or "" for a test that serves no mapped unit. */
    String home(String assertion) {
        return homes.getOrDefault(assertion, "");
    }

    String anchor(String citation) {
        return anchors.getOrDefault(citation, "");
    }

    Map<String, Object> model() {
        List<ControlResult> units = mapped();
        List<Object> entries = new ArrayList<>();
        boolean room = false;
        for (ControlResult unit : units) {
            Map<String, Object> entry = entry(unit, entries.size() + 1);
            entry.put("flow", unit.tests().isEmpty() ? "shares" : room ? "follows" : "begins");
            entries.add(entry);
            room = unit.tests().isEmpty();
        }
        List<ControlResult> all = content.assessment().controls();
        List<ControlResult> wanting =
                units.stream().filter(AttentionRows::needs).toList();
        return Map.of(
                "entries", entries,
                "mapped", Words.count(units.size()),
                "all", Words.count(all.size()),
                "attention",
                        wanting.stream()
                                .map(unit -> AttentionRows.row(unit, line(unit)))
                                .toList(),
                "unowned",
                        Words.count(wanting.stream()
                                .filter(unit -> unit.control().owner().isBlank())
                                .count()),
                "mended",
                        units.stream()
                                .filter(unit ->
                                        ConclusionKind.of(unit) == ConclusionKind.MENDED && !AttentionRows.needs(unit))
                                .map(this::line)
                                .toList(),
                "unmapped",
                        all.stream().filter(u -> !u.mapped()).map(this::line).toList());
    }

    /** A unit as one line of a list. */
    Map<String, Object> line(ControlResult unit) {
        Control control = unit.control();
        return Map.of(
                "anchor", anchor(control.citation()),
                "citation", control.citation(),
                "title", control.title(),
                "kind", kind(control),
                "conclusion", Words.sentence(unit.conclusion()),
                "style", ConclusionKind.of(unit).style(),
                "owner", control.owner().strip());
    }

    private Map<String, Object> entry(ControlResult unit, int number) {
        Control control = unit.control();
        Map<String, Object> entry = new LinkedHashMap<>(line(unit));
        entry.put("number", String.valueOf(number));
        entry.put("section", control.section());
        entry.put("responsibility", control.responsibility());
        entry.put("law", control.text());
        entry.put("crosswalk", crosswalk(control));
        entry.put("unseen", control.unseen());
        entry.put("decision", decision(unit));
        entry.put("read", read(unit));
        entry.put(
                "tests",
                unit.tests().stream().map(t -> test(t, control.citation())).toList());
        entry.put("details", details(unit));
        entry.put(
                "closed",
                TestPages.closed(unit.tests().stream().flatMap(this::findings).toList()));
        entry.put("elsewhere", elsewhere(unit));
        entry.put("documents", DocumentPages.rows(unit.documents(), content.assessment()));
        return entry;
    }

    /** Under the unit that tells it, a test is where the index leads to. */
    private Map<String, Object> test(TestResult test, String citation) {
        String id = test.assertion().id();
        boolean home = citation.equals(home(id));
        Map<String, Object> row = tests.row(test, citation, home);
        row.put("anchor", home ? anchorOf(id) : "");
        row.put("home", home ? "" : anchorOf(id));
        return row;
    }

    static String anchorOf(String test) {
        return "test-" + test;
    }

    /** On how many of the days with a collection its tests were judged in full: which on none, and the others on how many at least. */
    private String read(ControlResult unit) {
        // What is judged of the calendar and the vault is of no night.
        List<TestResult> nightly = unit.tests().stream()
                .filter(test -> !test.assertion().ofWholePeriod())
                .toList();
        String never = nightly.stream()
                .filter(test -> inFull(test) == 0)
                .map(test -> test.assertion().id())
                .collect(Collectors.joining(", "));
        OptionalInt least = nightly.stream()
                .mapToInt(UnitPages::inFull)
                .filter(days -> days > 0)
                .min();
        String others = "";
        if (least.isPresent()) {
            String days = days(least.getAsInt(), nightly.size() == 1) + " with a collection.";
            others = nightly.size() == 1
                    ? "Judged in full on " + days
                    : (never.isEmpty() ? "Each test was judged in full on " : "Every other test was on ") + days;
        }
        return ((never.isEmpty() ? "" : "Judged in full on no day: " + never + ". ") + others).strip();
    }

    private String days(int some, boolean exactly) {
        return some == calendar.sealed()
                ? "all " + Words.count(some, "day", "days")
                : (exactly ? "" : "at least ") + some + " of " + Words.count(calendar.sealed(), "day", "days");
    }

    private static int inFull(TestResult test) {
        return test.daysJudged() - test.daysUnknown();
    }

    /** The first catalog is always named, the others where they have something. */
    private List<Map<String, String>> crosswalk(Control control) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String catalog : wording.crosswalk()) {
            String there = control.crosswalk().getOrDefault(catalog, "");
            if (rows.isEmpty() || !there.isEmpty()) {
                rows.add(Map.of("catalog", catalog, "entries", there.isEmpty() ? "none" : there));
            }
        }
        return rows;
    }

    private String kind(Control control) {
        return wording.kinds().getOrDefault(control.obligation(), "");
    }

    /** An item is told once, however many units its test bears on. */
    private boolean toldHere(TestResult test, ControlResult unit) {
        return home(test.assertion().id()).equals(unit.control().citation());
    }

    private Stream<Finding> findings(TestResult test) {
        return findings.getOrDefault(test.assertion().id(), List.of()).stream();
    }

    private List<Map<String, Object>> details(ControlResult unit) {
        return unit.tests().stream()
                .filter(test -> toldHere(test, unit) && tests.hasDetail(test))
                .map(test -> tests.detail(test, findings(test).toList()))
                .toList();
    }

    /** What deviates or is unknown here and is told under another unit, so that who reads this one sees it. */
    private List<Map<String, Object>> elsewhere(ControlResult unit) {
        return unit.tests().stream()
                .filter(test -> !toldHere(test, unit) && tests.hasDetail(test))
                .map(test -> {
                    String id = test.assertion().id();
                    Map<String, Object> brief =
                            new LinkedHashMap<>(tests.brief(test, findings(test).toList()));
                    brief.put("citation", home(id));
                    brief.put("anchor", TestPages.anchorOf(id));
                    return brief;
                })
                .toList();
    }

    private String decision(ControlResult unit) {
        if (unit.control().obligation() != Obligation.ADDRESSABLE) {
            return "";
        }
        return unit.decision()
                .map(decision -> decision(decision) + new Contradictions(content.assessment()).of(decision, unit))
                .orElse(wording.undecided());
    }

    private String decision(Decision decision) {
        LocalDate last = content.assessment().period().last();
        String choice = switch (decision.choice()) {
            case IMPLEMENTED -> "Implemented as written";
            case ALTERNATIVE -> "Not implemented as written; an equivalent alternative measure instead";
            case NOT_REASONABLE -> "Not reasonable and appropriate";
        };
        String document = decision.document().isBlank() ? "" : " Document: " + decision.document() + ".";
        String signed = decision.approver().isBlank()
                ? " Nobody has signed it."
                : " " + decision.approver() + ", " + Words.date(decision.approved()) + "; review due "
                        + Words.date(decision.review()) + ".";
        String counts = decision.counts(last) ? "" : " It does not count on " + last + ".";
        return Words.sentence(decision.rationale().isBlank() ? choice : choice + ": " + decision.rationale())
                + document
                + signed
                + counts;
    }
}
