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
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.DescribeClusterParametersResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;

/**
 * Redshift clusters, and the parameters of the groups that they use, which are some twenty and cannot be asked by name;
 * serverless workgroups are not among them.
 */
public final class RedshiftClusters implements Collector {

    private static final String CLUSTERS = "redshift:DescribeClusters";
    private static final String PARAMETERS = "redshift:DescribeClusterParameters";

    public static final Source SOURCE = new Source(
            "redshift.clusters",
            "Redshift clusters",
            Scope.REGION,
            List.of(query(CLUSTERS, "ClusterIdentifier", "Clusters"), query(PARAMETERS, "ParameterName", "Parameters")),
            List.of(
                    reading(
                            "redshift.clusters",
                            "data warehouse clusters",
                            "ClusterIdentifier",
                            "Clusters",
                            List.of(CLUSTERS)),
                    derived(reading(
                            "redshift.tls-parameters",
                            "data warehouse parameters on encryption in transit",
                            "key",
                            "Parameters",
                            List.of(PARAMETERS, CLUSTERS)))));

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
        Set<String> groups = new TreeSet<>();
        capture.pages(
                Call.of(CLUSTERS),
                marker -> redshift.describeClusters(r -> r.maxRecords(size).marker(marker)),
                DescribeClustersResponse::marker,
                page -> page.clusters()
                        .forEach(cluster -> cluster.clusterParameterGroups()
                                .forEach(group -> groups.add(group.parameterGroupName()))));
        for (String group : groups) {
            capture.pages(
                    Call.of(PARAMETERS, group),
                    marker -> redshift.describeClusterParameters(
                            r -> r.parameterGroupName(group).maxRecords(size).marker(marker)),
                    DescribeClusterParametersResponse::marker,
                    page -> {});
        }
    }
}
