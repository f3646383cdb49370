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
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;

/** Redshift clusters; serverless workgroups are not among them. */
public final class RedshiftClusters implements Collector {

    public static final Source SOURCE = new Source(
            "redshift.clusters",
            "Redshift clusters",
            Scope.REGION,
            List.of(query("redshift:DescribeClusters", "ClusterIdentifier", "Clusters")),
            List.of(reading(
                    "redshift.clusters",
                    "data warehouse clusters",
                    "ClusterIdentifier",
                    "Clusters",
                    List.of("redshift:DescribeClusters"))));

    private static final int SMALLEST_PAGE = 20;
    private static final int PAGE = 100;

    private final AwsClients clients;

    public RedshiftClusters(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        RedshiftClient redshift = clients.regional("redshift", target, RedshiftClient::builder);
        int size = Math.max(SMALLEST_PAGE, clients.page(PAGE));
        capture.pages(
                Call.of("redshift:DescribeClusters"),
                marker -> redshift.describeClusters(r -> r.maxRecords(size).marker(marker)),
                DescribeClustersResponse::marker,
                page -> {});
    }
}
