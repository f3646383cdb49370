package io.exhibit.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.exhibit.run.Readiness;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Answers {@code /health} (the process is alive), {@code /ready} (what the next run needs is there; 503 and what is not) and
 * {@code /metrics} over HTTP, all as plain text. With a token, all but {@code /health} ask for {@code Authorization: Bearer TOKEN}
 * (RFC 6750, section 2.1): load balancers cannot send one, and it tells nothing.
 */
public final class MonitorServer implements Closeable {

    /** Whoever looks at figures comes now and then; more at once are turned away instead of taking the threads of the node. */
    private static final int THREADS = 32;

    private static final int BACKLOG = 16;

    /** Prometheus's text format is a kind of plain text. */
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Supplier<Optional<String>> token;

    /**
     * Listens from now on.
     *
     * @param token who asks must know it; empty when nobody needs one. It is asked for each time, so that a changed one counts;
     *     when it throws, nobody is let in
     * @throws IOException when the address is in use or not one of this host
     */
    public MonitorServer(
            InetSocketAddress address,
            Supplier<Optional<String>> token,
            Supplier<List<Readiness>> ready,
            Supplier<String> figures)
            throws IOException {
        this.token = token;
        // Read by the JDK's server once: who sends or reads slower than that, in seconds, is cut off.
        defaulted("sun.net.httpserver.maxReqTime", "10");
        defaulted("sun.net.httpserver.maxRspTime", "30");
        server = HttpServer.create(address, BACKLOG);
        threads = new ThreadPoolExecutor(1, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "monitor");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, () -> new Page(404, "not here\n"), false));
        server.createContext("/health", page("/health", () -> new Page(200, "alive\n"), false));
        server.createContext("/ready", page("/ready", () -> ready(ready.get()), true));
        server.createContext("/metrics", page("/metrics", () -> new Page(200, figures.get()), true));
        server.start();
    }

    /** Where it listens; the port that was taken when the settings said 0. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Page(int status, String text) {}

    private HttpHandler page(String path, Supplier<Page> page, boolean guarded) {
        return exchange -> answer(
                exchange,
                exchange.getRequestURI().getPath().equals(path) ? page : () -> new Page(404, "not here\n"),
                guarded);
    }

    private void answer(HttpExchange exchange, Supplier<Page> page, boolean guarded) throws IOException {
        try (exchange) {
            Page answer = refusal(exchange, guarded).orElseGet(() -> made(page));
            byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", TEXT);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private Optional<Page> refusal(HttpExchange exchange, boolean guarded) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return Optional.of(new Page(405, "GET and HEAD alone\n"));
        }
        if (guarded && !isKnown(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            return Optional.of(new Page(401, "a token is needed\n"));
        }
        return Optional.empty();
    }

    private boolean isKnown(String authorization) {
        Optional<String> wanted;
        try {
            wanted = token.get();
        } catch (RuntimeException unreadable) {
            return false;
        }
        return wanted.isEmpty()
                || authorization != null
                        && MessageDigest.isEqual(
                                ("Bearer " + wanted.get()).getBytes(StandardCharsets.UTF_8),
                                authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** What cannot be looked at is not well. */
    private static Page made(Supplier<Page> page) {
        try {
            return page.get();
        } catch (RuntimeException e) {
            return new Page(500, "could not be looked at\n");
        }
    }

    private static Page ready(List<Readiness> all) {
        boolean ready = all.stream().allMatch(Readiness::ready);
        StringBuilder text = new StringBuilder(ready ? "ready\n" : "not ready\n");
        all.forEach(each -> text.append(each.name())
                .append(each.ready() ? ": ok, " : ": NOT READY, ")
                .append(each.words())
                .append('\n'));
        return new Page(ready ? 200 : 503, text.toString());
    }

    private static void defaulted(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
