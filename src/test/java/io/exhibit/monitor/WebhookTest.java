package io.exhibit.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.exhibit.deliver.Certified;
import io.exhibit.run.watch.AlarmKind;
import io.exhibit.run.watch.Message;
import io.exhibit.run.watch.News;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    private static final Instant AT = Instant.parse("2026-10-05T02:30:00Z");
    private static final News NEWS = new News(
            News.Event.OPENED,
            AlarmKind.BLIND,
            "blind:denied",
            AT,
            AT,
            "No longer read: KMS keys in account 111122223333",
            List.of("reason: denied"));
    private static final Message MESSAGE =
            new Message("0123abcd", "exhibit/EH", AT, ZoneId.of("UTC"), List.of(NEWS), List.of());

    private final List<byte[]> bodies = new ArrayList<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status = 204;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            if (status == 0) {
                await();
            }
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            bodies.add(new byte[0]);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void whoeverKnowsTheSecretCanTellThatItComesFromHereAndWhen() throws Exception {
        hook("a secret").send(MESSAGE);

        assertThat(headers.get("webhook-id")).isEqualTo("0123abcd");
        assertThat(headers.get("webhook-timestamp")).isEqualTo("1791167400");
        assertThat(headers.get("webhook-signature"))
                .isEqualTo("v1," + hmac("a secret".getBytes(StandardCharsets.UTF_8), "0123abcd.1791167400."));
        JsonNode read = new ObjectMapper().readTree(bodies.get(0));
        assertThat(read.path("version").asInt()).isEqualTo(1);
        assertThat(read.path("news").path(0).path("event").asText()).isEqualTo("opened");
        assertThat(read.path("news").path(0).path("do").asText()).contains("exhibit preflight");
        assertThat(new String(bodies.get(0), StandardCharsets.UTF_8)).doesNotContain("a secret");
    }

    @Test
    void aSecretOfTheStandardsFormIsItsBase64() throws Exception {
        byte[] key = {1, 2, 3, 4, 5};
        hook("whsec_" + Base64.getEncoder().encodeToString(key)).send(MESSAGE);

        assertThat(headers.get("webhook-signature")).isEqualTo("v1," + hmac(key, "0123abcd.1791167400."));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 500, 503})
    void onlyAYesIsAYesAndNoRedirectIsFollowed(int other) {
        status = other;

        assertThatThrownBy(() -> hook("s").send(MESSAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered with " + other)
                .message()
                .doesNotContain("token-in-the-path");
        assertThat(bodies).as("the other place was not asked").hasSize(1);
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedFor() {
        status = 0;

        assertThatThrownBy(() -> new Webhook(uri(), () -> "s", Duration.ofMillis(300)).send(MESSAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("webhook at 127.0.0.1");
    }

    @Test
    void nobodyThereIsSaid() {
        server.stop(0);

        assertThatThrownBy(() -> hook("s").send(MESSAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be reached");
    }

    @Test
    void aLookConnectsAndAsksNothing() throws IOException {
        assertThat(hook("s").check())
                .isEqualTo("answers, without TLS; whether it takes messages shows with the first one");
        assertThat(bodies).isEmpty();

        server.stop(0);
        assertThatThrownBy(() -> hook("s").check())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("webhook at 127.0.0.1:")
                .hasMessageContaining("could not be reached")
                .message()
                .doesNotContain("token-in-the-path");
        assertThatThrownBy(() -> hook("whsec_no base64").check()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLookSaysThatACertificateIsNotTrustedOrANameNotKnown() throws IOException {
        HttpsServer alien = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        alien.setHttpsConfigurator(new HttpsConfigurator(new Certified("localhost").server()));
        alien.start();
        URI there = URI.create("https://localhost:" + alien.getAddress().getPort() + "/hook");
        try {
            assertThatThrownBy(() -> new Webhook(there, () -> "s", Duration.ofSeconds(10)).check())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not show a certificate that this Java trusts for its name");
        } finally {
            alien.stop(0);
        }
        URI nowhere = URI.create("https://nobody.invalid/hook");
        assertThatThrownBy(() -> new Webhook(nowhere, () -> "s", Duration.ofSeconds(10)).check())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The name of webhook at nobody.invalid is not known");
    }

    private Webhook hook(String secret) {
        return new Webhook(uri(), () -> secret, Duration.ofSeconds(10));
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook/token-in-the-path");
    }

    private String hmac(byte[] key, String before) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(before.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(bodies.get(0)));
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
