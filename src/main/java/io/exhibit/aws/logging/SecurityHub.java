package io.exhibit.aws.logging;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.GetEnabledStandardsResponse;

/**
 * Security Hub of a region and the standards it checks; that it is off is a fact (InvalidAccessException, "not subscribed"),
 * and then nobody asks for its standards.
 */
public final class SecurityHub implements Collector {

    public static final Source SOURCE = new Source(
            "securityhub.hub",
            "Security Hub",
            Scope.REGION,
            List.of(
                    facts(rest("securityhub:DescribeHub", "", "HubArn"), "InvalidAccessException"),
                    rest("securityhub:GetEnabledStandards", "StandardsSubscriptionArn", "StandardsSubscriptions")),
            List.of(
                    derived(reading("securityhub.hub", "hubs", "account", "", List.of("securityhub:DescribeHub"))),
                    reading(
                            "securityhub.standards",
                            "security standards",
                            "StandardsSubscriptionArn",
                            "StandardsSubscriptions",
                            List.of("securityhub:GetEnabledStandards", "securityhub:DescribeHub"))));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public SecurityHub(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        SecurityHubClient hub = clients.regional("securityhub", target, SecurityHubClient::builder);
        capture.ask(Call.of("securityhub:DescribeHub"), () -> hub.describeHub(r -> {}))
                .ifPresent(answer -> capture.pages(
                        Call.of("securityhub:GetEnabledStandards"),
                        token -> hub.getEnabledStandards(
                                r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                        GetEnabledStandardsResponse::nextToken,
                        page -> {}));
    }
}
