package io.exhibit.aws.detection;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;

/** GuardDuty detectors; none in a region means that GuardDuty is off there. */
public final class GuardDutyDetectors implements Collector {

    public static final Operation LIST = rest("guardduty:ListDetectors", "", "DetectorIds");

    public static final Source SOURCE = new Source(
            "guardduty.detectors",
            "GuardDuty detectors",
            Scope.REGION,
            List.of(LIST, rest("guardduty:GetDetector", "", "ServiceRole", "Status")),
            List.of(joined(
                    reading(
                            "guardduty.detectors",
                            "detectors",
                            "DetectorId",
                            "DetectorIds",
                            List.of("guardduty:ListDetectors")),
                    "guardduty:GetDetector")));

    private static final int PAGE = 50;

    private final AwsClients clients;

    public GuardDutyDetectors(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        GuardDutyClient guardDuty = clients.guardDuty(target);
        for (String id : ids(guardDuty, capture, clients.page(PAGE))) {
            capture.ask(Call.of("guardduty:GetDetector", id), () -> guardDuty.getDetector(r -> r.detectorId(id)));
        }
    }

    /** Asked anew by each source that needs them, so that no source depends on another one's answers. */
    static Set<String> ids(GuardDutyClient guardDuty, Capture capture, int size) {
        Set<String> detectors = new LinkedHashSet<>();
        capture.pages(
                Call.of(LIST.name()),
                token -> guardDuty.listDetectors(r -> r.maxResults(size).nextToken(token)),
                ListDetectorsResponse::nextToken,
                page -> detectors.addAll(page.detectorIds()));
        return detectors;
    }
}
