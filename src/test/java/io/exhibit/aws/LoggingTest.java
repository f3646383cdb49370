package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.aws.Collecting.Collected;
import io.exhibit.collect.Capture;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Target;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/** Which events are asked for, since when, and what happens when there are too many. */
class LoggingTest {

    private static final String LOOKUP = "cloudtrail:LookupEvents";
    private static final Target CLAIMS = new Target(Collecting.WORKLOAD, "us-east-1");

    @Test
    void everyKindOfEventIsAskedSinceAnHourBeforeThePreviousDay() {
        try (Demo demo = Demo.open()) {
            Collected collected = demo.aws.collect("cloudtrail.events", CLAIMS);
            assertThat(collected.exchanges())
                    .extracting(exchange -> exchange.call().subject())
                    .containsExactlyInAnyOrder(
                            "ConsoleLogin", "StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors", "root");
            // The clock of these tests says 2026-10-05T02:15Z.
            String since =
                    "\"StartTime\":" + Instant.parse("2026-10-03T23:00:00Z").getEpochSecond();
            assertThat(collected.exchanges())
                    .allSatisfy(exchange -> assertThat(body(exchange)).contains(since));
            assertThat(collected.part().items()).isPositive();
        }
    }

    @Test
    void moreEventsThanThePagesAllowAreAGapAndNotASilentCut() {
        try (Collecting aws = new Collecting(AwsSettings.defaults())) {
            EndlessHistory history = new EndlessHistory();
            aws.collector("cloudtrail.events").collect(CLAIMS, history);
            assertThat(history.gaps).hasSize(6).contains(Call.of(LOOKUP, "ConsoleLogin"), Call.of(LOOKUP, "root"));
            assertThat(history.pages).isEqualTo(6 * 200);
        }
    }

    /** Answers every page with one more to come. */
    private static final class EndlessHistory implements Capture {

        private final List<Call> gaps = new ArrayList<>();
        private int pages;

        @Override
        public <T> Optional<T> ask(Call call, Supplier<T> request) {
            throw new IllegalStateException("not a list: " + call);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> boolean pages(Call call, Function<String, T> request, Function<T, String> next, Consumer<T> each) {
            String token;
            do {
                T page = (T)
                        LookupEventsResponse.builder().nextToken("t" + ++pages).build();
                token = next.apply(page);
                each.accept(page);
            } while (token != null);
            return true;
        }

        @Override
        public void without(Call call, Cause cause, String why) {
            assertThat(cause).isEqualTo(Cause.TOO_LARGE);
            assertThat(why).startsWith("more follows after 200 pages");
            gaps.add(call);
        }
    }

    @Test
    void aTrailIsAskedForItsStatusOnlyWhereItIsAtHome() {
        try (Demo demo = Demo.open()) {
            assertThat(operations(demo.aws.collect("cloudtrail.trails", CLAIMS)))
                    .filteredOn("cloudtrail:GetTrailStatus"::equals)
                    .hasSize(2);
            assertThat(operations(demo.aws.collect("cloudtrail.trails", new Target(Collecting.WORKLOAD, "eu-west-1"))))
                    .containsExactly("cloudtrail:DescribeTrails");
        }
    }

    @Test
    void aHubThatIsOffIsAFactAndItsStandardsAreNotAsked() {
        try (Demo demo = Demo.open()) {
            Collected collected = demo.aws.collect("securityhub.hub", new Target("555566667777", "us-east-1"));
            assertThat(operations(collected)).containsExactly("securityhub:DescribeHub");
            assertThat(collected.part().facts())
                    .extracting(fact -> fact.code())
                    .containsExactly("InvalidAccessException");
            assertThat(collected.part().gaps()).isEmpty();
        }
    }

    @Test
    void onlyTopicsThatAlarmsTellAreAskedAndOneThatIsGoneIsAFact() {
        try (Demo demo = Demo.open()) {
            Collected collected = demo.aws.collect("cloudwatch.alarms", CLAIMS);
            assertThat(collected.exchanges())
                    .filteredOn(e -> e.call().operation().startsWith("sns:"))
                    .extracting(e -> e.call().subject())
                    .containsExactly(
                            "arn:aws:sns:us-east-1:333344445555:security-alarms",
                            "arn:aws:sns:us-east-1:333344445555:security-alarms-old");
            assertThat(collected.part().facts()).extracting(fact -> fact.code()).containsExactly("NotFound");
            assertThat(operations(demo.aws.collect("cloudwatch.alarms", new Target(Collecting.WORKLOAD, "us-west-2"))))
                    .containsExactly("cloudwatch:DescribeAlarms");
        }
    }

    @Test
    void whomATopicTellsDoesNotLeaveTheCapture() {
        try (Demo demo = Demo.open()) {
            assertThat(demo.aws.collect("cloudwatch.alarms", CLAIMS).exchanges())
                    .extracting(e -> new String(e.response().body(), StandardCharsets.UTF_8))
                    .noneMatch(answer -> answer.contains("harborview-health.example") || answer.contains("+1555"))
                    .anyMatch(answer -> answer.contains("<Endpoint>[cut]</Endpoint>")
                            && answer.contains("<Endpoint>arn:aws:lambda:"));
        }
    }

    private static List<String> operations(Collected collected) {
        return collected.exchanges().stream().map(e -> e.call().operation()).toList();
    }

    private static String body(Exchange exchange) {
        return new String(exchange.request().body(), StandardCharsets.UTF_8);
    }
}
