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
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.GetDiscoveredResourceCountsResponse;

/** How many resources of each type AWS Config has discovered in a region: which services an account uses. */
public final class ConfigResources implements Collector {

    public static final Source SOURCE = new Source(
            "config.resource-counts",
            "Config resource counts",
            Scope.REGION,
            List.of(json("config:GetDiscoveredResourceCounts", "resourceType", "resourceCounts")),
            List.of(reading(
                    "config.resource-counts",
                    "resource types",
                    "resourceType",
                    "resourceCounts",
                    List.of("config:GetDiscoveredResourceCounts"))));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public ConfigResources(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        ConfigClient config = clients.regional("config", target, ConfigClient::builder);
        capture.pages(
                Call.of("config:GetDiscoveredResourceCounts"),
                token -> config.getDiscoveredResourceCounts(
                        r -> r.limit(clients.page(PAGE)).nextToken(token)),
                GetDiscoveredResourceCountsResponse::nextToken,
                page -> {});
    }
}
