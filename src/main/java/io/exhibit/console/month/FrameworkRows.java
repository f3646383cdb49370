package io.exhibit.console.month;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Say;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import java.util.ArrayList;
import java.util.HashMap;
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
        return model(framework, rows, tests, documents, "");
    }

    /** Another framework: by which tests and documents it would be judged, and what those tests found in the month. */
    static Map<String, Object> of(Standing standing, Book book) {
        Map<String, TestResult> judged = new HashMap<>();
        standing.month()
                .assessment()
                .tests()
                .forEach(test -> judged.put(test.assertion().id(), test));
        List<Map<String, Object>> rows = new ArrayList<>();
        long byTests = 0;
        long byDocuments = 0;
        for (Control unit : book.framework().controls()) {
            String citation = unit.citation();
            List<List<String>> cells = new ArrayList<>();
            for (Strength strength : Strength.values()) {
                cells.add(book.assertions().stream()
                        .filter(test -> test.serves().containsKey(citation)
                                && test.serves().get(citation).strength() == strength)
                        .map(Assertion::id)
                        .toList());
            }
            List<String> documents = book.documents().stream()
                    .filter(document -> document.serves().containsKey(citation))
                    .map(Document::id)
                    .toList();
            long tests = cells.stream().mapToLong(List::size).sum();
            long deviate = cells.stream()
                    .flatMap(List::stream)
                    .filter(id -> judged.containsKey(id) && judged.get(id).verdict() == Verdict.FAIL)
                    .count();
            byTests += tests > 0 ? 1 : 0;
            byDocuments += tests == 0 && !documents.isEmpty() ? 1 : 0;
            rows.add(Map.of(
                    "citation",
                    citation,
                    "title",
                    unit.title(),
                    "mapped",
                    false,
                    "style",
                    "",
                    "words",
                    deviate == 0 ? "" : Say.count(deviate) + " of " + Say.count(tests) + " tests deviate",
                    "cells",
                    cells,
                    "documents",
                    documents));
        }
        return model(
                book.framework(),
                rows,
                byTests,
                byDocuments,
                standing.month().assessment().book().framework().title());
    }

    /** @param instead title of the framework that the month is judged by, where this is another one */
    private static Map<String, Object> model(
            Framework framework, List<Map<String, Object>> units, long tests, long documents, String instead) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", framework.title());
        model.put("instead", instead);
        model.put("edition", framework.edition());
        model.put("reviewer", framework.reviewer());
        model.put("id", framework.id());
        model.put("all", Say.count(units.size()));
        model.put("byTests", Say.count(tests));
        model.put("byDocuments", Say.count(documents));
        model.put("unmapped", Say.count(units.size() - tests - documents));
        model.put("rows", units);
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
