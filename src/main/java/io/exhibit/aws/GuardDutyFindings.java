package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** GuardDuty findings of the account itself, archived ones included. */
final class GuardDutyFindings {

    static final Source SOURCE = new Source(
            "guardduty.findings",
            "GuardDuty findings",
            Scope.REGION,
            List.of(
                    rest("guardduty:ListDetectors", "", "DetectorIds"),
                    rest("guardduty:ListFindings", "", "FindingIds"),
                    rest("guardduty:GetFindings", "Id", "Findings")),
            List.of(derived(reading(
                    "guardduty.findings",
                    "GuardDuty findings",
                    "Id",
                    "Findings",
                    List.of("guardduty:GetFindings", "guardduty:ListFindings", "guardduty:ListDetectors")))));

    private GuardDutyFindings() {}
}
