package io.exhibit.render;

import io.exhibit.assessment.History;
import io.exhibit.assessment.TestResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tests that serve no unit: they say how complete the evidence is, and stand in the collection log. */
final class Completeness {

    /** Deviations of one test that are listed. */
    private static final int LISTED = 25;

    private final TestPages pages;
    private final List<TestResult> tests;

    Completeness(PackContent content, TestPages pages, UnitPages units) {
        this.pages = pages;
        this.tests = content.assessment().tests().stream()
                .filter(test -> units.home(test.assertion().id()).isEmpty())
                .toList();
    }

    List<Map<String, Object>> rows() {
        return tests.stream().map(this::row).toList();
    }

    private Map<String, Object> row(TestResult test) {
        List<String> deviations =
                test.histories().stream().map(History::text).distinct().toList();
        Map<String, Object> row = new LinkedHashMap<>(pages.row(test, "", true));
        row.put(
                "deviations",
                deviations.stream().limit(LISTED).map(Words::sentence).toList());
        row.put("anchor", UnitPages.anchorOf(test.assertion().id()));
        row.put("more", deviations.size() > LISTED ? Words.count(deviations.size() - LISTED) : "");
        return row;
    }
}
