package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Record;
import io.exhibit.read.StoredRun;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:333344445555:alarms";
    private static final String SUBSCRIPTIONS = "sns:ListSubscriptionsByTopic";

    @Test
    void aSubscriptionIsNamedByItsArnOnceSomebodyConfirmedIt() {
        StoredRun.Read read = alarms().answer(
                        SUBSCRIPTIONS,
                        TOPIC,
                        subscriptions(member("email", "PendingConfirmation")
                                + member("email", TOPIC + ":1")
                                + member("email", "PendingConfirmation")
                                + member("sms", "Deleted")))
                .read("sns.alarm-subscriptions");
        assertThat(read.records())
                .extracting(Record::key)
                .containsExactly(TOPIC + " email #1", TOPIC + ":1", TOPIC + " email #2", TOPIC + " sms #1");
        assertThat(read.members()).extracting("confirmed").containsExactly(false, true, false, false);
        assertThat(read.members(TOPIC + ":1"))
                .isEqualTo(Map.of(
                        "key",
                        TOPIC + ":1",
                        "TopicArn",
                        TOPIC,
                        "SubscriptionArn",
                        TOPIC + ":1",
                        "Owner",
                        "333344445555",
                        "Protocol",
                        "email",
                        "confirmed",
                        true));
    }

    @Test
    void aTopicWhoseSubscriptionsWereNotReadStandsAsARecordWithAGap() {
        StoredRun.Read read = alarms().gap(SUBSCRIPTIONS, TOPIC, Cause.DENIED).read("sns.alarm-subscriptions");
        assertThat(read.only().known()).isTrue();
        assertThat(read.record(TOPIC).gaps()).hasSize(1);
        assertThat(read.members(TOPIC)).isEqualTo(Map.of("key", TOPIC, "TopicArn", TOPIC));
    }

    @Test
    void aTopicThatIsGoneHasNoSubscriptionsAndThatIsKnown() {
        StoredRun.Read read = alarms().fact(SUBSCRIPTIONS, "NotFound").read("sns.alarm-subscriptions");
        assertThat(read.only().known()).isTrue();
        assertThat(read.records()).isEmpty();
    }

    @Test
    void filtersOfOneNameInTwoLogGroupsAreTwo() {
        StoredRun.Read read = StoredRun.of("logs.metric-filters")
                .answer(
                        "logs:DescribeMetricFilters",
                        "{\"metricFilters\":[{\"filterName\":\"root\",\"logGroupName\":\"a\",\"filterPattern\":\"{ $.x }\","
                                + "\"metricTransformations\":[{\"metricName\":\"Root\",\"metricNamespace\":\"Trail\"}]},"
                                + "{\"filterName\":\"root\",\"logGroupName\":\"b\"}]}")
                .read("logs.metric-filters");
        assertThat(read.records()).extracting(Record::key).containsExactly("a:root", "b:root");
        assertThat(read.members("a:root")).containsEntry("filterPattern", "{ $.x }");
    }

    private static StoredRun alarms() {
        return StoredRun.of("cloudwatch.alarms")
                .answer(
                        "cloudwatch:DescribeAlarms",
                        "<DescribeAlarmsResponse><DescribeAlarmsResult><MetricAlarms><member><AlarmArn>a</AlarmArn>"
                                + "<AlarmActions><member>" + TOPIC + "</member></AlarmActions></member></MetricAlarms>"
                                + "</DescribeAlarmsResult></DescribeAlarmsResponse>");
    }

    private static String member(String protocol, String arn) {
        return "<member><TopicArn>" + TOPIC + "</TopicArn><Protocol>" + protocol + "</Protocol><SubscriptionArn>" + arn
                + "</SubscriptionArn><Owner>333344445555</Owner><Endpoint>[cut]</Endpoint></member>";
    }

    private static String subscriptions(String members) {
        return "<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions>" + members
                + "</Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>";
    }
}
