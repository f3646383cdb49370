package io.exhibit.render;

import io.exhibit.assessment.Balance;
import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.DocumentResult.State;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.SincePrevious;
import io.exhibit.assessment.SincePrevious.DocumentChange;
import io.exhibit.assessment.SincePrevious.PopulationChange;
import io.exhibit.assessment.SincePrevious.Stand;
import io.exhibit.assessment.SincePrevious.TestChange;
import io.exhibit.assessment.SincePrevious.ThresholdChange;
import io.exhibit.assessment.SincePrevious.UnitChange;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Parameter;
import io.exhibit.control.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What changed since a September that nobody saw: one thing of each kind. */
final class SampleSince {

    private SampleSince() {}

    static SincePrevious of(PeriodAssessment october) {
        Findings findings = new Findings(october);
        SortedMap<Severity, Balance> bySeverity = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, findings.balance(f -> f.severity() == severity));
        }
        return new SincePrevious(
                "EH-2026-09",
                "5e".repeat(32),
                new Period(
                        LocalDate.parse("2026-09-01"),
                        LocalDate.parse("2026-09-30"),
                        october.period().zone()),
                List.of(
                        new UnitChange("164.312(d)", ConclusionKind.NO_DEVIATION, ConclusionKind.DEVIATIONS),
                        new UnitChange(
                                "164.308(a)(1)(i)",
                                ConclusionKind.DOCUMENTS_CURRENT,
                                ConclusionKind.DOCUMENTS_WANTING)),
                List.of(
                        new TestChange("IAM-01", new Stand(Verdict.PASS, 0, 209), new Stand(Verdict.FAIL, 3, 212)),
                        new TestChange(
                                "IAM-03", new Stand(Verdict.FAIL, 2, 57), new Stand(Verdict.INCONCLUSIVE, 0, 57))),
                bySeverity,
                List.of(new DocumentChange("MAN-09", State.CURRENT, State.STALE)),
                Optional.of(List.of(
                        new PopulationChange("iam.credential-report", 209, 1_212, true),
                        new PopulationChange("kms.keys", 60, 57, false))),
                Optional.of(List.of(new ThresholdChange(
                        "max_key_age_days",
                        Optional.of(new Parameter("max_key_age_days", 90L, "days", "", SampleBook.AT)),
                        Optional.of(new Parameter("max_key_age_days", 60L, "days", "SEC-03, 4.2", SampleBook.AT))))),
                List.of("COL-04", "COL-07"),
                List.of("164.316(b)(1)"));
    }
}
