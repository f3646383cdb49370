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
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;

/**
 * CloudWatch's metric alarms with their actions, which is what AWS lists when no kind is named (composite ones are not
 * asked), and who subscribes to the topics that they tell. ListSubscriptions would be one call, but names only what the
 * account itself subscribed to; that a topic is gone is a fact.
 */
public final class CloudWatchAlarms implements Collector {

    private static final String ALARMS = "cloudwatch:DescribeAlarms";
    private static final String SUBSCRIPTIONS = "sns:ListSubscriptionsByTopic";

    public static final Source SOURCE = new Source(
            "cloudwatch.alarms",
            "CloudWatch alarms",
            Scope.REGION,
            List.of(
                    query(ALARMS, "AlarmArn", "MetricAlarms"),
                    facts(query(SUBSCRIPTIONS, "SubscriptionArn", "Subscriptions"), "NotFound")),
            List.of(
                    reading("cloudwatch.alarms", "alarms", "AlarmArn", "MetricAlarms", List.of(ALARMS)),
                    derived(joined(
                            reading(
                                    "sns.alarm-subscriptions",
                                    "subscriptions to what alarms tell",
                                    "key",
                                    "MetricAlarms",
                                    List.of(ALARMS)),
                            SUBSCRIPTIONS))));

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
        Set<String> topics = new TreeSet<>();
        capture.pages(
                Call.of(ALARMS),
                token -> cloudWatch.describeAlarms(
                        r -> r.maxRecords(clients.page(PAGE)).nextToken(token)),
                DescribeAlarmsResponse::nextToken,
                page -> page.metricAlarms().stream()
                        .flatMap(alarm -> alarm.alarmActions().stream())
                        .filter(action -> action.matches("arn:[^:]+:sns:.*"))
                        .forEach(topics::add));
        if (topics.isEmpty()) {
            return;
        }
        SnsClient sns = clients.regional("sns", target, SnsClient::builder);
        for (String topic : topics) {
            capture.pages(
                    Call.of(SUBSCRIPTIONS, topic),
                    token -> sns.listSubscriptionsByTopic(r -> r.topicArn(topic).nextToken(token)),
                    ListSubscriptionsByTopicResponse::nextToken,
                    page -> {});
        }
    }
}
