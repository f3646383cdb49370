package io.exhibit.render;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Assertion;
import io.exhibit.control.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A test as a row of a unit's table, and what there is to say about its items. */
final class TestPages {

    /** Items of one test that are told on a unit's page, the gravest first; all of them stand among the exceptions. */
    private static final int TOLD = 5;

    /** Items of one cause that are named among the exceptions. */
    static final int LISTED = 25;

    /** Causes of not judging that stand at a test itself. */
    private static final int CAUSES = 3;

    private final PackContent content;
    private final Accounts accounts;
    private final FindingRows rows;
    private final UnknownRows unknown;

    TestPages(PackContent content, Accounts accounts, FindingRows rows) {
        this.content = content;
        this.accounts = accounts;
        this.rows = rows;
        this.unknown = new UnknownRows(accounts);
    }

    /** @param home whether the unit is the one that tells the test in full */
    Map<String, Object> row(TestResult test, String citation, boolean home) {
        Judgement counted = test.counted();
        Assertion assertion = test.assertion();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", assertion.id());
        row.put("says", assertion.says());
        row.put("strength", strength(assertion, citation));
        row.put("of", Words.count(test.things()));
        row.put("deviate", Words.count(counted.deviating()));
        row.put("accepted", counted.accepted() == 0 ? "" : Words.count(counted.accepted()));
        row.put("unknown", test.thingsUnknown() == 0 ? "" : Words.count(test.thingsUnknown()));
        row.put("verdict", test.verdict().words());
        row.put("mended", test.mended() ? "deviated on " + days(test.daysDeviating(), test) + ", mended" : "");
        row.put("style", Words.of(test.verdict()).replace(' ', '-'));
        row.put("beneath", beneath(test, citation, home));
        return row;
    }

    private static String strength(Assertion assertion, String citation) {
        return Optional.ofNullable(assertion.serves().get(citation))
                .map(link -> Words.of(link.strength()))
                .orElse("");
    }

