package io.exhibit.aws.detection;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.Condition;
import software.amazon.awssdk.services.guardduty.model.FindingCriteria;
import software.amazon.awssdk.services.guardduty.model.ListFindingsResponse;

/** GuardDuty findings of the account itself, archived ones included. */
public final class GuardDutyFindings implements Collector {

    private static final List<String> CALLS =
            List.of("guardduty:GetFindings", "guardduty:ListFindings", "guardduty:ListDetectors");

    public static final Source SOURCE = new Source(
                    "guardduty.findings",
                    "GuardDuty findings",
                    Scope.REGION,
                    List.of(
                            GuardDutyDetectors.LIST,
                            rest("guardduty:ListFindings", "", "FindingIds"),
                            rest("guardduty:GetFindings", "Id", "Findings")),
                    List.of(
                            derived(reading("guardduty.findings", "GuardDuty findings", "Id", "Findings", CALLS)),
                            derived(reading(
                                    "guardduty.listed-findings",
                                    "detectors with their lists of findings",
                                    "detector",
                                    "Findings",
                                    CALLS))))
            .only("findings about the account itself, archived ones too");

    private static final int PAGE = 50;

    private final AwsClients clients;

    public GuardDutyFindings(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        GuardDutyClient guardDuty = clients.guardDuty(target);
        GuardDutyDetectors.ids(guardDuty, capture, clients.page(PAGE))
                .forEach(detector -> findings(guardDuty, capture, detector, target.account()));
    }

    /** Page after page of ids, and the findings of each page at once, until one page of findings is refused. */
    private void findings(GuardDutyClient guardDuty, Capture capture, String detector, String account) {
        FindingCriteria own = FindingCriteria.builder()
                .criterion(Map.of(
                        "accountId", Condition.builder().equalsValue(account).build()))
                .build();
        AtomicBoolean answered = new AtomicBoolean(true);
        capture.pages(
                Call.of("guardduty:ListFindings", detector),
                token -> guardDuty.listFindings(r -> r.detectorId(detector)
                        .findingCriteria(own)
                        .maxResults(clients.page(PAGE))
                        .nextToken(token)),
                ListFindingsResponse::nextToken,
                page -> answered.set(answered.get()
                        && (page.findingIds().isEmpty() || found(guardDuty, capture, detector, page.findingIds()))));
    }

    private static boolean found(GuardDutyClient guardDuty, Capture capture, String detector, List<String> ids) {
        return capture.ask(
                        Call.of("guardduty:GetFindings", detector),
                        () -> guardDuty.getFindings(r -> r.detectorId(detector).findingIds(ids)))
                .isPresent();
    }
}
