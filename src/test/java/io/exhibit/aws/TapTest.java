package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The real SDK over real HTTP, asked for one account summary. */
class TapTest {

    private static final String SUMMARY = """
            <GetAccountSummaryResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
              <GetAccountSummaryResult><SummaryMap><entry><key>Users</key><value>3</value></entry></SummaryMap>
              </GetAccountSummaryResult>
              <ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata>
            </GetAccountSummaryResponse>""";

    private static Collecting.Collected summary(URI endpoint, HttpLimits limits) {
        try (Collecting aws = new Collecting(AwsSettings.simulated(endpoint).limited(limits))) {
            aws.clients.credentials().caller("111122223333", "arn:aws:iam::111122223333:root");
            return aws.collect("iam.account-summary", Target.global("111122223333"));
        }
    }

    private static HttpLimits impatient() {
        return new HttpLimits(
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                Duration.ofMillis(300),
                Duration.ofSeconds(3),
                2,
                Duration.ofMillis(1),
                4096,
                1 << 20,
                1000);
    }

    private static Gap onlyGap(Collecting.Collected collected) {
        assertThat(collected.part().gaps()).hasSize(1);
        return collected.part().gaps().get(0);
    }

    @Test
    void keepsTheBytesOfBothSidesAndNoSignature() throws IOException {
        try (Loopback server = Loopback.answering(200, SUMMARY)) {
            Exchange kept = summary(server.uri(), Collecting.QUICK).exchanges().get(0);
            assertThat(kept.response().body()).isEqualTo(SUMMARY.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(kept.request().body(), StandardCharsets.UTF_8))
                    .isEqualTo("Action=GetAccountSummary&Version=2010-05-08");
            assertThat(kept.request().headers())
                    // A simulated run keeps no port, which differs from one simulation to the next.
                    .containsEntry("Host", "sandbox.invalid")
                    .doesNotContainKey("Authorization");
            assertThat(kept.requestId()).isEqualTo("request-1");
            assertThat(kept.outcome()).isEqualTo(Outcome.ANSWER);
        }
    }

    @Test
    void everyAttemptIsSeenAlsoOfACallThatEndsAsAGap() throws IOException {
        try (Loopback server = Loopback.answering(503, "busy")) {
            Collecting.Collected collected = summary(server.uri(), Collecting.QUICK);
            assertThat(collected.exchanges())
                    .extracting(Exchange::outcome)
                    .containsExactly(Outcome.RETRIED, Outcome.GAP);
            assertThat(collected.part().requests()).isEqualTo(2);
            assertThat(onlyGap(collected).cause()).isEqualTo(Cause.FAILED);
        }
    }

    @Test
    void refusedConnectionIsAnExchangeWithoutAnswer() throws IOException {
        URI nobody;
        try (Loopback server = Loopback.answering(200, "")) {
            nobody = server.uri();
        }
        Collecting.Collected collected = summary(nobody, Collecting.QUICK);
        assertThat(onlyGap(collected).cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(collected.exchanges()).isNotEmpty().allSatisfy(exchange -> {
            assertThat(exchange.response()).isNull();
            assertThat(exchange.error()).startsWith("no answer");
        });
    }

    @Test
    void aBodyThatBreaksOffIsKeptAsFarAsItCame() throws IOException {
        try (Loopback server = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write("<GetAccount".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        })) {
            Collecting.Collected collected = summary(server.uri(), Collecting.QUICK);
            assertThat(onlyGap(collected).cause()).isEqualTo(Cause.MALFORMED);
            assertThat(collected.exchanges()).hasSize(2);
            assertThat(new String(collected.exchanges().get(1).response().body(), StandardCharsets.UTF_8))
                    .isEqualTo("<GetAccount");
        }
    }

    @Test
    void aSlowBodyTimesOut() throws IOException {
        try (Loopback server = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
        })) {
            Collecting.Collected collected = summary(server.uri(), impatient());
            assertThat(onlyGap(collected).cause()).isEqualTo(Cause.TIMED_OUT);
            assertThat(collected.exchanges()).hasSize(2);
        }
    }

    @Test
    void anAnswerBeyondTheLimitIsNotAskedForAgain() throws IOException {
        try (Loopback server = Loopback.answering(200, SUMMARY + " ".repeat(8192))) {
            Collecting.Collected collected = summary(server.uri(), impatient());
            assertThat(onlyGap(collected).cause()).isEqualTo(Cause.TOO_LARGE);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsNothingButTagsNeverReachesTheParser() throws IOException {
        String deep = SUMMARY.replace(
                "</GetAccountSummaryResult>",
                "<x>".repeat(50_000) + "</x>".repeat(50_000) + "</GetAccountSummaryResult>");
        try (Loopback server = Loopback.answering(200, deep)) {
            Collecting.Collected collected = summary(server.uri(), Collecting.QUICK);
            assertThat(onlyGap(collected).cause()).isEqualTo(Cause.MALFORMED);
            assertThat(onlyGap(collected).message()).contains("nested more deeply");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerOfAnotherKindIsNoAnswer() throws IOException {
        try (Loopback server = Loopback.answering(200, "<html><body>Sign in</body></html>")) {
            Gap gap = onlyGap(summary(server.uri(), Collecting.QUICK));
            assertThat(gap.cause()).isEqualTo(Cause.MALFORMED);
            assertThat(gap.message()).contains("<html>").contains("<GetAccountSummaryResponse>");
        }
    }
}
