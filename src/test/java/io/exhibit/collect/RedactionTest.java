package io.exhibit.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Exchange.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static Exchange redacted(String uri, Map<String, String> head, byte[] body) {
        return redacted(Call.of("artifact:GetReport", "report-1"), uri, head, body);
    }

    private static Exchange redacted(Call call, String body) {
        return redacted(call, "/", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Exchange redacted(Call call, String uri, Map<String, String> head, byte[] body) {
        return Redaction.exchange(
                call,
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

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
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
    void whatAnOriginKnowsCloudFrontByIsCut() {
        String body = "<Items><OriginCustomHeader><HeaderName>X-Verify</HeaderName><HeaderValue>CANARY</HeaderValue>"
                + "</OriginCustomHeader></Items>";
        assertThat(body(redacted(body))).isEqualTo(body.replace("CANARY", "[cut]"));
        assertThat(redacted(body).cuts()).containsExactly("/HeaderValue");
    }

    @Test
    void whomATopicTellsIsCutAndWhereADatabaseAnswersIsNot() {
        String body = "<member><Endpoint>CANARY@example.org</Endpoint></member>"
                + "<member><Endpoint>arn:aws:sqs:us-east-1:1:q</Endpoint></member>";
        Exchange told = redacted(Call.of("sns:ListSubscriptionsByTopic", "t"), body);
        assertThat(body(told)).isEqualTo(body.replace("CANARY@example.org", "[cut]"));
        assertThat(told.cuts()).containsExactly("/Endpoint");
        assertThat(body(redacted(Call.of("rds:DescribeDBClusters"), body))).isEqualTo(body);
    }

    /** A rule may hand its target a password: in a text, in the headers of a call, in a statement. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Id':'a','Input':'{\\'token\\':\\'CANARY\\'}'} | {'Id':'a','Input':'[cut]'}",
                "{'InputPath':'$.a','InputTransformer':{'InputTemplate':'CANARY'}} | {'InputPath':'$.a','InputTransformer':{'InputTemplate':'[cut]'}}",
                "{'HttpParameters':{'HeaderParameters':{'X-Key':'CANARY','b': 'CANARY'}}} | {'HttpParameters':{'HeaderParameters':{'X-Key':'[cut]','b': '[cut]'}}}",
                "{'PathParameterValues':['CANARY', 'CANARY'],'Arn':'a'} | {'PathParameterValues':['[cut]', '[cut]'],'Arn':'a'}",
                "{'PathParameterValues':[],'HeaderParameters':{},'Sql':null,'Arn':'a'} | {'PathParameterValues':[],'HeaderParameters':{},'Sql':null,'Arn':'a'}",
                "{'QueryStringParameters':{'a':['CANARY',{'b':'CANARY | {'QueryStringParameters':{'a':['[cut]',{'b':'[cut]",
            })
    void whatARuleSendsToItsTargetIsCut(String given, String kept) {
        Exchange exchange = redacted(Call.of("events:ListTargetsByRule", "r"), given.replace('\'', '"'));
        assertThat(body(exchange)).isEqualTo(kept.replace('\'', '"'));
        assertThat(exchange.cuts()).hasSize(kept.split("\\[cut]", -1).length - 1);
        Call other = Call.of("events:ListRules");
        assertThat(body(redacted(other, given.replace('\'', '"')))).isEqualTo(given.replace('\'', '"'));
    }

    /** A site that is to be reached through its front alone asks for a header that only the front knows. */
    @Test
    void headersByWhichAFrontIsKnownAreCut() {
        String acl = "{\"SearchString\":\"Q0FOQVJZ\",\"InsertHeaders\":[{\"Name\":\"a\",\"Value\":\"CANARY\"}]}";
        Exchange web = redacted(Call.of("wafv2:GetWebACL", "a"), acl);
        assertThat(body(web))
                .isEqualTo("{\"SearchString\":\"[cut]\",\"InsertHeaders\":[{\"Name\":\"[cut]\",\"Value\":\"[cut]\"}]}");
        assertThat(web.cuts()).containsExactly("/SearchString", "/InsertHeaders", "/InsertHeaders");

        String rules =
                "<a><Values><member>/path</member></Values><HttpHeaderConfig><Values><member>CANARY</member>\n<member>"
                        + "CANARY</member></Values><HttpHeaderName>X</HttpHeaderName></HttpHeaderConfig><member>b</member></a>";
        Exchange balancer = redacted(Call.of("elbv2:DescribeRules", "l"), rules);
        assertThat(body(balancer)).isEqualTo(rules.replace("CANARY", "[cut]"));
        assertThat(balancer.cuts()).containsExactly("/HttpHeaderConfig", "/HttpHeaderConfig");
        assertThat(body(redacted(Call.of("elbv2:DescribeRules", "l"), "<HttpHeaderConfig><member>CANARY")))
                .isEqualTo("<HttpHeaderConfig><member>[cut]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export T=CANARY",
                "a \\\\\\\"CANARY\\\\\\\" b",
                "C:\\\\\\\\CANARY",
                "a\\\\nCANARY",
                "CANARY\\u0041"
            })
    void commandsWithWhichASessionBeginsAreCut(String command) {
        String document =
                "{\"Content\":\"{\\n \\\"shellProfile\\\": {\\n\\\"windows\\\": \\\"\\\", \\\"linux\\\" : \\\"%s\\\"},\\\"a\\\":1}\"}";
        Exchange exchange = redacted(Call.of("ssm:GetDocument", "d"), document.replace("%s", command));
        assertThat(body(exchange)).isEqualTo(document.replace("%s", "[cut]"));
        assertThat(exchange.cuts()).containsExactly("/shellProfile");
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
        byte[] packed = gzip("{\"termToken\":\"CANARY\"}");
        Exchange exchange = redacted("/", Map.of("content-encoding", "gzip"), packed);
        assertThat(body(exchange)).isEqualTo("{\"termToken\":\"[cut]\"}");
        assertThat(exchange.response().headers()).doesNotContainKey("content-encoding");
    }

    @Test
    void aBodyThatCannotBeSearchedIsNotKept() throws IOException {
        byte[] whole = gzip("{\"termToken\":\"CANARY\",\"x\":\"" + "abc".repeat(100) + "\"}");
        byte[] half = Arrays.copyOf(whole, whole.length - 10);
        Map<String, byte[]> bodies =
                Map.of("gzip", half, "deflate", whole, "x-gzip", whole, "gzip, gzip", gzip("x"), "br", whole);
        bodies.forEach((encoding, body) -> {
            Exchange exchange = redacted("/", Map.of("content-encoding", encoding, "content-length", "9"), body);
            assertThat(exchange.response().body()).as(encoding).isEmpty();
            assertThat(exchange.response().headers()).isEmpty();
            assertThat(exchange.cuts()).containsExactly("body");
        });
    }

    @Test
    void theLengthOfABodyThatWasCutIsNotKept() {
        Map<String, String> head = Map.of("content-length", "22");
        byte[] secret = "{\"termToken\":\"CANARY\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(redacted("/", head, secret).response().headers()).isEmpty();
        assertThat(redacted("/", head, new byte[22]).response().headers()).isEqualTo(head);
    }

    @Test
    void theQueryOfARedirectIsCut() {
        String address = "https://b.s3.us-west-2.amazonaws.com/k";
        Exchange exchange = redacted("/", Map.of("location", address + "?X-Amz-Signature=CANARY"), new byte[0]);
        assertThat(exchange.response().headers()).isEqualTo(Map.of("location", address + "?[cut]"));
        assertThat(exchange.cuts()).containsExactly("location?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"host:h\\nx-amz-security-token:CANARY+/%3D==\\n\\nhost;x-amz-security-token\\ne3b0\"}",
                "<CanonicalRequest>GET\n/\nX-Amz-Security-Token=CANARY%2F&amp;x=1\n</CanonicalRequest>",
                "x-amz-security-token: CANARY\n\u00ff"
            })
    void aSessionTokenThatAnErrorRepeatsIsCut(String body) {
        byte[] given = body.getBytes(StandardCharsets.ISO_8859_1);
        Attempt attempt = new Attempt(
                new Exchange.Request("POST", "/", Map.of(), new byte[0]),
                new Exchange.Response(403, Map.of(), given),
                "",
                Instant.EPOCH,
                List.of());
        Exchange exchange = Redaction.exchange(Call.of("iam:ListUsers"), 1, 1, Outcome.GAP, attempt);
        assertThat(new String(exchange.response().body(), StandardCharsets.ISO_8859_1))
                .isEqualTo(body.replaceAll("CANARY[+/%=0-9A-F]*", "[cut]"));
        assertThat(exchange.cuts()).containsExactly("x-amz-security-token");
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
        assertThat(Redaction.line("host:h x-amz-security-token:CANARY x-amz-date"))
                .isEqualTo("host:h x-amz-security-token:[cut] x-amz-date");
        assertThat(Redaction.line("x".repeat(10_000))).hasSizeLessThan(600);
    }
}
