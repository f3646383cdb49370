package io.exhibit.aws.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exhibit.aws.AwsSettings;
import io.exhibit.aws.HttpLimits;
import io.exhibit.aws.Loopback;
import io.exhibit.aws.Undownloaded;
import io.exhibit.collect.Line;
import io.exhibit.evidence.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTest {

    private static final String PDF = "%PDF-1.7 and so on";

    private static Downloads downloads(URI endpoint, Duration longest) {
        HttpLimits limits = new HttpLimits(
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                longest,
                1,
                Duration.ofMillis(1),
                1 << 20,
                1000,
                100);
        return new Downloads(AwsSettings.simulated(endpoint).limited(limits), new Line(), () -> Instant.EPOCH);
    }

    private static Downloads downloads(URI endpoint) {
        return downloads(endpoint, Duration.ofSeconds(20));
    }

    private static Cause refusal(Loopback server, String path) {
        return refusal(downloads(server.uri()), server, path);
    }

    private static Cause refusal(Downloads downloads, Loopback server, String path) {
        Undownloaded refusal = catchThrowableOfType(Undownloaded.class, () -> downloads.fetch(server.uri() + path));
        assertThat(refusal).hasMessageNotContaining("CANARY");
        return refusal.reason();
    }

    @Test
    void tellsSizeAndDigestOfThePdf() throws IOException {
        try (Loopback server = Loopback.answering(200, PDF)) {
            Document document = downloads(server.uri()).fetch(server.uri() + "/r.pdf?X-Amz-Signature=CANARY");
            assertThat(document)
                    .isEqualTo(new Document(
                            PDF.length(), "6098579c00946e5c19af75f62ca751ee431f3eb2dcb9dec82f47ea9c0c249aca"));
        }
    }

    @Test
    void refusesWhatIsNoPdf() throws IOException {
        try (Loopback server = Loopback.answering(200, "<html>expired</html>")) {
            assertThat(refusal(server, "/?X-Amz-Signature=CANARY")).isEqualTo(Cause.MALFORMED);
        }
    }

    @Test
    void refusesAnErrorEvenInTheShapeOfAPdf() throws IOException {
        try (Loopback server = Loopback.answering(403, PDF)) {
            assertThat(refusal(server, "/")).isEqualTo(Cause.FAILED);
        }
    }

    @Test
    void anErrorIsToldAsSuchAndNotAsADocumentThatIsNoPdf() throws IOException {
        try (Loopback server = Loopback.answering(403, "<Error><Message>Request has expired</Message></Error>")) {
            assertThat(refusal(server, "/")).isEqualTo(Cause.FAILED);
        }
    }

    @Test
    void followsNoRedirect() throws IOException {
        try (Loopback elsewhere = Loopback.answering(200, PDF);
                Loopback server = new Loopback(exchange -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.uri() + "/");
                    Loopback.send(exchange, 302, PDF.getBytes(StandardCharsets.UTF_8));
                })) {
            assertThat(refusal(server, "/")).isEqualTo(Cause.FAILED);
            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Test
    void stopsAtTheSizeLimit() throws IOException {
        try (Loopback server = Loopback.answering(200, PDF + "x".repeat(2000))) {
            assertThat(refusal(server, "/")).isEqualTo(Cause.TOO_LARGE);
        }
    }

    @Test
    void stopsAtTheDeadline() throws IOException {
        try (Loopback server = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write(PDF.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        })) {
            Downloads impatient = downloads(server.uri(), Duration.ofMillis(300));
            assertThat(refusal(impatient, server, "/")).isEqualTo(Cause.TIMED_OUT);
        }
    }

    @Test
    void anAddressThatSaysNothingTimesOut() throws IOException {
        try (Loopback server = new Loopback(exchange -> {})) {
            assertThat(refusal(downloads(server.uri(), Duration.ofSeconds(20)), server, "/"))
                    .isEqualTo(Cause.TIMED_OUT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bucket.s3.amazonaws.com/r?s=CANARY",
                "https://s3.amazonaws.com.evil.test/r?s=CANARY",
                "https://evils3.amazonaws.com/r?s=CANARY",
                "https://s3.amazonaws.com@127.0.0.1/r?s=CANARY",
                "https://user@s3.amazonaws.com/r?s=CANARY",
                "https://s3.amazonaws.com:8443/r?s=CANARY",
                "https://169.254.169.254/r?s=CANARY",
                "https://[::1]/r?s=CANARY",
                "https://ec2.us-east-1.amazonaws.com/r?s=CANARY",
                "file:///etc/passwd?s=CANARY",
                "s3.amazonaws.com/r?s=CANARY",
                "https://s3.amazonaws.com/a b?s=CANARY",
                "",
            })
    void onlyPlainAddressesOfTheAllowedHostsAreAsked(String address) {
        DocumentHosts hosts = new DocumentHosts(AwsSettings.defaults().documentHosts(), null);
        assertThatThrownBy(() -> hosts.check(address))
                .isInstanceOf(Undownloaded.class)
                .hasMessageNotContaining("CANARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bucket.s3.us-east-1.amazonaws.com", "s3.amazonaws.com", "a.b.s3-us-west-2.amazonaws.com"})
    void theAllowListKnowsTheHostsOfAmazonS3(String host) {
        assertThat(host).matches(AwsSettings.defaults().documentHosts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00:ec2::254",
                "::ffff:10.0.0.1"
            })
    void addressesThatAreNotPublicAreNotAsked(String address) throws IOException {
        assertThat(DocumentHosts.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"52.216.1.1", "172.15.0.1", "100.128.0.1", "2600:1fa0::1"})
    void publicAddressesAre(String address) throws IOException {
        assertThat(DocumentHosts.isPublic(InetAddress.getByName(address))).isTrue();
    }

    /** Neither what a document's length says nor the end of its chunks came. */
    @ParameterizedTest
    @ValueSource(longs = {500, 0})
    void refusesADocumentThatBreaksOff(long length) throws IOException {
        try (Loopback server = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(PDF.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            // A handler that fails closes the connection in the middle of the answer.
            throw new IOException("broken off");
        })) {
            assertThat(refusal(server, "/?X-Amz-Signature=CANARY")).isEqualTo(Cause.MALFORMED);
        }
    }

    @Test
    void stopsADocumentThatHasNoEnd() throws IOException {
        try (Loopback server = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(PDF.getBytes(StandardCharsets.UTF_8));
            for (byte[] more = new byte[100]; ; ) {
                exchange.getResponseBody().write(more);
            }
        })) {
            assertThat(refusal(server, "/?X-Amz-Signature=CANARY")).isEqualTo(Cause.TOO_LARGE);
        }
    }

    @Test
    void aRedirectToTheMetadataOfTheMachineIsAnError() throws IOException {
        try (Loopback server = new Loopback(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data/?CANARY");
            Loopback.send(exchange, 307, new byte[0]);
        })) {
            assertThat(refusal(server, "/?X-Amz-Signature=CANARY")).isEqualTo(Cause.FAILED);
        }
    }
}
