package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
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
    void missingDocumentBesidePassingTestsIsNoDeviation() {
        assertThat(conclusion(Verdict.MANUAL, Verdict.PASS)).isEqualTo(ConclusionKind.NO_DEVIATION);
    }

    @Test
    void unitWithoutTestsHasDocumentsOnly() {
        assertThat(conclusion(Verdict.PASS)).isEqualTo(ConclusionKind.DOCUMENTS_CURRENT);
        assertThat(conclusion(Verdict.MANUAL)).isEqualTo(ConclusionKind.DOCUMENTS_WANTING);
    }

    @Test
    void whereAnAlternativeMeasureDecidesDeviatingTestsAreNeverNoDeviation() {
        assertThat(conclusion(Verdict.PASS, Verdict.PASS, Verdict.FAIL)).isEqualTo(ConclusionKind.DOCUMENTS_CURRENT);
    }

    @Test
    void unitThatNothingIsMappedToIsCountedApart() {
        assertThat(ConclusionKind.of(unit(Verdict.NOT_APPLICABLE, false))).isEqualTo(ConclusionKind.NOT_MAPPED);
    }

    private static ConclusionKind conclusion(Verdict verdict, Verdict... tests) {
        return ConclusionKind.of(unit(verdict, true, tests));
    }

    private static ControlResult unit(Verdict verdict, boolean mapped, Verdict... tests) {
        TestResult sample = SampleTests.all().get(0);
        List<TestResult> results = Stream.of(tests)
                .map(v -> new TestResult(
                        sample.assertion(),
                        new Judgement("T", v, 1, 0, 0, 0, 0, 0, ""),
                        1,
                        0,
                        0,
                        List.of(),
                        List.of(),
                        ""))
                .toList();
        return new ControlResult(
                SamplePack.controls().get(0), verdict, "", results, List.of(), mapped, Optional.empty());
    }
}
