package io.exhibit.render;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Register;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What AWS's reports leave to the entity, duty by duty, as its register {@code customer_duties} has it. */
final class DutyPages {

    private final PeriodAssessment assessment;

    DutyPages(PeriodAssessment assessment) {
        this.assessment = assessment;
    }

    /** Those that count on the last day of the period, as they are written. */
    List<Map<String, String>> rows() {
        return Stream.ofNullable(assessment.book().registers().get(Register.DUTIES))
                .flatMap(register -> register.entries().stream())
                .filter(entry -> entry.counts(assessment.period().last()))
                .map(this::row)
                .toList();
    }

    private Map<String, String> row(Register.Entry entry) {
        String shown = member(entry, "shown_by");
        return Map.of(
                "duty",
                member(entry, "duty"),
                "report",
                member(entry, "report") + ", version " + member(entry, "version"),
                "shown",
                shown.isEmpty() ? "–" : (shown + " " + state(shown)).strip(),
                "owner",
                or(member(entry, "owner")));
    }

    /** How a test came out, or whether a document is current. */
    private String state(String id) {
        Stream<String> tests = assessment.tests().stream()
                .filter(test -> test.assertion().id().equals(id))
                .map(TestResult::verdict)
                .map(verdict -> verdict.words());
        Stream<String> documents = assessment.documents().stream()
                .filter(result -> result.document().id().equals(id))
                .map(DocumentResult::state)
                .map(Words::of);
        return Stream.concat(tests, documents).findFirst().orElse("(nothing of this name is in the book)");
    }

    private static String member(Register.Entry entry, String name) {
        return entry.members().get(name) instanceof String text ? text : "";
    }

    private static String or(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
