package io.exhibit.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.exhibit.sandbox.wire.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Sends an answer's body as it is, or as a fault spoils it on the way. */
final class Body {
    private static final Duration DRIP = Duration.ofMillis(250);
    private static final int DRIPS = 240;
    private static final Duration SILENCE = DRIP.multipliedBy(DRIPS);
    private static final byte[] FILLING = " ".repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SIGN_IN = ("<!DOCTYPE html>\n<html lang=\"en\"><head><title>Sign in</title></head>"
                    + "<body><h1>Guest network</h1><form><input name=\"user\"></form></body></html>\n")
            .getBytes(StandardCharsets.UTF_8);

    private final Faults faults;

    /** @param faults those that were in force when the request came */
    Body(Faults faults) {
        this.faults = faults;
    }

    void send(HttpExchange exchange, Answer answer, Optional<FaultKind> fault) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        switch (fault.orElse(FaultKind.LOOP)) {
            case EMPTY -> whole(exchange, 200, new byte[0]);
            case HTML -> html(exchange, 200, SIGN_IN);
            case BAD_GATEWAY -> balancer(exchange, 502, "Bad Gateway");
            case UNAVAILABLE -> balancer(exchange, 503, "Service Temporarily Unavailable");
            case GATEWAY_TIMEOUT -> balancer(exchange, 504, "Gateway Time-out");
            case ERROR_IN_200 -> whole(exchange, 200, answer.body());
            case TRUNCATED -> whole(exchange, answer.status(), half(answer));
            case CUT -> {
                // The connection is closed before the length that was promised.
                exchange.sendResponseHeaders(answer.status(), answer.body().length);
                exchange.getResponseBody().write(half(answer));
                // Newer JDKs keep head and body back until then, and the client would see a connection without any
                // answer.
                exchange.getResponseBody().flush();
            }
            case DROPPED -> {}
            case SILENT -> lasts(SILENCE);
            case SLOW -> drip(exchange, answer);
            case ENDLESS -> endless(exchange, answer);
            default -> whole(exchange, answer.status(), answer.body());
        }
    }

    private static byte[] half(Answer answer) {
        return Arrays.copyOf(answer.body(), answer.body().length / 2);
    }

    private static void balancer(HttpExchange exchange, int status, String says) throws IOException {
        String title = status + " " + says;
        String page =
                "<html>\n<head><title>" + title + "</title></head>\n<body><h1>" + title + "</h1></body>\n</html>\n";
        // The service's own headers, which may name an error, are not the balancer's.
        exchange.getResponseHeaders().clear();
        html(exchange, status, page.getBytes(StandardCharsets.UTF_8));
    }

    private static void html(HttpExchange exchange, int status, byte[] page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        whole(exchange, status, page);
    }

    private static void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** A byte every quarter of a second for a minute at most; writing to a client that hung up ends it. */
    private void drip(HttpExchange exchange, Answer answer) throws IOException {
        exchange.sendResponseHeaders(answer.status(), Math.max(answer.body().length, DRIPS + 1L));
        OutputStream out = exchange.getResponseBody();
        int i = 0;
        do {
            out.write(answer.body().length > i ? answer.body()[i] : ' ');
            out.flush();
        } while (++i < DRIPS && lasts(DRIP));
    }

    /** Writing to a client that hung up ends it. */
    private void endless(HttpExchange exchange, Answer answer) throws IOException {
        exchange.sendResponseHeaders(answer.status(), 0);
        OutputStream out = exchange.getResponseBody();
        out.write(half(answer));
        do {
            out.write(FILLING);
        } while (lasts(Duration.ZERO));
    }

    private boolean lasts(Duration time) {
        try {
            return faults.lastFor(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
