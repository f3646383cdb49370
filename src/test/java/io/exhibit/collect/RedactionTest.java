package io.exhibit.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Exchange.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private static Exchange redacted(String uri, Map<String, String> head, byte[] body) {
        return Redaction.exchange(
                Call.of("artifact:GetReport", "report-1"),
                1,
                1,
                Outcome.ANSWER,
                new Attempt(
                        new Exchange.Request(
                                "GET",
                                uri,
                                Map.of(
                                        "Authorization", "AWS4-HMAC-SHA256 CANARY",
                                        "X-Amz-Security-Token", "CANARY",
                                        "amz-sdk-request", "attempt=1",
                                        "Host", "artifact.us-east-1.amazonaws.com",
                                        "Content-Type", "application/json",
                                        "X-Amz-Target", "T"),
                                new byte[0]),
                        new Exchange.Response(200, head, body),
                        "",
                        Instant.EPOCH,
                        List.of()));
    }

    private static Exchange redacted(String body) {
        return redacted("/v1/report/get", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(Exchange exchange) {
        return new String(exchange.response().body(), StandardCharsets.UTF_8);
    }

    @Test
    void requestHeadKeepsWhatNamesTheQuestionAndNoMore() {
        assertThat(redacted("{}").request().headers())
                .containsOnlyKeys("Host", "Content-Type", "X-Amz-Target")
                .doesNotContainValue("CANARY");
    }

    @Test
    void responseHeadLosesCookiesAndFraming() {
        Exchange exchange = redacted(
                "/",
                Map.of("set-cookie", "CANARY", "transfer-encoding", "chunked", "x-amzn-requestid", "r-1"),
                new byte[0]);
        assertThat(exchange.response().headers()).containsOnlyKeys("x-amzn-requestid");
        assertThat(exchange.requestId()).isEqualTo("r-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'documentPresignedUrl':'https://s3/CANARY'} | {'documentPresignedUrl':'[cut]'}",
                "{'a':'ü', 'termToken' :  'CAN\\'ARY', 'b':1} | {'a':'ü', 'termToken' :  '[cut]', 'b':1}",
                "{'x':[{'termToken':'CANARY'}]} | {'x':[{'termToken':'[cut]'}]}",
                "{'termToken':'CANARY | {'termToken':'[cut]",
                "{'termToken':'CANARY\\ | {'termToken':'[cut]",
                "{'termToken':'' } | {'termToken':'[cut]' }",
            })
    void secretValuesAreCutAndEverythingAroundThemIsLeft(String given, String kept) {
        Exchange exchange = redacted(given.replace('\'', '"'));
        assertThat(body(exchange)).isEqualTo(kept.replace('\'', '"')).doesNotContain("CANARY");
        assertThat(exchange.cuts()).hasSize(1);
    }

    @Test
    void cutsAreRecordedByPath() {
        Exchange exchange = redacted("{\"documentPresignedUrl\":\"u\",\"termToken\":\"t\"}");
        assertThat(exchange.cuts()).containsExactly("/documentPresignedUrl", "/termToken");
    }

    @Test
    void aNameThatIsNoMemberIsLeft() {
        String body = "{\"names\":[\"termToken\", \"documentPresignedUrl\"],\"termToken\":null}";
        assertThat(body(redacted(body))).isEqualTo(body);
        assertThat(redacted(body).cuts()).isEmpty();
    }

    @Test
    void queryParametersAreCut() {
        Exchange exchange = redacted("/v1/report/get?reportId=report-1&termToken=CANARY%20&x=1", Map.of(), new byte[0]);
        assertThat(exchange.request().uri()).isEqualTo("/v1/report/get?reportId=report-1&termToken=[cut]&x=1");
        assertThat(exchange.cuts()).containsExactly("?termToken");
    }

    @Test
    void compressedSecretsAreCutToo() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"termToken\":\"CANARY\"}".getBytes(StandardCharsets.UTF_8));
        }
        Exchange exchange = redacted("/", Map.of("content-encoding", "gzip"), packed.toByteArray());
        assertThat(body(exchange)).isEqualTo("{\"termToken\":\"[cut]\"}");
        assertThat(exchange.response().headers()).doesNotContainKey("content-encoding");
    }

    @Test
    void otherBodiesAreTheVeryBytes() {
        byte[] body = {(byte) 0xff, 0, 1, 2, '"'};
        assertThat(redacted("/", Map.of(), body).response().body()).isSameAs(body);
    }

    @Test
    void messagesAreOneLineWithoutSignatures() {
        assertThat(Redaction.line("a\r\n2026 INFO b\u2028c\u001b[1m")).isEqualTo("a 2026 INFO b c [1m");
        assertThat(Redaction.line("see https://s3/x?X-Amz-Security-Token=CANARY&X-Amz-Signature=CANARY."))
                .doesNotContain("CANARY")
                .contains("X-Amz-Security-Token=[cut]");
        assertThat(Redaction.line("x".repeat(10_000))).hasSizeLessThan(600);
    }
}
