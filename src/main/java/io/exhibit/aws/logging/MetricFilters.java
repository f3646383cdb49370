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
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;

/** What CloudWatch Logs counts in log groups: the pattern of each filter and the metrics that it feeds. */
public final class MetricFilters implements Collector {

    public static final Source SOURCE = new Source(
            "logs.metric-filters",
            "CloudWatch Logs metric filters",
            Scope.REGION,
            List.of(json("logs:DescribeMetricFilters", "filterName", "metricFilters")),
            List.of(derived(reading(
                    "logs.metric-filters",
                    "metric filters",
                    "key",
                    "metricFilters",
                    List.of("logs:DescribeMetricFilters")))));

    private static final int PAGE = 50;

    private final AwsClients clients;

    public MetricFilters(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        CloudWatchLogsClient logs = clients.regional("logs", target, CloudWatchLogsClient::builder);
        capture.pages(
                Call.of("logs:DescribeMetricFilters"),
                token -> logs.describeMetricFilters(
                        r -> r.limit(clients.page(PAGE)).nextToken(token)),
                DescribeMetricFiltersResponse::nextToken,
                page -> {});
    }
}
