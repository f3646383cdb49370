package io.exhibit.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/**
 * Makes what the sandbox itself did wrong visible: a 500 that names the exception, and a line in the system's log. A
 * connection that only breaks would look like a fault that somebody had asked for.
 */
record Mishap(HttpHandler desk) implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                desk.handle(exchange);
            } catch (RuntimeException e) {
                System.getLogger(Mishap.class.getName())
                        .log(
                                Level.ERROR,
                                "A fault of the sandbox at " + exchange.getRequestMethod() + " "
                                        + exchange.getRequestURI().getPath() + ": " + e,
                                e);
                byte[] body =
                        ("A fault of the sandbox: " + e.getClass().getName() + "\n").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
                exchange.sendResponseHeaders(500, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