    /** Why it bears on the unit; then the reason, proving values, thresholds with their policy, and how it was over the days. */
    private List<String> beneath(TestResult test, String citation, boolean home) {
        Stream<String> why =
                Optional.ofNullable(test.assertion().serves().get(citation)).map(Assertion.Link::why).stream();
        String facts = String.join(
                " ",
                (home ? facts(test) : List.of(test.counted().reason()))
                        .stream().map(Words::sentence).toList());
        return Stream.concat(why.map(Words::sentence), Stream.of(facts))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<String> facts(TestResult test) {
        List<String> lines = new ArrayList<>();
        if (!test.counted().reason().isEmpty()) {
            lines.add(test.counted().reason());
        }
        String list = inPeriod(test);
        if (!list.isEmpty()) {
            lines.add(list);
        }
        if (test.places().all() > 0) {
            lines.add(UnknownRows.readIn(test));
        }
        if (test.thingsConforming() > 0 && !test.proof().isEmpty()) {
            String which = test.counted().deviating() + test.counted().accepted() > 0 ? "The others: " : "Shown by: ";
            lines.add(which + test.proof());
        }
        test.assertion().parameters().forEach(name -> lines.add(threshold(name)));
        String days = overTheDays(test);
        if (!days.isEmpty()) {
            lines.add(days);
        }
        lines.addAll(causes(test, CAUSES));
        return lines;
    }

    /** How many of the things that were there in the period the last day still had, where that is another number. */
    private String inPeriod(TestResult test) {
        return content.populations().stream()
                .filter(p -> p.test().id().equals(test.assertion().id()))
                .filter(p -> p.rows() > 0 && p.things() != test.things())
                .findFirst()
                .map(p ->
                        Words.count(test.things()) + " in the period, " + Words.count(p.things()) + " on the last day")
                .orElse("");
    }

    private String threshold(String name) {
        Parameter parameter = content.assessment().book().parameters().get(name);
        if (parameter == null) {
            return name + ": not set";
        }
        String value = (parameter.value() + " " + parameter.unit()).strip();
        return name + " = " + value + " (" + Words.policy(parameter) + ")";
    }

    private static String overTheDays(TestResult test) {
        List<String> parts = new ArrayList<>();
        if (test.daysDeviating() > 0 && !test.mended()) {
            String days = days(test.daysDeviating(), test);
            parts.add(
                    test.onceIsEnough()
                            ? "on " + days + " it was not so, which one day on which it is makes good"
                            : "deviated on " + days);
        }
        if (test.daysUnknown() > 0) {
            parts.add("could not be judged in full on " + days(test.daysUnknown(), test));
        }
        String text = String.join("; ", parts);
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** "2026-10-13 to 2026-10-15: GuardDuty could not be read". */
    static List<String> causes(TestResult test, int most) {
        List<String> lines = new ArrayList<>();
        test.unjudged().stream()
                .limit(most)
                .forEach(u -> lines.add("Not judged on " + Words.days(u.days()) + ": "
                        + (u.cause().isEmpty() ? "other causes" : u.cause())));
        int more = test.unjudged().size() - most;
        if (more > 0) {
            lines.add(Words.count(more, "more cause", "more causes") + " of not judging");
        }
        return lines;
    }

    private static String days(int some, TestResult test) {
        return Words.count(some) + " of " + Words.count(test.daysJudged(), "day", "days");
    }

    /** Whether there is more to say about its items than the row does; what was closed stands apart. */
    boolean hasDetail(TestResult test) {
        return test.histories().stream().anyMatch(History::open)
                || !test.inconclusive().isEmpty()
                || content.notes().containsKey(test.assertion().id());
    }

    /** Of what there is to say about a test's items, under the unit that tells it. */
    static String anchorOf(String test) {
        return "items-" + test;
    }

    UnknownRows unknown() {
        return unknown;
    }

    Map<String, Object> detail(TestResult test, List<Finding> findings) {
        List<Finding> deviating =
                findings.stream().filter(f -> f.history().open()).toList();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("id", test.assertion().id());
        detail.put("anchor", anchorOf(test.assertion().id()));
        detail.put("says", test.assertion().says());

        detail.put(
                "remedy",
                deviating.isEmpty() ? "" : Words.sentence(test.assertion().remedy()));

        detail.put("deviating", rows.of(deviating.stream().limit(TOLD).toList()));
        detail.put("deviatingMore", more(deviating.size(), TOLD));
        detail.put("limits", rows.limits(deviating));

        detail.put("much", UnknownRows.words(test));
        detail.put("unknown", unknown.of(test, TOLD));
        detail.put("notes", content.notes().getOrDefault(test.assertion().id(), List.of()));
        return detail;
    }

    /** A test whose items are told elsewhere: how many deviate, and the gravest of them. */
    Map<String, Object> brief(TestResult test, List<Finding> findings) {
        List<Finding> open = findings.stream().filter(f -> f.history().open()).toList();
        return Map.of(
                "id",
                test.assertion().id(),
                "open",
                Words.count(open.size()),
                "unknown",
                UnknownRows.words(test),
                "gravest",
                open.isEmpty() ? List.of() : rows.of(open.subList(0, 1)));
    }

    /** What was closed in the period, by test: "IAM-01 3". */
    static String closed(List<Finding> findings) {
        return byTest(findings, f -> !f.event() && !f.history().open());
    }

    /** How many of them there are of each test. */
    static String byTest(List<Finding> findings, Predicate<Finding> which) {
        Map<String, Integer> byTest = new TreeMap<>();
        findings.stream()
                .filter(which)
                .forEach(f -> byTest.merge(f.test().assertion().id(), 1, Integer::sum));
        return byTest.entrySet().stream()
                .map(test -> test.getKey() + " " + Words.count(test.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String more(int all, int told) {
        return all > told ? Words.count(all - told) : "";
    }
}
