package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Alarm;
import io.exhibit.sandbox.world.EventRule;
import io.exhibit.sandbox.world.MetricFilter;
import io.exhibit.sandbox.world.Recorder;
import io.exhibit.sandbox.world.Subscriber;
import io.exhibit.sandbox.world.Trail;
import io.exhibit.sandbox.world.TrailEvent;
import io.exhibit.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** AWS's own command against what is logged, and who is told. */
@ExtendWith(AwsSandbox.class)
@OneJdk
final class AwsLoggingCommandTest {
    private static final String REGION = "us-east-1";

    private final World world = Calls.world(Calls.NOON);
    private final AwsCommand claims;

    AwsLoggingCommandTest(AwsCommand claims) {
        this.claims = claims;
    }

    @Test
    void trailsAreReadWithWhetherTheyLogAndWhat() throws Exception {
        List<Trail> known = world.journal().trails(Accounts.CLAIMS, REGION);
        JsonNode trails = claims.json("cloudtrail describe-trails");
        assertThat(trails.findValuesAsText("TrailARN"))
                .isEqualTo(known.stream().map(Trail::arn).toList());
        assertThat(trails.findValuesAsText("S3BucketName"))
                .isEqualTo(known.stream().map(Trail::bucket).toList());
        assertThat(trails.findValuesAsText("IsOrganizationTrail"))
                .isEqualTo(known.stream()
                        .map(trail -> String.valueOf(trail.ofOrganization()))
                        .toList());
        for (Trail trail : known) {
            assertThat(claims.json("cloudtrail get-trail-status --name " + trail.arn())
                            .path("IsLogging")
                            .asBoolean())
                    .isEqualTo(trail.logging());
        }
        JsonNode objects = claims.json(
                "cloudtrail get-event-selectors --trail-name " + known.get(1).arn());
        assertThat(objects.at("/AdvancedEventSelectors/0/FieldSelectors/2/StartsWith/0")
                        .asText())
                .isEqualTo("arn:aws:s3:::" + known.get(1).buckets().get(0) + "/");
        JsonNode everything = claims.json(
                "cloudtrail get-event-selectors --trail-name " + known.get(0).arn());
        assertThat(everything.at("/EventSelectors/0/ReadWriteType").asText()).isEqualTo("All");
        assertThat(claims.refusal("cloudtrail get-trail-status --name nowhere")).contains("TrailNotFoundException");
    }

    @Test
    void eventsAreLookedUpByOneAttribute() throws Exception {
        List<TrailEvent> signIns = world.journal().events(Accounts.CLAIMS, REGION).stream()
                .filter(event -> event.name().equals("ConsoleLogin"))
                .toList();
        JsonNode events = claims.json("cloudtrail lookup-events --page-size 2"
                + " --lookup-attributes AttributeKey=EventName,AttributeValue=ConsoleLogin");
        assertThat(events.findValuesAsText("EventId"))
                .isEqualTo(signIns.stream().map(TrailEvent::id).toList());
        assertThat(events.findValuesAsText("Username"))
                .isEqualTo(signIns.stream().map(TrailEvent::user).toList());
        JsonNode first = new ObjectMapper()
                .readTree(events.at("/Events/0/CloudTrailEvent").asText());
        assertThat(first.path("sourceIPAddress").asText())
                .isEqualTo(signIns.get(0).address());
        JsonNode since = claims.json("cloudtrail lookup-events --start-time "
                + signIns.get(0).time()
                + " --lookup-attributes AttributeKey=EventName,AttributeValue=ConsoleLogin");
        assertThat(since.findValuesAsText("EventId"))
                .containsExactly(signIns.get(0).id());
        JsonNode root = claims.in(Accounts.MANAGEMENT)
                .json("cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=root");
        assertThat(root.findValuesAsText("EventName")).containsExactly("PutAlternateContact", "ConsoleLogin");
    }

    @Test
    void recordersAndChannelsAreReadWithTheirStatus() throws Exception {
        assertThat(claims.json("configservice describe-configuration-recorders")
                        .at("/ConfigurationRecorders/0/recordingGroup/includeGlobalResourceTypes")
                        .asBoolean())
                .isTrue();
        assertThat(claims.json("configservice describe-configuration-recorder-status"
                                + " --configuration-recorder-names default")
                        .at("/ConfigurationRecordersStatus/0/recording")
                        .asBoolean())
                .isTrue();
        assertThat(claims.json("configservice describe-delivery-channels")
                        .at("/DeliveryChannels/0/configSnapshotDeliveryProperties/deliveryFrequency")
                        .asText())
                .isEqualTo("TwentyFour_Hours");
        assertThat(claims.json("configservice describe-delivery-channel-status --delivery-channel-names default")
                        .at("/DeliveryChannelsStatus/0/configHistoryDeliveryInfo/lastStatus")
                        .asText())
                .isEqualTo("SUCCESS");
        assertThat(claims.refusal("configservice describe-delivery-channel-status --delivery-channel-names other"))
                .contains("NoSuchDeliveryChannelException");
        AwsCommand trial = claims.in(Accounts.SANDBOX).at("eu-west-1");
        assertThat(trial.json("configservice describe-configuration-recorders").path("ConfigurationRecorders"))
                .isEmpty();
    }

