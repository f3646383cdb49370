package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attacker chooses, keeps or finds again what a session is known by. */
@OneJdk
final class FixationAttackTest {

    @TempDir
    Path folder;

    private Room room;
    private Room.Visit visit;
    private String ticket;

    @BeforeEach
    void enter() throws IOException {
        room = new Room(folder);
        visit = room.enter(Role.VIEWER);
        ticket = room.ticket(Visitor.withEveryRole("waits"));
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    /** Heads of cookies none of which is a session. */
    private List<String> chosen() {
        String token = visit.token();
        List<String> cookies = new ArrayList<>();
        for (String value : List.of(
                "",
                "0",
                "null",
                "undefined",
                "true",
                "admin",
                "*",
                "../../sessions",
                "%00",
                "'or'1'='1",
                "0".repeat(64),
                "f".repeat(64),
                "a".repeat(7_000),
                id(token),
                id(id(token)),
                visit.guard(),
                ticket,
                id(ticket),
                token.substring(1),
                token.substring(0, 63),
                token + "0",
                "0" + token,
                token + token,
                token.toUpperCase(Locale.ROOT) + "A",
                token + "%00",
                token + "\u00a0",
                "%22" + token + "%22",
                new StringBuilder(token).reverse().toString())) {
            cookies.add(room.cookie() + "=" + value);
        }
        cookies.addAll(List.of(
                "EXHIBIT" + room.cookie().substring(7) + "=" + token,
                "Exhibit" + room.cookie().substring(7) + "=" + token,
                room.cookie() + " =x" + token,
                "__Host-" + room.cookie() + "=" + token,
                "__Secure-" + room.cookie() + "=" + token,
                "JSESSIONID=" + token,
                "session=" + token,
                "exhibits=" + token,
                "x" + room.cookie() + "=" + token,
                "$Version=1; exhibits=" + token,
                "exhibit=" + token,
                room.cookie(),
                room.cookie() + "0=" + token,
                "=" + token,
                token));
        return cookies;
    }

    private static String id(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatWasNotDrawnHereIsNoSession() throws IOException {
        assertThat(chosen()).hasSizeGreaterThan(Attacks.MANY);
        for (String cookie : chosen()) {
            Attacks.assertRefused(room.ask(Ask.get(Room.HOME).with("Cookie", cookie)), 401, 400);
        }
    }

    @Test
    void comingInDrawsAnotherTokenWhateverTheBrowserHadBefore() throws IOException {
        for (String cookie : chosen()) {
            room.pass(java.time.Duration.ofSeconds(7));
            String other = room.ticket(new Visitor("B", java.util.Set.of(Role.VIEWER)));
            Ask.Answer in = room.ask(room.button(other).with("Cookie", cookie));
            assertThat(in.token()).as(cookie).matches("[0-9a-f]{64}").isNotEqualTo(visit.token());
            assertThat(cookie).doesNotContain(in.token());
            Attacks.assertRefused(room.ask(Ask.get(Room.HOME).with("Cookie", cookie)), 401, 400);
        }
    }

    @Test
    void theTokenIsInNoAddress() throws IOException {
        String token = visit.token();
        int tried = 0;
        for (String name : List.of("exhibit", "session", "JSESSIONID", "jsessionid", "token", "sid", "cookie")) {
            for (String target : List.of(
                    Room.HOME + "?" + name + "=" + token,
                    Room.HOME + ";" + name + "=" + token,
                    "/;" + name + "=" + token,
                    Room.HOME + "/units?" + name + "=" + token + "&" + name + "=" + token,
                    Room.HOME + "/tests/IAM-01;" + name + "=" + token,
                    Room.HOME + "#" + name + "=" + token)) {
                Attacks.assertRefused(room.ask(Ask.get(target)), 401, 400, 404);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(Attacks.MANY);
    }

    /** Whoever listens on another port of this host can set a cookie beside ours; browsers do not tell which is whose. */
    @Test
    void twoSessionsInOneRequestAreNone() throws IOException {
        Room.Visit mallory = room.enter(Role.OPERATOR);
        List<String> pairs = new ArrayList<>();
        for (String first : List.of(visit.token(), mallory.token())) {
            for (String second : List.of(visit.token(), mallory.token(), "", "0", "f".repeat(64))) {
                pairs.add(room.cookie() + "=" + first + "; " + room.cookie() + "=" + second);
                pairs.add(room.cookie() + "=" + second + "; a=b; " + room.cookie() + "=" + first);
                pairs.add("a=b; " + room.cookie() + "=" + first + ";" + room.cookie() + "=" + second + "; c=d");
            }
        }
        for (String pair : pairs) {
            Attacks.assertRefused(room.ask(Ask.get(Room.HOME).with("Cookie", pair)), 401);
            Attacks.assertRefused(
                    room.ask(Ask.get(Room.HOME)
                            .with("Cookie", pair.substring(0, pair.lastIndexOf(';')))
                            .with("Cookie", pair.substring(pair.lastIndexOf(room.cookie() + "=")))),
                    401);
        }
        assertThat(2 * pairs.size()).isGreaterThan(Attacks.MANY);
        assertThat(room.isIn(visit) && room.isIn(mallory)).isTrue();
    }

    @Test
    void anOldTokenIsOver() throws IOException {
        Ask again = room.button(ticket).with("Cookie", room.cookie() + "=" + visit.token());
        Room.Visit second = new Room.Visit(room.ask(again).token(), "");
        assertThat(room.isIn(visit)).as("after coming in again").isFalse();
        assertThat(room.isIn(second)).isTrue();

        Room.Visit third = room.enter(Role.VIEWER);
        Ask.Answer left = room.ask(room.own(third, "/leave", ""));
        assertThat(left.head("Set-Cookie")).startsWith(room.cookie() + "=;").contains("Expires=Thu, 01 Jan 1970");
        assertThat(room.isIn(third)).as("after leaving").isFalse();

        Room.Visit operator = room.enter(Role.OPERATOR);
        Room.Visit fourth = room.enter(Role.VIEWER);
        assertThat(room.ask(room.own(operator, "/visits/" + id(fourth.token()) + "/end", ""))
                        .status())
                .isEqualTo(303);
        assertThat(room.isIn(fourth)).as("after it was ended").isFalse();
        assertThat(room.isIn(operator)).isTrue();
    }

    /** Cookies do not tell the ports of a host apart. */
    @Test
    void twoConsolesOfOneHostPutNobodyOutOfTheOther(@TempDir Path another) throws IOException {
        try (Room second = new Room(another)) {
            Room.Visit there = second.enter(Role.VIEWER);
            String both = room.cookie() + "=" + visit.token() + "; " + second.cookie() + "=" + there.token();
            assertThat(room.ask(Ask.get(Room.HOME).with("Cookie", both)).status())
                    .isEqualTo(200);
            assertThat(second.ask(Ask.get(Room.HOME).with("Cookie", both)).status())
                    .isEqualTo(200);
            Attacks.assertRefused(
                    second.ask(Ask.get(Room.HOME).with("Cookie", second.cookie() + "=" + visit.token())), 401);
        }
    }

    @Test
    void theCookieIsForThisServerAlone() throws IOException {
        String cookie = room.ask(room.button(ticket)).head("Set-Cookie");
        assertThat(cookie)
                .contains("; HttpOnly")
                .contains("; SameSite=Strict")
                .contains("; Path=/;")
                .doesNotContain("Domain");
    }
}
