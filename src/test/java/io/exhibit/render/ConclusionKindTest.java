package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Control;
import io.exhibit.control.Decision;
import java.time.LocalDate;
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
            assertThat(ConclusionKind.of(
                            unit(Verdict.PASS, true, List.of(test(Timing.SNAPSHOT, found, 3)), ALTERNATIVE)))
                    .isEqualTo(ConclusionKind.DOCUMENTS_CURRENT);
            assertThat(ConclusionKind.of(
                            unit(Verdict.MANUAL, true, List.of(test(Timing.SNAPSHOT, found, 3)), ALTERNATIVE)))
                    .isEqualTo(ConclusionKind.DOCUMENTS_WANTING);
        }
    }

    @Test
    void unitThatNothingIsMappedToIsCountedApart() {
        assertThat(ConclusionKind.of(unit(Verdict.NOT_APPLICABLE, false, List.of(), Optional.empty())))
                .isEqualTo(ConclusionKind.NOT_MAPPED);
    }

    private static ConclusionKind conclusion(Verdict verdict, Verdict... tests) {
        List<TestResult> results =
                Stream.of(tests).map(v -> test(Timing.SNAPSHOT, v, 0)).toList();
        return ConclusionKind.of(unit(verdict, true, results, Optional.empty()));
    }

    private static ConclusionKind mended(Timing timing, Verdict verdict, Verdict test) {
        return ConclusionKind.of(unit(verdict, true, List.of(test(timing, test, 2)), Optional.empty()));
    }

    private static final Optional<Decision> ALTERNATIVE = Optional.of(new Decision(
            "164.312(a)(2)(iii)",
            Decision.Choice.ALTERNATIVE,
            "Screens lock",
            "MAN-24",
            "Security Official",
            LocalDate.parse("2026-01-12"),
            LocalDate.parse("2027-01-12"),
            SamplePack.AT));

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

    private static ControlResult unit(
            Verdict verdict, boolean mapped, List<TestResult> tests, Optional<Decision> decision) {
        Control addressable = SamplePack.controls().stream()
                .filter(unit -> unit.obligation() == Control.Obligation.ADDRESSABLE)
                .findFirst()
                .orElseThrow();
        return new ControlResult(addressable, verdict, "", tests, List.of(), mapped, decision);
    }
}
