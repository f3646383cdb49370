package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Decision;
import io.exhibit.control.Decision.Choice;
import io.exhibit.control.Document;
import io.exhibit.control.Document.Covers;
import io.exhibit.control.Document.Filed;
import io.exhibit.control.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was read and speaks against the entity's word stands beside it. */
class ContradictionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final Position AT = new Position("documents.yaml", 1, 1);

    private final PeriodAssessment assessment = SamplePack.content().assessment();
    private final Contradictions contradictions = new Contradictions(assessment);

    @Test
    void whatATestReadSpeaksAgainstAStatementThatThereIsNone() {
        TestResult deviating = first(Verdict.FAIL);
        TestResult empty = first(Verdict.NOT_APPLICABLE);
        Filed filed = new Filed("Nil statement", "1", "Dana", DAY, "", AT);

        assertThat(contradictions.of(document(List.of(deviating, empty), filed)))
                .isEqualTo(deviating.assertion().id() + " read " + deviating.things()
                        + ": if it states that there is none, it does not know of what was read.");
        assertThat(contradictions.of(document(List.of(empty), filed))).isEmpty();
        assertThat(contradictions.of(document(List.of(deviating), null))).isEmpty();
    }

    @Test
    void whatDeviatedSpeaksAgainstADecisionThatASpecificationIsImplemented() {
        ControlResult unit = assessment.controls().stream()
                .filter(control -> control.tests().stream().anyMatch(test -> test.verdict() == Verdict.FAIL))
                .findFirst()
                .orElseThrow();
        String said = contradictions.of(decision(unit, Choice.IMPLEMENTED), unit);
        unit.tests()
                .forEach(test -> assertThat(said.contains(test.assertion().id() + " ("))
                        .isEqualTo(test.verdict() == Verdict.FAIL || test.daysDeviating() > 0));
        assertThat(said).startsWith(" Tests that speak against this decision: ");
        assertThat(contradictions.of(decision(unit, Choice.NOT_REASONABLE), unit))
                .isEmpty();
    }

    private TestResult first(Verdict verdict) {
        return assessment.tests().stream()
                .filter(test -> test.verdict() == verdict)
                .findFirst()
                .orElseThrow();
    }

    private static Document document(List<TestResult> tests, Filed filed) {
        List<String> ids = tests.stream().map(test -> test.assertion().id()).toList();
        return new Document(
                "MAN-1", "There is none", "", 0, Covers.NOTHING, Map.of(), "", ids, Optional.ofNullable(filed));
    }

    private static Decision decision(ControlResult unit, Choice choice) {
        return new Decision(unit.control().citation(), choice, "So", "", "Dana", DAY, DAY.plusYears(1), AT);
    }
}
