package io.exhibit.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.run.Readiness;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the three pages answer, and to whom. */
class MonitorServerTest {

    private static final Readiness KEY = new Readiness("key", true, "keys/exhibit.pem");

    private final List<MonitorServer> open = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        open.forEach(MonitorServer::close);
    }

    @Test
    void aNodeThatHasAllItNeedsIsReady() throws Exception {
        MonitorServer server = start(Optional::empty, List.of(KEY));

        assertThat(get(server, "/health").body()).isEqualTo("alive\n");
        assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
        assertThat(get(server, "/ready").body()).isEqualTo("ready\nkey: ok, keys/exhibit.pem\n");
        assertThat(get(server, "/metrics").body()).isEqualTo("figures 1\n");
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        Readiness vault = new Readiness("vault", false, "the bucket refuses");
        HttpResponse<String> answer = get(start(Optional::empty, List.of(KEY, vault)), "/ready");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .isEqualTo("not ready\nkey: ok, keys/exhibit.pem\nvault: NOT READY, the bucket refuses\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/ready, , 401",
        "/metrics, , 401",
        "/metrics, Bearer wrong, 401",
        "/metrics, Bearer, 401",
        "/metrics, Basic cmlnaHQ=, 401",
        "/metrics, Bearer right, 200",
        "/ready, Bearer right, 200",
        "/health, , 200"
    })
    void withATokenOnlyWhoeverKnowsItLearnsMoreThanThatTheProcessIsAlive(String path, String sent, int status)
            throws Exception {
        MonitorServer server = start(() -> Optional.of("right"), List.of(KEY));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(server, path));
        if (sent != null) {
            request.header("Authorization", sent);
        }

        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("right");
    }

    @Test
    void aTokenThatCannotBeReadLetsNobodyIn() throws Exception {
        MonitorServer server = start(
                () -> {
                    throw new IllegalStateException("the file is gone");
                },
                List.of(KEY));

        assertThat(get(server, "/metrics").statusCode()).isEqualTo(401);
        assertThat(get(server, "/metrics").body()).doesNotContain("gone");
    }

    @Test
    void whatCannotBeLookedAtIsNotWell() throws Exception {
        MonitorServer server = started(Optional::empty, () -> {
            throw new IllegalStateException("no such thing");
        });

        assertThat(get(server, "/ready").statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/healthy", "/ready/more", "/metrics/", "/favicon.ico", "/../etc/passwd"})
    void thereIsNothingElse(String path) throws Exception {
        assertThat(get(start(Optional::empty, List.of(KEY)), path).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingCanBeSent() throws Exception {
        MonitorServer server = start(Optional::empty, List.of(KEY));
        HttpRequest post = HttpRequest.newBuilder(uri(server, "/ready"))
                .POST(BodyPublishers.ofString("x"))
                .build();

        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void anAddressThatIsTakenIsRefused() throws Exception {
        MonitorServer first = start(Optional::empty, List.of(KEY));

        assertThatThrownBy(() -> new MonitorServer(first.address(), Optional::empty, () -> List.of(KEY), () -> ""))
                .isInstanceOf(BindException.class);
    }

    /** More than there are threads for: those beyond are turned away, and the server goes on. */
    @Test
    void manyWhoSayNothingDoNotKeepOthersOutForLong() throws Exception {
        MonitorServer server = start(Optional::empty, List.of(KEY));
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort());
                silent.add(socket);
                socket.getOutputStream().write("GET /health HT".getBytes(StandardCharsets.US_ASCII));
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        assertThat(get(server, "/health").body()).isEqualTo("alive\n");
    }

    private MonitorServer start(Supplier<Optional<String>> token, List<Readiness> ready) throws IOException {
        return started(token, () -> ready);
    }

    private MonitorServer started(Supplier<Optional<String>> token, Supplier<List<Readiness>> ready)
            throws IOException {
        MonitorServer server = new MonitorServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), token, ready, () -> "figures 1\n");
        open.add(server);
        return server;
    }

    private HttpResponse<String> get(MonitorServer server, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(server, path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(MonitorServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }
}
