package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page elsewhere lets its own name lead to this host, and reads what is here as if it were its own (DNS rebinding). */
@OneJdk
final class RebindingAttackTest {

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

    private List<String> names() {
        String port = ":" + room.console.address().getPort();
        List<String> names = new ArrayList<>(List.of(
                "",
                "127.0.0.1",
                "localhost",
                "[::1]",
                "127.0.0.1:1",
                "127.0.0.1:80",
                "127.0.0.1:",
                port,
                "127.0.0.1:0" + port.substring(1),
                "127.0.0.1:+" + port.substring(1),
                "127.0.0.1" + port + ":80",
                "127.0.0.1" + port + "0",
                "127.0.0.1:99999",
                "127.0.0.1" + port + "@evil.example",
                "127.0.0.1" + port + "/evil",
                "127.0.0.1" + port + "#evil",
                "127.0.0.1" + port + "?evil",
                "127.0.0.1" + port + ", evil.example",
                "127.0.0.1" + port + " evil.example",
                "evil.example, 127.0.0.1" + port,
                "evil.example" + port + ",127.0.0.1" + port));
        for (String host : List.of(
                "evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.1.nip.io",
                "localhost.evil.example",
                "evil.localhost",
                "localhost.",
                "127.0.0.1.",
                "0.0.0.0",
                "0",
                "127.1",
                "127.0.1",
                "127.0.0.2",
                "127.000.000.001",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "2130706433",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[0:0:0:0:0:0:0:1]",
                "[::1%25lo]",
                "::1",
                "user@127.0.0.1",
                "user:word@localhost",
                "xn--lcalhost-n4a",
                "l\u00f6calhost",
                "*",
                "null")) {
            names.add(host + port);
        }
        return names;
    }

    @Test
    void nothingIsShownUnderAnotherName() throws IOException {
        assertThat(names()).hasSizeGreaterThan(Attacks.MANY);
        for (String name : names()) {
            for (String target : List.of(Room.HOME, "/enter", "/static/console.css")) {
                Ask.Answer answer = room.ask(room.by(visit, Ask.get(target)).with("Host", name));
                assertThat(answer.status()).as("%s of %s", target, name).isIn(400, 421);
                Attacks.assertRefused(answer, answer.status());
            }
        }
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void nothingIsDoneUnderAnotherName() throws IOException {
        for (String name : names()) {
            Ask ask = room.own(visit, "/leave", "")
                    .without("Origin")
                    .with("Origin", "http://" + name)
                    .with("Host", name);
            Attacks.assertRefused(room.ask(ask), 400, 421);
        }
        assertThat(room.isIn(visit)).isTrue();
    }

    @Test
    void oddWaysToNameAHostAreRefused() throws IOException {
        String ours = "Host: " + room.host() + "\r\n";
        String cookie = "Cookie: " + room.cookie() + "=" + visit.token() + "\r\n";
        String get = "GET " + Room.HOME + " HTTP/1.1\r\n" + cookie;
        String end = "Connection: close\r\n\r\n";
        List<String> odd = new ArrayList<>(List.of(
                get + end,
                get + "Host : " + room.host() + "\r\n" + end,
                get + " Host: " + room.host() + "\r\n" + end,
                get + ours + ours + end,
                get + ours + "Host: evil.example\r\n" + end,
                get + "Host: evil.example\r\n" + ours + end,
                get + "Host:\r\n " + room.host() + "\r\n" + end,
                get + "Host: evil.example\r\n\t" + room.host() + "\r\n" + end,
                "GET " + Room.HOME + " HTTP/1.0\r\n" + cookie + "\r\n",
                "GET " + Room.HOME + " HTTP/1.0\r\nHost: evil.example\r\n" + cookie + "\r\n",
                "GET " + Room.HOME + "\r\n\r\n",
                "GET " + Room.HOME + " HTTP/2.0\r\n" + ours + cookie + end));
        for (String authority : List.of(
                "evil.example",
                "evil.example:" + room.console.address().getPort(),
                "user@" + room.host(),
                "127.0.0.1",
                "")) {
            for (String scheme : List.of("http", "https", "ws", "file")) {
                String target = scheme + "://" + authority + Room.HOME;
                odd.add("GET " + target + " HTTP/1.1\r\n" + ours + cookie + end);
                odd.add("GET " + target + " HTTP/1.1\r\nHost: " + authority + "\r\n" + cookie + end);
            }
        }
        for (String raw : odd) {
            Ask.Answer answer = room.raw(raw);
            assertThat(answer.status()).as(raw).isIn(400, 421, 426, 505);
            Attacks.assertInert(answer);
            assertThat(answer.body()).as(raw).doesNotContain("evil.example");
        }
        assertThat(odd).hasSizeGreaterThan(Attacks.MANY);
        assertThat(room.mishaps).isEmpty();
    }

    /** There is no proxy before it that could be believed. */
    @Test
    void whatAProxyWouldSayChangesNothing() throws IOException {
        String page = room.get(visit, Room.HOME).body();
        int tried = 0;
        for (String head : List.of(
                "X-Forwarded-Host",
                "X-Forwarded-Server",
                "X-Forwarded-For",
                "X-Forwarded-Proto",
                "X-Forwarded-Port",
                "X-Host",
                "X-Original-Host",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Host-Override",
                "X-Real-IP",
                "Forwarded",
                "Via",
                "True-Client-IP")) {
            for (String value : List.of("evil.example", "host=evil.example;proto=https", "/visits")) {
                Ask.Answer same = room.ask(room.by(visit, Ask.get(Room.HOME)).with(head, value));
                assertThat(same.status()).isEqualTo(200);
                assertThat(same.body()).as(head).isEqualTo(page);
                Ask.Answer redirected = room.ask(room.by(visit, Ask.get("/")).with(head, value));
                assertThat(redirected.head("Location")).isIn(Room.HOME, room.origin() + Room.HOME);
                tried += 2;
            }
        }
        assertThat(tried).isGreaterThan(Attacks.MANY);
    }
}
