package io.exhibit.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PingTest {

    @Test
    void aSignIsGivenAndARefusalIsSaidWithoutThePathThatMayBeAToken() throws Exception {
        AtomicInteger came = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good", exchange -> {
            came.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            ping(server, "/good").send();
            assertThat(came).hasValue(1);
            assertThatThrownBy(() -> ping(server, "/secret-path").send())
                    .isInstanceOf(IOException.class)
                    .hasMessage("The ping to 127.0.0.1 was answered with 404.");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> ping(server, "/good").send())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not get through");
    }

    private static Ping ping(HttpServer server, String path) {
        return new Ping(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), Duration.ofSeconds(10));
    }
}
