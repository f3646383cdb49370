package io.exhibit.render;

import io.exhibit.assessment.AtEnd;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.History;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every deviation of the period in one place, whichever units it bears on: open, accepted, closed; and what was not judged. */
final class ExceptionPages {

    /** Causes of one test that are listed. */
    private static final int LISTED = 25;

    private final PackContent content;
    private final Findings findings;
    private final FindingRows rows;
    private final TestPages tests;
    private final List<TestResult> all;

    ExceptionPages(PackContent content, Findings findings, FindingRows rows, TestPages tests) {
        this.content = content;
        this.findings = findings;
        this.rows = rows;
        this.tests = tests;
        this.all = content.assessment().tests();
    }

    Map<String, Object> model() {
        List<TestResult> unknown = all.stream().filter(t -> t.atEnd().unknown()).toList();
        List<Object> blind = blind();
        List<Finding> events = findings.events();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("open", table(Listings.OPEN, findings.only(Finding::open)));
        model.put("accepted", table(Listings.ACCEPTED, findings.only(Finding::accepted)));
        model.put(
                "closed", table(Listings.CLOSED, findings.only(f -> !f.history().open())));
        model.put("events", table(Listings.EVENTS, events));
        model.put(
                "explained",
                Words.count(events.stream().filter(f -> !f.history().open()).count()));
        model.put(
                "unexplained",
                Words.count(events.stream().filter(f -> f.history().open()).count()));
        model.put("explainedTests", TestPages.byTest(events, f -> !f.history().open()));
        model.put("unexplainedTests", TestPages.byTest(events, f -> f.history().open()));
        model.put(
                "happened",
                Words.count(events.size(), "thing", "things") + (events.size() == 1 ? " is told" : " are told"));
        model.put("nothingOpen", nothingOpen());
        model.put("blind", blind);
        model.put("blindTests", Words.count(blind.size(), "test", "tests"));
        model.put("missed", findings.missed().stream().map(History::text).toList());
        model.put("unknown", unknown.stream().map(this::unknown).toList());
        model.put("unknownTests", Words.count(unknown.size(), "test", "tests"));
        model.put("unknownItems", unknownItems(unknown));
        return model;
    }

    /** Tests of every day that deviate for the period, and of which nothing is open at its end. */
    private String nothingOpen() {
        Set<String> open = findings.only(f -> f.history().open()).stream()
                .map(finding -> finding.test().assertion().id())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(test -> test.verdict() == Verdict.FAIL
                        && !open.contains(test.assertion().id()))
                .filter(test -> !test.assertion().particulars().events())
                .map(test -> test.assertion().id())
                .collect(Collectors.joining(", "));
    }

    /** Of all tests together; a place that was not read is one for each test that it is missing to, and is no item. */
    private static String unknownItems(List<TestResult> unknown) {
        long items = unknown.stream().mapToLong(t -> t.atEnd().things()).sum();
        long places = unknown.stream().mapToLong(t -> t.atEnd().places()).sum();
        return Words.count(items, "item", "items")
                + (places == 0
                        ? ""
                        : " and, counted by test, " + Words.count(places, "account or region", "accounts and regions"));
    }

    /** A list that is too long is printed apart, and here begins. */
    private Map<String, Object> table(String listing, List<Finding> wanted) {
        int shown = Listings.findings(wanted.size());
        return Map.of(
                "count",
                Words.count(wanted.size()),
                "rows",
                rows.of(wanted.stream().limit(shown).toList()),
                "more",
                shown < wanted.size() ? Words.count(wanted.size() - shown) : "",
                "volumes",
                VolumeRows.of(content, listing),
                "limits",
                rows.limits(wanted));
    }

    /** Tests of which all was judged on the last day, and not on each day before it. */
    private List<Object> blind() {
        return all.stream()
                .filter(test -> !test.atEnd().unknown())
                .filter(test -> test.daysUnknown() > 0)
                .map(test -> (Object) Map.of(
                        "id", test.assertion().id(),
                        "says", test.assertion().says(),
                        "days", Words.count(test.daysUnknown()) + " of " + Words.count(test.daysJudged()),
                        "causes", TestPages.causes(test, LISTED)))
                .toList();
    }

    private Map<String, Object> unknown(TestResult test) {
        AtEnd end = test.atEnd();
        return Map.of(
                "id", test.assertion().id(),
                "says", test.assertion().says(),
                "much",
                        end.reason().isEmpty()
                                ? UnknownRows.words(end) + " could not be judged."
                                : Words.sentence(end.reason()),
                "unknown", tests.unknown().of(end, TestPages.LISTED),
                "causes", TestPages.causes(test, LISTED));
    }
}