    @Test
    void resourcesAreCountedByTypeInSeveralPages() throws Exception {
        Recorder recorder = world.journal().recorder(Accounts.CLAIMS, REGION).orElseThrow();
        Map<String, Integer> counted = new LinkedHashMap<>();
        String words = "configservice get-discovered-resource-counts --limit 3";
        String next = "";
        do {
            JsonNode page = claims.json(words + (next.isEmpty() ? "" : " --next-token " + next));
            page.path("resourceCounts")
                    .forEach(type -> counted.put(
                            type.path("resourceType").asText(),
                            type.path("count").asInt()));
            next = page.path("nextToken").asText();
        } while (!next.isEmpty());
        assertThat(counted).isEqualTo(recorder.discovered());
    }

    @Test
    void alarmsComeInSeveralPagesWithNamesOfAnyCharacter() throws Exception {
        List<Alarm> known = world.journal().alarms(Accounts.CLAIMS, REGION);
        JsonNode alarms = claims.json("cloudwatch describe-alarms --page-size 2");
        assertThat(alarms.findValuesAsText("AlarmName"))
                .isEqualTo(known.stream().map(Alarm::name).toList());
        assertThat(alarms.findValuesAsText("MetricName"))
                .isEqualTo(known.stream().map(Alarm::metric).toList());
        assertThat(alarms.at("/MetricAlarms/2/AlarmActions/0").asText())
                .isEqualTo(known.get(2).topic());
        assertThat(claims.in(Accounts.PORTAL)
                        .json("cloudwatch describe-alarms")
                        .at("/MetricAlarms/0/ActionsEnabled")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void metricFiltersAreReadWithWhatTheyLookFor() throws Exception {
        List<MetricFilter> known = world.journal().metricFilters(Accounts.CLAIMS, REGION);
        JsonNode filters = claims.json("logs describe-metric-filters --page-size 2");
        assertThat(filters.findValuesAsText("filterName"))
                .isEqualTo(known.stream().map(MetricFilter::name).toList());
        assertThat(filters.findValuesAsText("filterPattern"))
                .isEqualTo(known.stream().map(MetricFilter::pattern).toList());
        assertThat(filters.findValuesAsText("metricName"))
                .isEqualTo(known.stream().map(MetricFilter::metric).toList());
    }

    @Test
    void subscribersOfATopicAreReadWithWhetherTheyConfirmed() throws Exception {
        String topic = world.journal().alarms(Accounts.CLAIMS, REGION).get(0).topic();
        List<Subscriber> known =
                world.journal().subscribers(Accounts.CLAIMS, topic).orElseThrow();
        JsonNode subscriptions = claims.json("sns list-subscriptions-by-topic --topic-arn " + topic);
        assertThat(subscriptions.findValuesAsText("Endpoint"))
                .isEqualTo(known.stream().map(Subscriber::endpoint).toList());
        assertThat(subscriptions.findValuesAsText("SubscriptionArn").stream()
                        .map(arn -> !arn.equals("PendingConfirmation"))
                        .toList())
                .isEqualTo(known.stream().map(Subscriber::confirmed).toList());
        assertThat(claims.refusal("sns list-subscriptions-by-topic --topic-arn " + topic + "-old"))
                .contains("NotFound");
    }

    @Test
    void rulesAndTheirTargetsAreRead() throws Exception {
        List<EventRule> known = world.journal().eventRules(Accounts.CLAIMS, REGION);
        JsonNode rules = claims.json("events list-rules --page-size 2");
        assertThat(rules.findValuesAsText("Name"))
                .isEqualTo(known.stream().map(EventRule::name).toList());
        assertThat(rules.at("/Rules/0/EventPattern").asText())
                .isEqualTo(known.get(0).pattern());
        assertThat(rules.at("/Rules/2/ScheduleExpression").asText())
                .isEqualTo(known.get(2).schedule());
        for (EventRule rule : known) {
            assertThat(claims.json("events list-targets-by-rule --rule " + rule.name())
                            .findValuesAsText("Arn"))
                    .isEqualTo(rule.targets());
        }
        assertThat(claims.refusal("events list-targets-by-rule --rule nowhere")).contains("ResourceNotFoundException");
    }
}
