package io.exhibit.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.exhibit.cli.Consoles;
import io.exhibit.seal.LocalTsa;
import io.exhibit.seal.TimeStamps;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks a service on loopback; what goes wrong is one sentence. */
class TimeStampServiceTest {

    private static final LocalTsa TSA = new LocalTsa("tsa.example");
    private static final byte[] NOTE = "a checkpoint".getBytes(StandardCharsets.UTF_8);

    private static final Instant LOGGED = Instant.parse("2026-11-01T07:00:00Z");

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Consoles console = Consoles.listening();
    private HttpServer server;
    private volatile HttpHandler answer;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer.handle(exchange));
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    private byte[] token(Duration patience) throws IOException {
        return new TimeStampService(address(), patience, console.console())
                .token(NOTE, Optional.of(LOGGED))
                .orElseThrow();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void tokenOfAnHonestServiceIsTaken() throws IOException {
        answer = exchange -> {
            byte[] request = exchange.getRequestBody().readAllBytes();
            boolean asked =
                    exchange.getRequestHeaders().getFirst("Content-Type").equals("application/timestamp-query");
            send(exchange, asked ? 200 : 415, TSA.answer(request, Instant.parse("2026-11-01T08:00:00Z")));
        };
        assertThat(token(Duration.ofSeconds(20))).hasSizeBetween(500, TimeStamps.LONGEST);
        assertThat(console.err()).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsOneSentence() {
        told(exchange -> send(exchange, 500, new byte[] {1}), "HTTP status 500");
        told(exchange -> send(exchange, 200, new byte[0]), "no time stamp of what was asked");
        told(exchange -> send(exchange, 200, "<html>".getBytes(StandardCharsets.US_ASCII)), "no time stamp");
        told(exchange -> send(exchange, 200, new byte[TimeStamps.LONGEST + 1]), "more than a time stamp");
        told(exchange -> send(exchange, 200, TSA.refusal("closed")), "the service refused: closed");
        told(
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
                    send(exchange, 302, new byte[0]);
                },
                "HTTP status 302");
    }

    /** What whoever checks the pack would refuse is not kept with it. */
    @Test
    void tokenThatACheckWouldRefuseCountsAsNone() {
        told(
                exchange -> send(
                        exchange, 200, TSA.answer(exchange.getRequestBody().readAllBytes(), LOGGED.minusSeconds(301))),
                "the last leaf under the checkpoint was logged at " + LOGGED);
        told(
                exchange -> {
                    byte[] answer = TSA.answer(exchange.getRequestBody().readAllBytes(), LOGGED);
                    answer[answer.length - 1] ^= 1;
                    send(exchange, 200, answer);
                },
                "it is not signed by a time stamping certificate that it carries");
    }

    private void told(HttpHandler handler, String why) {
        answer = handler;
        assertThatThrownBy(() -> token(Duration.ofSeconds(20)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
        assertThat(console.err()).contains(why, "The pack is bound without one and says so.");
    }

    @Test
    void slowServiceIsWaitedForAWhileOnly() {
        answer = exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> token(Duration.ofMillis(300))).hasMessageContaining("no whole answer within");
    }

    @Test
    void slowBodyIsWaitedForAWhileOnly() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> token(Duration.ofMillis(300))).hasMessageContaining("no whole answer within");
    }

    @Test
    void serviceThatIsNotThereIsOneSentence() {
        server.stop(0);
        assertThatThrownBy(() -> token(Duration.ofSeconds(20))).hasMessageContaining("not reachable");
    }
}
