package io.exhibit.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocket;

/**
 * A request as it goes over the wire, byte by byte: what no browser and no library would send is what an attacker sends. Texts are Latin-1, one byte for a
 * character.
 */
final class Ask {

    private static final int PATIENCE = 10_000;

    private final String method;
    private final String target;
    private final List<String> heads = new ArrayList<>();
    private String body = "";

    Ask(String method, String target) {
        this.method = method;
        this.target = target;
    }

    static Ask get(String target) {
        return new Ask("GET", target);
    }

    /** A form as browsers send it. */
    static Ask form(String target, String body) {
        return new Ask("POST", target)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .body(body);
    }

    Ask with(String name, String value) {
        heads.add(name + ": " + value);
        return this;
    }

    /** Without one of the heads that were given. */
    Ask without(String name) {
        heads.removeIf(head -> named(head, name));
        return this;
    }

    Ask body(String text) {
        body = text;
        return this;
    }

    boolean has(String name) {
        return heads.stream().anyMatch(head -> named(head, name));
    }

    private static boolean named(String head, String name) {
        return head.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        heads.forEach(head -> all.append(head).append("\r\n"));
        all.append("Connection: close\r\n");
        if (!body.isEmpty() && !has("Content-Length") && !has("Transfer-Encoding")) {
            all.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return all.append("\r\n").append(body).toString();
    }

    Answer of(InetSocketAddress server) throws IOException {
        return raw(server, toString());
    }

    /** Whatever it is, and whatever comes back until the other side closes. */
    static Answer raw(InetSocketAddress server, String request) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            return raw(socket, request);
        }
    }

    /** The same where the other side was reached already. */
    static Answer raw(Socket socket, String request) throws IOException {
        AttackTally.sent();
        socket.setSoTimeout(PATIENCE);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            if (!(socket instanceof SSLSocket)) {
                socket.shutdownOutput();
            }
            socket.getInputStream().transferTo(all);
        } catch (SocketException refused) {
            // A server that has read enough answers and closes; what came until then is the answer.
            readOn(socket, all);
        }
        return Answer.of(all.toByteArray());
    }

    private static void readOn(Socket socket, ByteArrayOutputStream all) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] some = new byte[in.available()];
        all.write(some, 0, Math.max(0, in.read(some)));
    }

    /**
     * What came back.
     *
     * @param status 0 when the connection was closed without an answer
     * @param heads as they came, one line each
     */
    record Answer(int status, List<String> heads, String body) {

        static Answer of(byte[] bytes) {
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = all.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, List.of(), "");
            }
            List<String> lines = Arrays.asList(all.substring(0, end).split("\r\n"));
            List<String> heads = lines.subList(1, lines.size());
            String body = all.substring(end + 4);
            boolean chunked = heads.stream().anyMatch("Transfer-Encoding: chunked"::equalsIgnoreCase);
            byte[] plain = (chunked ? dechunked(body) : body).getBytes(StandardCharsets.ISO_8859_1);
            return new Answer(
                    Integer.parseInt(lines.get(0).split(" ")[1]), heads, new String(plain, StandardCharsets.UTF_8));
        }

        private static String dechunked(String body) {
            StringBuilder plain = new StringBuilder();
            int at = 0;
            while (true) {
                int line = body.indexOf("\r\n", at);
                int size = Integer.parseInt(body.substring(at, line).trim(), 16);
                if (size == 0) {
                    return plain.toString();
                }
                plain.append(body, line + 2, line + 2 + size);
                at = line + 2 + size + 2;
            }
        }

        /** Values of a head, in their order. */
        List<String> all(String name) {
            return heads.stream()
                    .filter(head -> named(head, name))
                    .map(head -> head.substring(name.length() + 1).strip())
                    .toList();
        }

        /** Its one value, or "". */
        String head(String name) {
            List<String> all = all(name);
            return all.size() == 1 ? all.get(0) : "";
        }

        /** The token that it gives the browser, or "". */
        String token() {
            String cookie = head("Set-Cookie");
            return cookie.matches("(__Host-)?exhibit-[0-9]+=.*")
                    ? cookie.substring(cookie.indexOf('=') + 1).split(";")[0]
                    : "";
        }
    }
}
