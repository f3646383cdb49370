package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** GuardDuty detectors; none in a region means that GuardDuty is off there. */
final class GuardDutyDetectors {

    static final Source SOURCE = new Source(
            "guardduty.detectors",
            "GuardDuty detectors",
            Scope.REGION,
            List.of(
                    rest("guardduty:ListDetectors", "", "DetectorIds"),
                    rest("guardduty:GetDetector", "", "ServiceRole", "Status")),
            List.of(joined(
                    reading(
                            "guardduty.detectors",
                            "detectors",
                            "DetectorId",
                            "DetectorIds",
                            List.of("guardduty:ListDetectors")),
                    "guardduty:GetDetector")));

    private GuardDutyDetectors() {}
}
