package io.exhibit.console.month;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.TestResult;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Say;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Framework;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The framework of the book: what bears on each of its units, and how strongly. */
final class FrameworkRows {

    private FrameworkRows() {}

    static Map<String, Object> of(Standing standing) {
        Framework framework = standing.month().assessment().book().framework();
        List<ControlResult> units = standing.month().assessment().controls();
        List<Map<String, Object>> rows = new ArrayList<>();
        long tests = 0;
        long documents = 0;
        for (ControlResult unit : units) {
            rows.add(row(unit));
            tests += unit.tests().isEmpty() ? 0 : 1;
            documents += unit.tests().isEmpty() && !unit.documents().isEmpty() ? 1 : 0;
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("edition", framework.edition());
        model.put("reviewer", framework.reviewer());
        model.put("id", framework.id());
        model.put("all", Say.count(units.size()));
        model.put("byTests", Say.count(tests));
        model.put("byDocuments", Say.count(documents));
        model.put("unmapped", Say.count(units.size() - tests - documents));
        model.put("rows", rows);
        model.put("strengths", strengths());
        return model;
    }

    private static List<String> strengths() {
        List<String> words = new ArrayList<>();
        for (Strength strength : Strength.values()) {
            words.add(Say.word(strength));
        }
        return words;
    }

    private static Map<String, Object> row(ControlResult unit) {
        String citation = unit.control().citation();
        List<List<String>> cells = new ArrayList<>();
        for (Strength strength : Strength.values()) {
            cells.add(unit.tests().stream()
                    .map(TestResult::assertion)
                    .filter(test -> test.serves().containsKey(citation)
                            && test.serves().get(citation).strength() == strength)
                    .map(test -> test.id())
                    .toList());
        }
        return Map.of(
                "citation", citation,
                "title", unit.control().title(),
                "mapped", unit.mapped(),
                "style", ConclusionKind.of(unit).style(),
                "words", ConclusionKind.of(unit).words(),
                "cells", cells,
                "documents",
                        unit.documents().stream()
                                .map(result -> result.document().id())
                                .toList());
    }
}
