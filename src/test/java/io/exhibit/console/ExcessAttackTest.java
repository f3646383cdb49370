package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Role;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too much, too long, never ending, or no request at all: the answer is small, and the next one works. */
@OneJdk
final class ExcessAttackTest {

    private static final int SMALL = 20_000;

    @TempDir
    Path folder;

    private Room room;
    private Room.Visit visit;

    @BeforeEach
    void enter() throws IOException {
        room = new Room(folder);
        visit = room.enter(Role.VIEWER);
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void whatIsTooLargeIsRefused() throws IOException {
        List<Ask> large = new ArrayList<>();
        for (int kib : List.of(9, 17, 33, 65, 257)) {
            String x = "x".repeat(kib * 1024);
            large.add(Ask.get("/" + x));
            large.add(Ask.get(Room.HOME + "?" + x));
            large.add(Ask.get(Room.HOME + "/findings?search=" + x));
            large.add(Ask.get(Room.HOME).with("X", x));
            large.add(Ask.get(Room.HOME).with("Cookie", room.cookie() + "=" + x));
            large.add(Ask.get(Room.HOME).with(x, "x"));
            large.add(new Ask(x, Room.HOME));
            Ask many = Ask.get(Room.HOME);
            for (int n = 0; n < kib * 60; n++) {
                many.with("X" + n, "value " + n);
            }
            large.add(many);
        }
        assertThat(large).hasSizeGreaterThanOrEqualTo(Attacks.MANY);
        for (Ask ask : large) {
            Ask.Answer answer = room.ask(ask);
            if (answer.status() != 0) {
                assertThat(answer.status()).isIn(400, 404, 405, 414, 431, 401);
                Attacks.assertInert(answer);
                assertThat(answer.body()).hasSizeLessThan(SMALL);
            }
        }
        assertThat(room.isIn(visit)).isTrue();
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void aFormThatIsTooLargeIsRefusedWithASentence() throws IOException {
        String large = "&x=" + "x".repeat(1 << 20);
        Ask.Answer answer = room.ask(room.own(visit, "/leave", large));
        Attacks.assertRefused(answer, 413);
        assertThat(answer.body()).contains("larger than this console takes");

        String chunk = Integer.toHexString(large.length()) + "\r\n" + large + "\r\n";
        Attacks.assertRefused(
                room.ask(room.own(visit, "/leave", "")
                        .with("Transfer-Encoding", "chunked")
                        .body(chunk + chunk + "0\r\n\r\n")),
                413);
        assertThat(room.isIn(visit)).isTrue();
    }

    @Test
    void aFormOfVeryManyFieldsTakesNoTime() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int n = 0; n < 100_000; n++) {
            many.append("&a").append(n);
        }
        long began = System.nanoTime();
        Ask.Answer answer = room.ask(room.own(visit, "/leave", many.toString()));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        String host = "Host: " + room.host() + "\r\n";
        String end = "Connection: close\r\n\r\n";
        String get =
                "GET " + Room.HOME + " HTTP/1.1\r\n" + host + "Cookie: " + room.cookie() + "=" + visit.token() + "\r\n";
        String post = room.own(visit, "/leave", "").toString().replaceAll("(?s)Content-Length.*", "") + host;
        String body = "form.guard=" + visit.guard();
        List<String> odd = List.of(
                "\r\n\r\n\r\n\r\n",
                "GET\r\n\r\n",
                "GET  HTTP/1.1\r\n" + host + end,
                " GET / HTTP/1.1\r\n" + host + end,
                "GET / HTTP/1.1 x\r\n" + host + end,
                "GET / HTTP/9.9\r\n" + host + end,
                "GET / http/1.1\r\n" + host + end,
                "GET\t/\tHTTP/1.1\r\n" + host + end,
                "GET /\0 HTTP/1.1\r\n" + host + end,
                "GET /\u00ff HTTP/1.1\r\n" + host + end,
                "G\0T / HTTP/1.1\r\n" + host + end,
                "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n" + end,
                "OPTIONS * HTTP/1.1\r\n" + host + end,
                "GET * HTTP/1.1\r\n" + host + end,
                "GET evil HTTP/1.1\r\n" + host + end,
                "GET ?x HTTP/1.1\r\n" + host + end,
                get + "X\r\n" + end,
                get + ": x\r\n" + end,
                get + "X y: z\r\n" + end,
                get + "X\0: z\r\n" + end,
                get + "X: a\0b\r\n" + end,
                get + "X: a\r\n b\r\n" + end,
                get + "X: a\rb\r\n" + end,
                get + "Content-Length: -1\r\n" + end,
                get + "Content-Length: x\r\n" + end,
                get + "Content-Length: 1\r\nContent-Length: 2\r\n" + end,
                get + "Content-Length: 99999999999999999999\r\n" + end,
                get + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n" + end + "0\r\n\r\n",
                get + "Transfer-Encoding: chunked, chunked\r\n" + end + "0\r\n\r\n",
                get + "Transfer-Encoding: x\r\n" + end,
                get + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n" + end + "0\r\n\r\n",
                get + "Transfer-Encoding : chunked\r\n" + end + "0\r\n\r\n",
                get + "Transfer-Encoding: \u000bchunked\r\n" + end + "0\r\n\r\n",
                post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + end + "0\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n" + end + "zz\r\n" + body + "\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n" + end + "-1\r\n" + body + "\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n" + end + "fffffffffffffffff\r\n" + body + "\r\n0\r\n\r\n",
                post + "Expect: none-such\r\nContent-Length: 4\r\n" + end + body,
                post + "Content-Encoding: gzip\r\nContent-Length: 4\r\n" + end + "\u001f\u008b\b\0",
                get
                        + "Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n"
                                .replace("\r\n\r\n", "\r\nX: \0\r\n\r\n"));
        assertThat(odd).hasSizeGreaterThanOrEqualTo(Attacks.MANY);
        for (String raw : odd) {
            Ask.Answer answer = room.raw(raw);
            if (answer.status() != 0) {
                assertThat(answer.status()).as(raw).isIn(400, 401, 403, 404, 405, 417, 421, 426, 501, 505);
                Attacks.assertInert(answer);
                assertThat(answer.body()).hasSizeLessThan(SMALL);
            }
            assertThat(room.isIn(visit)).as(raw).isTrue();
        }
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void nothingIsUpgraded() throws IOException {
        for (String protocol : List.of("websocket", "h2c", "TLS/1.0", "x")) {
            Ask.Answer answer = room.ask(wish(protocol, room.by(visit, Ask.get(Room.HOME))));
            Attacks.assertInert(answer);
            assertThat(answer.status()).as(protocol).isEqualTo(200);
            assertThat(answer.all("Set-Cookie")).as(protocol).isEmpty();
        }
        assertThat(room.mishaps).isEmpty();
    }

    /** The library has a way of its own for these, which no guard stands before. */
    @Test
    void whoWishesForAWebSocketComesToTheGuardAsEverybodyElse() throws IOException {
        for (String head : List.of("Sec-WebSocket-Version", "sec-websocket-version", "SEC-WEBSOCKET-VERSION")) {
            Ask elsewhere = Ask.get(Room.HOME).with("Host", "evil.example").with(head, "13");
            Attacks.assertRefused(room.ask(elsewhere), 421);
            Attacks.assertRefused(room.ask(Ask.get(Room.HOME).with(head, "13")), 401);
            Attacks.assertRefused(room.ask(Ask.get("/nowhere").with(head, "13")), 401, 404);
        }
        assertThat(room.console.javalin().jettyServer().server().getDescendants(SessionHandler.class))
                .isNotEmpty()
                .allSatisfy(
                        sessions -> assertThat(sessions.getSessionsCreated()).isZero());
    }

    private static Ask wish(String protocol, Ask ask) {
        return ask.with("Connection", "Upgrade")
                .with("Upgrade", protocol)
                .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .with("Sec-WebSocket-Version", "13");
    }

    /** Forms that never come to their end hold what reads them; there must be somebody left for the others. */
    @Test
    void formsThatNeverEndDoNotKeepOthersOut() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < Attacks.MANY; n++) {
                room.pass(Duration.ofSeconds(7));
                Socket socket = new Socket(
                        room.console.address().getAddress(),
                        room.console.address().getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write((room.button("x").with("Host", room.host()).with("Content-Length", "1000") + "&x=")
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
            assertThat(room.isIn(visit)).isTrue();
            assertThat(room.ask(room.own(visit, "/leave", "")).status()).isEqualTo(303);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Heads, and forms of strangers and of visitors, a byte now and then: each would be a sign of life for good. */
    @Test
    void whatTricklesComesToItsEndAndKeepsNobodyOut() throws IOException {
        Room.Visit slow = room.enter(Role.OFFICER);
        List<Socket> heads = new ArrayList<>();
        List<Socket> forms = new ArrayList<>();
        try {
            for (int n = 0; n < 20; n++) {
                heads.add(begun("GET " + Room.HOME + " HTTP/1.1\r\nHost: " + room.host() + "\r\nX"));
                Ask stranger = room.button("x").with("Host", room.host()).with("Content-Length", "1000");
                forms.add(begun(stranger + "&x="));
                Ask visitor = room.own(slow, "/leave", "").with("Host", room.host());
                forms.add(begun(visitor.with("Content-Length", "1000") + "&x="));
            }
            assertThat(room.isIn(visit)).isTrue();
            for (int round = 0; round < 500 && !heads.isEmpty(); round++) {
                heads.removeIf(head -> !drips(head));
                room.console.trickles().look();
                assertThat(room.isIn(visit)).isTrue();
            }
            assertThat(heads).as("closed by the other side").isEmpty();
            List<String> answers = new ArrayList<>();
            for (int round = 0; round < 1_000 && !forms.isEmpty(); round++) {
                forms.removeIf(form -> isEnded(form, answers));
            }
            assertThat(forms).as("go on still").isEmpty();
            assertThat(answers).isNotEmpty().allMatch(answer -> answer.matches("(?s)HTTP/1.1 (408|503) .*"));
            assertThat(room.isIn(visit)).isTrue();
            assertThat(room.ask(room.own(visit, "/leave", "")).status()).isEqualTo(303);
            assertThat(room.mishaps).isEmpty();
        } finally {
            for (Socket socket : Stream.concat(heads.stream(), forms.stream()).toList()) {
                socket.close();
            }
        }
    }

    /** What is sent to somebody holds what sends it until he has taken it; an invited auditor is somebody, too. */
    @Test
    void whoTakesSlowlyWhatHeAskedForKeepsNobodyOut() throws IOException {
        Files.write(folder.resolve("pack"), new byte[16 << 20]);
        Room.Visit auditor = room.enter(Role.AUDITOR);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < 24; n++) {
                Ask zip = room.by(auditor, Ask.get("/packs/" + Room.PACK + "/zip"));
                Socket socket = begun(zip.with("Host", room.host()).toString());
                slow.add(socket);
            }
            long began = System.nanoTime();
            assertThat(room.isIn(visit)).isTrue();
            assertThat(room.get(visit, Room.HOME + "/units").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private Socket begun(String request) throws IOException {
        room.pass(Duration.ofSeconds(7));
        InetSocketAddress there = room.console.address();
        Socket socket = new Socket(there.getAddress(), there.getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static boolean drips(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Whether the other side answered, or closed what nothing came of; otherwise one byte more is sent. */
    private static boolean isEnded(Socket socket, List<String> answers) {
        byte[] answer = new byte[SMALL];
        try {
            socket.setSoTimeout(5);
            int n = socket.getInputStream().read(answer);
            if (n > 0) {
                answers.add(new String(answer, 0, n, StandardCharsets.ISO_8859_1));
            }
            return true;
        } catch (SocketTimeoutException nothingYet) {
            return !drips(socket);
        } catch (IOException closed) {
            return true;
        }
    }
}
