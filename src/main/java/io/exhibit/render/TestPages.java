package io.exhibit.render;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Parameter;
import io.exhibit.render.Findings.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A test as a row of a unit's table, and what there is to say about its items. */
final class TestPages {

    /** Items of one test that are listed on a unit's page; all of them stand among the exceptions. */
    private static final int LISTED = 25;

    private final PackContent content;
    private final Accounts accounts;
    private final FindingRows rows;

    TestPages(PackContent content, Accounts accounts, FindingRows rows) {
        this.content = content;
        this.accounts = accounts;
        this.rows = rows;
    }

    Map<String, Object> row(TestResult test, String citation) {
        Judgement counted = test.counted();
        Assertion assertion = test.assertion();
        return Map.of(
                "id", assertion.id(),
                "says", assertion.says(),
                "strength", strength(assertion, citation),
                "of", Words.count(counted.population()),
                "deviate", Words.count(counted.deviating()),
                "accepted", counted.accepted() == 0 ? "" : Words.count(counted.accepted()),
                "unknown", counted.inconclusive() == 0 ? "" : Words.count(counted.inconclusive()),
                "verdict", test.verdict().words(),
                "style", Words.of(test.verdict()).replace(' ', '-'),
                "beneath", beneath(test));
    }

    private static String strength(Assertion assertion, String citation) {
        return Optional.ofNullable(assertion.serves().get(citation))
                .map(link -> Words.of(link.strength()))
                .orElse("");
    }

    /** Reason, proving values, thresholds with their policy, and how it was over the days. */
    private List<String> beneath(TestResult test) {
        List<String> lines = new ArrayList<>();
        if (!test.counted().reason().isEmpty()) {
            lines.add(test.counted().reason());
        }
        if (test.counted().conforming() > 0 && !test.proof().isEmpty()) {
            String which = test.counted().deviating() + test.counted().accepted() > 0 ? "The others: " : "Shown by: ";
            lines.add(which + test.proof());
        }
        test.assertion().parameters().forEach(name -> lines.add(threshold(name)));
        String days = overTheDays(test);
        if (!days.isEmpty()) {
            lines.add(days);
        }
        return lines;
    }

    private String threshold(String name) {
        Parameter parameter = content.assessment().book().parameters().get(name);
        if (parameter == null) {
            return name + ": not set";
        }
        String value = (parameter.value() + " " + parameter.unit()).strip();
        return name + " = " + value + " (" + (parameter.policy().isBlank() ? "tool default" : parameter.policy()) + ")";
    }

    private static String overTheDays(TestResult test) {
        String judged = "of " + Words.count(test.daysJudged(), "day", "days");
        List<String> parts = new ArrayList<>();
        if (test.daysDeviating() > 0) {
            parts.add("deviated on " + Words.count(test.daysDeviating()) + " " + judged);
        }
        if (test.daysUnknown() > 0) {
            parts.add("could not be judged in full on " + Words.count(test.daysUnknown()) + " " + judged);
        }
        String text = String.join("; ", parts);
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /** Whether there is more to say than the row does. */
    boolean hasDetail(TestResult test) {
        return !test.histories().isEmpty()
                || !test.inconclusive().isEmpty()
                || content.notes().containsKey(test.assertion().id());
    }

    Map<String, Object> detail(TestResult test, String citation, List<Finding> findings) {
        boolean everyDay = test.assertion().timing() != Timing.SNAPSHOT;
        List<Finding> deviating =
                findings.stream().filter(f -> f.history().open()).toList();
        List<Finding> closed =
                findings.stream().filter(f -> !f.history().open()).toList();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("id", test.assertion().id());
        detail.put("says", test.assertion().says());
        detail.put(
                "why",
                Optional.ofNullable(test.assertion().serves().get(citation))
                        .map(Assertion.Link::why)
                        .orElse(""));
        detail.put("remedy", deviating.isEmpty() ? "" : test.assertion().remedy());
        detail.put("everyDay", everyDay);
        detail.put("deviating", deviating.stream().limit(LISTED).map(rows::row).toList());
        detail.put("deviatingMore", more(deviating.size()));
        detail.put("closed", closed.stream().limit(LISTED).map(rows::row).toList());
        detail.put("closedMore", more(closed.size()));
        detail.put("of", Words.count(test.counted().population()));
        detail.put("unknown", unknown(test));
        detail.put("notes", content.notes().getOrDefault(test.assertion().id(), List.of()));
        return detail;
    }

    private static String more(int all) {
        return all > LISTED ? Words.count(all - LISTED) : "";
    }

    /** What could not be judged, by reason: how many of the population, and which as far as they are listed. */
    Map<String, Object> unknown(TestResult test) {
        Map<String, List<Item>> byReason = new LinkedHashMap<>();
        test.inconclusive()
                .forEach(item -> byReason.computeIfAbsent(item.text(), r -> new ArrayList<>())
                        .add(item));
        List<Object> reasons = new ArrayList<>();
        byReason.forEach((reason, items) -> reasons.add(Map.of(
                "reason", reason,
                "count", Words.count(items.size()),
                "items", items.stream().limit(LISTED).map(this::item).toList(),
                "more", more(items.size()))));
        long all = test.counted().inconclusive();
        long unlisted = Math.max(0, all - test.inconclusive().size());
        return Map.of(
                "count", all == 0 && test.verdict() == Verdict.INCONCLUSIVE ? "" : Words.count(all),
                "reasons", reasons,
                "unlisted", unlisted == 0 ? "" : Words.count(unlisted));
    }

    private Map<String, Object> item(Item item) {
        return Map.of("key", item.key(), "where", accounts.printed(item.target()));
    }
}
