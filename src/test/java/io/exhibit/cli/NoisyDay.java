package io.exhibit.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsSettings;
import io.exhibit.aws.HttpLimits;
import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.node.NoticeFile;
import io.exhibit.cli.node.Watching;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.MissedRuns;
import io.exhibit.run.Observer;
import io.exhibit.run.watch.Failures;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A node that collects every hour from the simulated organization, whose faults come and go, and looks for what is wrong half an hour
 * later; a webhook on loopback keeps what it is told.
 */
final class NoisyDay implements AutoCloseable {

    static final Instant BEGIN = Instant.parse("2026-10-05T00:00:00Z");

    private static final HttpLimits LIMITS = new HttpLimits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            2,
            Duration.ofMillis(1),
            4 << 20,
            1 << 20,
            1000);

    private final Path folder;
    private final HandClock clock = new HandClock(BEGIN);
    private final Sandbox sandbox;
    private final HttpServer receiver;
    private final Wiring wiring;
    private final Book book;
    private final Consoles console = Consoles.listening();
    private final List<String> received = new ArrayList<>();
    private Watching watching;
    private final AtomicInteger pings = new AtomicInteger();
    private volatile int answer = 200;

    NoisyDay(Path folder, int accounts) throws IOException {
        this.folder = folder;
        sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(accounts).withRegions(2));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.createContext("/ping", exchange -> {
            pings.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        Files.writeString(folder.resolve("secret"), "not a real one");
        Path settings = Files.writeString(
                folder.resolve("exhibit.yaml"),
                "aws: {endpoint: '" + sandbox.endpoint() + "', parallel: 9}\n"
                        + "monitor: {ping: 'http://127.0.0.1:"
                        + receiver.getAddress().getPort() + "/ping'}\n"
                        + "schedule: {collect: 0 0 * * * ?}\n"
                        + "notify: [{webhook: {url: 'http://127.0.0.1:"
                        + receiver.getAddress().getPort() + "/', secret: {file: secret}}}]\n");
        wiring = new Wiring(SettingsReader.read(settings), console.console());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        book = wiring.book();
        restart();
    }

    /** As a node does that begins again: nothing is in memory. */
    void restart() {
        watching = new Watching(
                wiring,
                clock,
                console.console(),
                new NoticeFile(folder.resolve("state")),
                new Failures(),
                Observer.NONE,
                List::of);
    }

    /** What the webhook answers from now on. */
    void answers(int status) {
        answer = status;
    }

    /** One hour with these faults: a run when it begins, a look in its middle. Returns the messages that came. */
    List<String> hour(int hour, String... faults) throws IOException {
        Instant due = BEGIN.plus(Duration.ofHours(hour));
        clock.set(due);
        sandbox.faults(Stream.of(faults).map(FaultSpec::parse).toList());
        try (Vault vault = wiring.vaultToWrite(clock);
                AwsClients clients = new AwsClients(
                        AwsSettings.simulated(sandbox.endpoint()).limited(LIMITS), clock, Pauses::none)) {
            MissedRuns.seal(vault, wiring.settings().schedule().collect(), due);
            RunRecord run = wiring.collectRun(vault, clients, clock, Pauses::none, book, Demo.ENDPOINT)
                    .collect(due);
            if (!run.units().isEmpty()) {
                wiring.assessRun(vault, book).seal(run);
            }
        }
        return look(hour);
    }

    /** The look alone. */
    List<String> look(int hour) throws IOException {
        clock.set(BEGIN.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(30)));
        received.clear();
        watching.carryOut(clock.instant());
        return List.copyOf(received);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (answer == 200) {
                received.add(body);
            }
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    /** Signs of life since it was asked last. */
    int pings() {
        return pings.getAndSet(0);
    }

    String said() {
        return console.err();
    }

    @Override
    public void close() {
        receiver.stop(0);
        sandbox.close();
    }
}
