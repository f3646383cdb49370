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
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;

/** CloudWatch's metric alarms with their actions, which is what AWS lists when no kind is named; composite ones are not asked. */
public final class CloudWatchAlarms implements Collector {

    public static final Source SOURCE = new Source(
            "cloudwatch.alarms",
            "CloudWatch alarms",
            Scope.REGION,
            List.of(query("cloudwatch:DescribeAlarms", "AlarmArn", "MetricAlarms")),
            List.of(reading(
                    "cloudwatch.alarms", "alarms", "AlarmArn", "MetricAlarms", List.of("cloudwatch:DescribeAlarms"))));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public CloudWatchAlarms(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        CloudWatchClient cloudWatch = clients.regional("monitoring", target, CloudWatchClient::builder);
        capture.pages(
                Call.of("cloudwatch:DescribeAlarms"),
                token -> cloudWatch.describeAlarms(
                        r -> r.maxRecords(clients.page(PAGE)).nextToken(token)),
                DescribeAlarmsResponse::nextToken,
                page -> {});
    }
}
