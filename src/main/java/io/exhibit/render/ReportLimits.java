package io.exhibit.render;

import io.exhibit.assessment.Inheritance.Report;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Parameter;
import java.util.List;
import java.util.Map;

/** Against which limits tests hold the dates of a report: one that conforms by a limit does not show that the period is covered. */
final class ReportLimits {

    private static final String DAYS = "days";

    private final PeriodAssessment assessment;

    ReportLimits(PeriodAssessment assessment) {
        this.assessment = assessment;
    }

    /** @param covered days of the period that lie in the report's time */
    List<String> of(Report report, long covered) {
        return assessment.tests().stream()
                .filter(ResponsibilityPages::onAws)
                .filter(test -> test.assertion().parameters().stream().anyMatch(report.parameters()::contains))
                .filter(test -> !limits(test).isEmpty())
                .map(test -> line(test, covered))
                .toList();
    }

    private String line(TestResult test, long covered) {
        long all = assessment.period().days();
        String why = test.verdict() == Verdict.PASS && covered < all
                ? " conforms although " + Words.count(all - covered, "day", "days")
                        + (all - covered == 1
                                ? " of the period lies outside this time: it does not ask that it is covered"
                                : " of the period lie outside this time: it does not ask that they are covered")
                        + ", and holds dates against "
                : " holds dates against ";
        return test.assertion().id() + why + String.join(", ", limits(test)) + ".";
    }

    /** "soc2_max_gap_days = 190 days (VEN-02 section 3)". */
    private List<String> limits(TestResult test) {
        Map<String, Parameter> parameters = assessment.book().parameters();
        return test.assertion().parameters().stream()
                .map(parameters::get)
                .filter(parameter -> parameter != null && parameter.unit().equals(DAYS))
                .map(parameter ->
                        parameter.name() + " = " + parameter.value() + " days (" + Words.policy(parameter) + ")")
                .toList();
    }
}
