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
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.ListMembersResponse;

/** The accounts that a GuardDuty administrator watches, former ones included; any other account has none. */
public final class GuardDutyMembers implements Collector {

    public static final Source SOURCE = new Source(
            "guardduty.members",
            "GuardDuty members",
            Scope.REGION,
            List.of(GuardDutyDetectors.LIST, rest("guardduty:ListMembers", "AccountId", "Members")),
            List.of(reading(
                    "guardduty.members",
                    "GuardDuty members",
                    "AccountId",
                    "Members",
                    List.of("guardduty:ListMembers", "guardduty:ListDetectors"))));

    private static final int PAGE = 50;

    private final AwsClients clients;

    public GuardDutyMembers(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        GuardDutyClient guardDuty = clients.regional("guardduty", target, GuardDutyClient::builder);
        for (String detector : GuardDutyDetectors.ids(guardDuty, capture, clients.page(PAGE))) {
            capture.pages(
                    Call.of("guardduty:ListMembers", detector),
                    token -> guardDuty.listMembers(r -> r.detectorId(detector)
                            .onlyAssociated("false")
                            .maxResults(clients.page(PAGE))
                            .nextToken(token)),
                    ListMembersResponse::nextToken,
                    page -> {});
        }
    }
}
