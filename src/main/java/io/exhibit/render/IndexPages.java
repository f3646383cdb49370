package io.exhibit.render;

import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.TestResult;
import java.util.Map;

/** Where everything is: the page of every unit and test. */
final class IndexPages {

    private final PackContent content;
    private final UnitPages units;

    IndexPages(PackContent content, UnitPages units) {
        this.content = content;
        this.units = units;
    }

    Map<String, Object> model() {
        return Map.of(
                "tests", content.assessment().tests().stream().map(this::test).toList(),
                "units",
                        content.assessment().controls().stream()
                                .filter(ControlResult::mapped)
                                .map(units::line)
                                .toList());
    }

    private Map<String, Object> test(TestResult test) {
        String home = units.home(test.assertion().id());
        return Map.of(
                "id", test.assertion().id(),
                "says", test.assertion().says(),
                "citation", home.isEmpty() ? "Completeness tests" : home,
                "anchor", home.isEmpty() ? "completeness" : units.anchor(home),
                "verdict", test.verdict().words(),
                "style", Words.of(test.verdict()).replace(' ', '-'));
    }
}
