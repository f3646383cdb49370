package io.exhibit.render;

import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Decision;
import io.exhibit.control.Document;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tests speak against what the entity says: against a decision that a specification is implemented those of the unit that
 * deviated, against a statement that there is none of something those that read one. They are printed beside its word.
 */
final class Contradictions {

    private final PeriodAssessment assessment;

    Contradictions(PeriodAssessment assessment) {
        this.assessment = assessment;
    }

    /** One sentence, or "". */
    String of(Document document) {
        String tests = read(document)
                .map(test -> test.assertion().id() + " read " + Words.count(test.things()))
                .collect(Collectors.joining(", "));
        return tests.isEmpty() || document.filed().isEmpty()
                ? ""
                : tests + ": if it states that there is none, it does not know of what was read.";
    }

    /** One sentence, or "". */
    String of(Decision decision, ControlResult unit) {
        Stream<TestResult> tests = switch (decision.choice()) {
            case IMPLEMENTED -> unit.tests().stream().filter(Contradictions::deviated);
            case NOT_REASONABLE ->
                assessment.documents().stream()
                        .map(result -> result.document())
                        .filter(document -> document.id().equals(decision.document()))
                        .flatMap(this::read);
            // Another measure is for things that are there.
            case ALTERNATIVE -> Stream.of();
        };
        String words = words(tests);
        return words.isEmpty() ? "" : " Tests that speak against this decision: " + words + ".";
    }

    private Stream<TestResult> read(Document document) {
        return assessment.tests().stream()
                .filter(test -> document.againstNone().contains(test.assertion().id()))
                .filter(test -> test.things() > 0);
    }

    private static boolean deviated(TestResult test) {
        return test.verdict() == Verdict.FAIL || test.daysDeviating() > 0;
    }

    /** "INH-02 (1 read, 1 deviates)". */
    private static String words(Stream<TestResult> tests) {
        List<TestResult> all = tests.toList();
        return all.stream().map(Contradictions::words).collect(Collectors.joining(", "));
    }

    private static String words(TestResult test) {
        long deviating = test.counted().deviating() + test.counted().accepted();
        return test.assertion().id() + " (" + Words.count(test.things()) + " read, " + Words.count(deviating)
                + (deviating == 1 ? " deviates" : " deviate")
                + (test.daysDeviating() == 0
                        ? ""
                        : "; deviated on " + Words.count(test.daysDeviating()) + " of "
                                + Words.count(test.daysJudged(), "day", "days"))
                + ")";
    }
}
