package io.exhibit.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends requests to where no answer is, on the real network stack of the machine: what a simulated service cannot do itself,
 * because it is there.
 */
final class BrokenWire implements AutoCloseable {

    /** What becomes of a request. */
    enum Kind {
        /** Nobody listens at the port. */
        REFUSED,
        /** The host's name has no address. */
        NO_ADDRESS,
        /** Who answers does not speak TLS. */
        NO_TLS,
        /** The connection is reset before an answer. */
        RESET,
        /** The connection is reset in the middle of the body. */
        RESET_IN_BODY,
        /** The head begins and does not end. */
        SLOW_HEAD
    }

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";

    private final ServerSocket server;
    private final int closed;
    private final Runnable stalled;
    private final AtomicInteger struck = new AtomicInteger();
    private volatile Kind kind;
    private volatile URI elsewhere;

    /** @param stalled is told that an answer does not go on */
    BrokenWire(Runnable stalled) {
        this.stalled = stalled;
        try {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            try (ServerSocket nobody = new ServerSocket(0, 1, loopback)) {
                closed = nobody.getLocalPort();
            }
            server = new ServerSocket(0, 50, loopback);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "broken-wire");
        thread.setDaemon(true);
        thread.start();
    }

    /** Breaks what is sent from now on; {@code null} mends it. */
    void breaks(Kind how) {
        kind = how;
    }

    /** Where else what is sent from now on gets its answer; {@code null} is where it was meant to. */
    void sendsTo(URI other) {
        elsewhere = other;
    }

    /** How many requests it broke so far. */
    int struck() {
        return struck.get();
    }

    SdkHttpClient over(SdkHttpClient under) {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                return under.prepareRequest(kind == null && elsewhere == null ? request : astray(request));
            }

            @Override
            public void close() {
                under.close();
            }
        };
    }

    private HttpExecuteRequest astray(HttpExecuteRequest request) {
        SdkHttpRequest.Builder other = request.httpRequest().toBuilder();
        if (elsewhere != null) {
            other.port(elsewhere.getPort());
        } else {
            struck.incrementAndGet();
            switch (kind) {
                case REFUSED -> other.port(closed);
                case NO_ADDRESS -> other.host("nowhere.invalid");
                case NO_TLS -> other.protocol("https").port(server.getLocalPort());
                default -> other.port(server.getLocalPort());
            }
        }
        HttpExecuteRequest.Builder sent = HttpExecuteRequest.builder().request(other.build());
        request.contentStreamProvider().ifPresent(sent::contentStreamProvider);
        return sent.build();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket, kind);
            } catch (IOException hungUp) {
                // The client has gone, or the test is over.
            }
        }
    }

    private void answer(Socket socket, Kind how) throws IOException {
        socket.getInputStream().read(new byte[1 << 14]);
        switch (how) {
            case RESET_IN_BODY -> say(socket, HEAD + "Content-Length: 500\r\n\r\n<Some");
            case SLOW_HEAD -> {
                say(socket, HEAD);
                stalled.run();
                // Until the client hangs up.
                socket.getInputStream().readAllBytes();
            }
            case NO_TLS -> say(socket, "This is not TLS\r\n");
            default -> {}
        }
        // Closing sends a reset instead of an end.
        socket.setSoLinger(how != Kind.NO_TLS, 0);
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
