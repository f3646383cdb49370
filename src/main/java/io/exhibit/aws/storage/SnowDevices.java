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
import software.amazon.awssdk.services.snowball.SnowballClient;
import software.amazon.awssdk.services.snowball.model.ListClustersResponse;
import software.amazon.awssdk.services.snowball.model.ListJobsResponse;

/**
 * Jobs and clusters of the Snow family, each of which has devices that leave AWS's premises; the job's state says whether one
 * is there or back. Where they are shipped to is not asked.
 */
public final class SnowDevices implements Collector {

    public static final Source SOURCE = new Source(
            "snowball.devices",
            "AWS Snow devices",
            Scope.REGION,
            List.of(
                    json("snowball:ListJobs", "JobId", "JobListEntries"),
                    json("snowball:ListClusters", "ClusterId", "ClusterListEntries")),
            List.of(
                    reading("snowball.jobs", "Snow jobs", "JobId", "JobListEntries", List.of("snowball:ListJobs")),
                    reading(
                            "snowball.clusters",
                            "Snow clusters",
                            "ClusterId",
                            "ClusterListEntries",
                            List.of("snowball:ListClusters"))));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public SnowDevices(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        SnowballClient snow = clients.regional("snowball", target, SnowballClient::builder);
        capture.pages(
                Call.of("snowball:ListJobs"),
                token -> snow.listJobs(r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListJobsResponse::nextToken,
                page -> {});
        capture.pages(
                Call.of("snowball:ListClusters"),
                token -> snow.listClusters(r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListClustersResponse::nextToken,
                page -> {});
    }
}
