package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.ControlResult.Basis;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ConclusionKindTest {

    @Test
    void unitIsCountedByItsVerdict() {
        assertThat(conclusion(Verdict.FAIL, Verdict.PASS, Verdict.FAIL)).isEqualTo(ConclusionKind.DEVIATIONS);
        assertThat(conclusion(Verdict.INCONCLUSIVE, Verdict.PASS)).isEqualTo(ConclusionKind.NOT_FULLY_EVALUATED);
        assertThat(conclusion(Verdict.PASS, Verdict.PASS, Verdict.NOT_APPLICABLE))
                .isEqualTo(ConclusionKind.NO_DEVIATION);
        assertThat(conclusion(Verdict.NOT_APPLICABLE)).isEqualTo(ConclusionKind.NOT_APPLICABLE);
    }

    @Test
    void missingDocumentBesidePassingTestsIsAKindOfItsOwn() {
        assertThat(conclusion(Verdict.MANUAL, Verdict.PASS)).isEqualTo(ConclusionKind.NO_DEVIATION_DOCUMENTS_WANTING);
    }

    @Test
    void whatDeviatedOnADayAndNotAtTheEndIsMendedAndNotWithoutDeviation() {
        assertThat(mended(Timing.SNAPSHOT, Verdict.PASS, Verdict.PASS)).isEqualTo(ConclusionKind.MENDED);
        assertThat(mended(Timing.SNAPSHOT, Verdict.MANUAL, Verdict.PASS)).isEqualTo(ConclusionKind.MENDED);
        assertThat(mended(Timing.SNAPSHOT, Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE))
                .as("the item that deviated is gone")
                .isEqualTo(ConclusionKind.MENDED);
        assertThat(mended(Timing.SNAPSHOT, Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE))
                .isEqualTo(ConclusionKind.NOT_FULLY_EVALUATED);
        assertThat(mended(Timing.ONCE, Verdict.PASS, Verdict.PASS))
                .as("one day is enough")
                .isEqualTo(ConclusionKind.NO_DEVIATION);
    }

    @Test
    void unitWithoutTestsHasDocumentsOnly() {
        assertThat(conclusion(Verdict.PASS)).isEqualTo(ConclusionKind.DOCUMENTS_CURRENT);
        assertThat(conclusion(Verdict.MANUAL)).isEqualTo(ConclusionKind.DOCUMENTS_WANTING);
    }

    @Test
    void whereAnAlternativeMeasureDecidesItsDocumentIsTheKindWhateverTheTestsFound() {
        for (Verdict found : Verdict.values()) {
            assertThat(ConclusionKind.of(unit(Verdict.PASS, Basis.DECISION, List.of(test(Timing.SNAPSHOT, found, 3)))))
                    .isEqualTo(ConclusionKind.DOCUMENTS_CURRENT);
            assertThat(ConclusionKind.of(
                            unit(Verdict.MANUAL, Basis.DECISION, List.of(test(Timing.SNAPSHOT, found, 3)))))
                    .isEqualTo(ConclusionKind.DOCUMENTS_WANTING);
        }
    }

    @Test
    void whatDoesNotApplyByAStatementIsThatWhateverTheTestsFound() {
        assertThat(ConclusionKind.of(
                        unit(Verdict.NOT_APPLICABLE, Basis.FACT, List.of(test(Timing.SNAPSHOT, Verdict.FAIL, 3)))))
                .isEqualTo(ConclusionKind.NOT_APPLICABLE);
    }

    @Test
    void unitThatNothingIsMappedToIsCountedApart() {
        ControlResult unit = unit(Verdict.INCONCLUSIVE, Basis.TESTS, List.of());
        assertThat(ConclusionKind.of(new ControlResult(
                        unit.control(), unit.verdict(), "", List.of(), List.of(), Basis.TESTS, Optional.empty())))
                .isEqualTo(ConclusionKind.NOT_MAPPED);
    }

    private static ConclusionKind conclusion(Verdict verdict, Verdict... tests) {
        List<TestResult> results =
                Stream.of(tests).map(v -> test(Timing.SNAPSHOT, v, 0)).toList();
        return ConclusionKind.of(unit(verdict, Basis.TESTS, results));
    }

    private static ConclusionKind mended(Timing timing, Verdict verdict, Verdict test) {
        return ConclusionKind.of(unit(verdict, Basis.TESTS, List.of(test(timing, test, 2))));
    }

    private static TestResult test(Timing timing, Verdict verdict, int daysDeviating) {
        Assertion any = SampleTests.all().get(0).assertion();
        return new TestResult(
                new Assertion(
                        any.id(),
                        any.says(),
                        timing,
                        any.source(),
                        any.with(),
                        any.where(),
                        any.expect(),
                        any.across(),
                        any.vanished(),
                        any.deviation(),
                        any.remedy(),
                        any.severity(),
                        any.limit(),
                        any.proof(),
                        any.parameters(),
                        any.serves(),
                        any.position(),
                        any.places(),
                        any.particulars()),
                new Judgement("T", verdict, 1, 0, 0, 0, 0, 0, ""),
                30,
                daysDeviating,
                0,
                List.of(),
                List.of(),
                "");
    }

    private static ControlResult unit(Verdict verdict, Basis basis, List<TestResult> tests) {
        ControlResult any = SamplePack.content().assessment().controls().stream()
                .filter(unit -> !unit.documents().isEmpty())
                .findFirst()
                .orElseThrow();
        return new ControlResult(any.control(), verdict, "", tests, any.documents(), basis, Optional.empty());
    }
}
