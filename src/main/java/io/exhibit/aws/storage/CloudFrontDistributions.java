package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/** CloudFront distributions: what viewers may speak, and what is spoken to the origins. */
public final class CloudFrontDistributions implements Collector {

    public static final Source SOURCE = new Source(
            "cloudfront.distributions",
            "CloudFront distributions",
            Scope.ACCOUNT,
            List.of(xml("cloudfront:ListDistributions", "DistributionList", "Id", "Items")),
            List.of(reading(
                    "cloudfront.distributions",
                    "distributions",
                    "Id",
                    "Items",
                    List.of("cloudfront:ListDistributions"))));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public CloudFrontDistributions(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        CloudFrontClient cloudFront = clients.global("cloudfront", CloudFrontClient::builder);
        capture.pages(
                Call.of("cloudfront:ListDistributions"),
                marker -> cloudFront.listDistributions(
                        r -> r.maxItems(String.valueOf(clients.page(PAGE))).marker(marker)),
                page -> Capture.next(
                        page.distributionList().isTruncated(),
                        page.distributionList().nextMarker()),
                page -> {});
    }
}
