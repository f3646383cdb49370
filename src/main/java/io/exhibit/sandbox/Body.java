package io.exhibit.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.exhibit.sandbox.wire.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Sends an answer's body as it is, or as a fault spoils it on the way. */
final class Body {
    private static final Duration DRIP = Duration.ofMillis(250);
    private static final int DRIPS = 240;
    private static final byte[] SIGN_IN = ("<!DOCTYPE html>\n<html lang=\"en\"><head><title>Sign in</title></head>"
                    + "<body><h1>Guest network</h1><form><input name=\"user\"></form></body></html>\n")
            .getBytes(StandardCharsets.UTF_8);

    private Body() {}

    static void send(HttpExchange exchange, Answer answer, Optional<FaultKind> fault) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        switch (fault.orElse(FaultKind.LOOP)) {
            case EMPTY -> whole(exchange, 200, new byte[0]);
            case HTML -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                whole(exchange, 200, SIGN_IN);
            }
            case TRUNCATED -> whole(exchange, answer.status(), Arrays.copyOf(answer.body(), answer.body().length / 2));
            case SLOW -> drip(exchange, answer);
            default -> whole(exchange, answer.status(), answer.body());
        }
    }

    private static void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** A byte every quarter of a second for a minute at most; writing to a client that hung up ends it. */
    private static void drip(HttpExchange exchange, Answer answer) throws IOException {
        exchange.sendResponseHeaders(answer.status(), Math.max(answer.body().length, DRIPS + 1L));
        OutputStream out = exchange.getResponseBody();
        for (int i = 0; i < DRIPS && !Thread.currentThread().isInterrupted(); i++) {
            out.write(answer.body().length > i ? answer.body()[i] : ' ');
            out.flush();
            LockSupport.parkNanos(DRIP.toNanos());
        }
    }
}
