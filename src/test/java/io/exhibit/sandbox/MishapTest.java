package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.exhibit.sandbox.Probe.Reply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class MishapTest {

    private final List<String> logged = new ArrayList<>();

    @Test
    void aFaultOfTheSandboxItselfIsAVisible500AndALineInTheLog() throws Exception {
        Logger logger = Logger.getLogger(Mishap.class.getName());
        logger.setUseParentHandlers(false);
        logger.addHandler(new Listening());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", new Mishap(exchange -> {
            throw new ArithmeticException("by nought");
        }));
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/detector");
            Reply reply = new Probe(address, "111122223333", "us-east-1", Duration.ofSeconds(20)).unsigned(address);

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).contains("A fault of the sandbox: java.lang.ArithmeticException");
            assertThat(logged).singleElement().asString().contains("GET /detector", "by nought");
        } finally {
            server.stop(0);
        }
    }

    private final class Listening extends Handler {

        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
