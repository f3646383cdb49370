package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Invitations;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.TrustedProxy;
import io.exhibit.console.door.VisitBook;
import io.exhibit.console.door.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy says who somebody is; somebody else says so too. */
@OneJdk
final class ProxyAttackTest {

    private static final String HEAD = "X-Forwarded-Email";
    private static final String CLIENT = "X-Real-IP";
    private static final String NAME = "console.example.org";
    private static final String SECRET = "5a7f0c";
    private static final String JANE = "jane@example.org";
    private static final String OTTO = "otto@example.org";

    @TempDir
    Path folder;

    private Room room;

    @BeforeEach
    void open() throws IOException {
        TrustedProxy proxy = new TrustedProxy(
                HEAD,
                Optional.of(CLIENT),
                () -> SECRET,
                Map.of(
                        JANE, new Visitor("Jane Roe, Privacy Officer", Set.of(Role.VIEWER, Role.OFFICER)),
                        OTTO, new Visitor("Otto Doe, Operator", Set.of(Role.VIEWER, Role.OPERATOR))));
        room = new Room(
                folder,
                new Doorway(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        List.of(NAME),
                        Optional.empty(),
                        Optional.of(proxy),
                        Doorway.HandedLinks.NONE,
                        Invitations.NONE,
                        VisitBook.NONE));
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    private Ask as(String login, String target) {
        return by(login, Ask.get(target));
    }

    private Ask by(String login, Ask ask) {
        return ask.with("Host", NAME).with(HEAD, login).with(TrustedProxy.PROOF, SECRET);
    }

    private String cookie(String token) {
        return "__Host-" + room.cookie() + "=" + token;
    }

    private Room.Visit enter(String login) throws IOException {
        Ask.Answer page = room.ask(as(login, Room.HOME));
        assertThat(page.status()).isEqualTo(200);
        return new Room.Visit(page.token(), Room.guard(page));
    }

    private Ask form(String login, Room.Visit visit, String target, String fields) {
        return by(login, Ask.form(target, "form.guard=" + visit.guard() + fields))
                .with("Cookie", cookie(visit.token()))
                .with("Origin", "https://" + NAME)
                .with("Sec-Fetch-Site", "same-origin");
    }

    @Test
    void whoIsSignedInIsInWithTheRolesOfTheSettings() throws IOException {
        Ask.Answer page = room.ask(as(JANE, Room.HOME));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<span>Jane Roe, Privacy Officer</span>");
        assertThat(page.head("Set-Cookie")).startsWith("__Host-exhibit-").contains("; Secure");
        assertThat(page.head("Strict-Transport-Security")).isNotEmpty();
        assertThat(room.ask(as("JANE@Example.org", Room.HOME)).status()).isEqualTo(200);

        Room.Visit jane = enter(JANE);
        Ask.Answer again = room.ask(as(JANE, Room.HOME).with("Cookie", cookie(jane.token())));
        assertThat(again.all("Set-Cookie")).as("the session goes on").isEmpty();
        assertThat(Room.guard(again)).isEqualTo(jane.guard());
        assertThat(room.ask(as(JANE, "/visits").with("Cookie", cookie(jane.token())))
                        .status())
                .isEqualTo(403);
        assertThat(room.ask(form(JANE, jane, "/leave", "")).status()).isEqualTo(303);
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void whoIsNotListedStaysOutsideWithASentence() throws IOException {
        for (String login : List.of(
                "mallory@example.org",
                "jane",
                "jane@example.org.evil.example",
                "jane@example.org," + OTTO,
                "*",
                "null",
                "' or 1=1",
                "jane%40example.org",
                JANE + "\u00a0")) {
            Ask.Answer answer = room.ask(as(login, Room.HOME));
            Attacks.assertRefused(answer, 403);
            assertThat(answer.body())
                    .contains("not among the people of this console")
                    .doesNotContain("mallory");
        }
        Attacks.assertRefused(room.ask(as("", Room.HOME)), 401);
    }

    @Test
    void aHeadWithoutTheSecretIsNoLogin() throws IOException {
        Room.Visit jane = enter(JANE);
        Map<String, Ask> forged = new LinkedHashMap<>();
        for (String proof : List.of(
                "",
                " ",
                "0",
                "null",
                "true",
                SECRET.substring(1),
                SECRET + "0",
                SECRET.toUpperCase(java.util.Locale.ROOT),
                SECRET + ", " + SECRET,
                SECRET + "," + SECRET,
                "\"" + SECRET + "\"",
                "Bearer " + SECRET,
                SECRET + "%00",
                "x".repeat(4_000))) {
            for (String cookie : List.of("", cookie(jane.token()))) {
                Ask ask = Ask.get(Room.HOME).with("Host", NAME).with(HEAD, JANE).with(TrustedProxy.PROOF, proof);
                forged.put("proof " + proof + cookie, cookie.isEmpty() ? ask : ask.with("Cookie", cookie));
            }
        }
        for (String head : List.of(
                HEAD,
                "x-forwarded-email",
                "X-FORWARDED-EMAIL",
                "X_Forwarded_Email",
                "X-Forwarded-User",
                "X-Auth-Request-Email",
                "Remote-User",
                "Authorization",
                "From",
                "X-Exhibit-Login")) {
            for (String host : List.of(NAME, room.host())) {
                forged.put(
                        head + " alone at " + host,
                        Ask.get(Room.HOME).with("Host", host).with(head, JANE));
            }
        }
        forged.put("the proof alone", Ask.get(Room.HOME).with("Host", NAME).with(TrustedProxy.PROOF, SECRET));
        forged.put("the session alone", Ask.get(Room.HOME).with("Host", NAME).with("Cookie", cookie(jane.token())));
        forged.put(
                "in the address",
                Ask.get(Room.HOME + "?" + HEAD + "=" + JANE + "&" + TrustedProxy.PROOF + "=" + SECRET)
                        .with("Host", NAME));
        forged.put(
                "on a file", Ask.get("/static/console.css").with("Host", NAME).with(HEAD, JANE));
        assertThat(forged).hasSizeGreaterThan(Attacks.MANY);
        for (Map.Entry<String, Ask> each : forged.entrySet()) {
            Ask.Answer answer = room.ask(each.getValue());
            assertThat(answer.status()).as(each.getKey()).isEqualTo(401);
            Attacks.assertRefused(answer, 401);
        }
    }

    /** What a browser sends along is beside what the proxy says. */
    @Test
    void twoHeadsAreRefused() throws IOException {
        Room.Visit jane = enter(JANE);
        for (String second : List.of(OTTO, JANE, "", "x")) {
            Attacks.assertRefused(room.ask(as(JANE, Room.HOME).with(HEAD, second)), 400);
            Attacks.assertRefused(
                    room.ask(as(second, Room.HOME).with(HEAD.toLowerCase(java.util.Locale.ROOT), JANE)), 400);
            Attacks.assertRefused(room.ask(as(JANE, Room.HOME).with(TrustedProxy.PROOF, second)), 400);
            Attacks.assertRefused(room.ask(form(JANE, jane, "/leave", "").with(HEAD, second)), 400);
            Attacks.assertRefused(room.ask(as(JANE + ", " + second, Room.HOME)), 403);
        }
        assertThat(room.ask(as(JANE, Room.HOME).with("Cookie", cookie(jane.token())))
                        .all("Set-Cookie"))
                .as("and hers goes on")
                .isEmpty();
    }

    @Test
    void anotherLoginInTheSameBrowserBeginsAnotherSession() throws IOException {
        Room.Visit jane = enter(JANE);
        Ask.Answer late = room.ask(form(OTTO, jane, "/leave", "&reason=Read"));
        Attacks.assertRefused(late, 401);
        assertThat(late.body())
                .contains("You are signed in: load the page again, and a new visit begins.", "Read</textarea>")
                .doesNotContain("Ask for a new link");
        jane = enter(JANE);
        Ask.Answer otto = room.ask(as(OTTO, Room.HOME).with("Cookie", cookie(jane.token())));
        assertThat(otto.status()).isEqualTo(200);
        assertThat(otto.token()).matches("[0-9a-f]{64}").isNotEqualTo(jane.token());
        assertThat(Room.guard(otto)).isNotEqualTo(jane.guard());
        assertThat(otto.body()).contains("<span>Otto Doe, Operator</span>");
        Ask.Answer back = room.ask(as(JANE, Room.HOME).with("Cookie", cookie(jane.token())));
        assertThat(back.token()).as("the one before is over").isNotEmpty().isNotEqualTo(jane.token());
    }

    @Test
    void whoseVisitAnOperatorEndedDoesNotComeBackByItself() throws IOException {
        Room.Visit jane = enter(JANE);
        Room.Visit otto = enter(OTTO);
        String id = io.exhibit.evidence.Sha256.hex(jane.token().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(room.ask(form(OTTO, otto, "/visits/" + id + "/end", "")).status())
                .isEqualTo(303);
        Ask.Answer out = room.ask(as(JANE, Room.HOME).with("Cookie", cookie(jane.token())));
        Attacks.assertRefused(out, 403);
        assertThat(out.body()).contains("An operator ended your visit.");
        room.pass(Duration.ofHours(9).plusSeconds(1));
        assertThat(room.ask(as(JANE, Room.HOME)).status()).isEqualTo(200);
    }

    @Test
    void thereAreNoLinksBesideTheProxy() throws IOException {
        assertThatThrownBy(() -> room.console.link(Visitor.withEveryRole("Jane Doe")))
                .isInstanceOf(IllegalStateException.class);
        Attacks.assertRefused(room.ask(room.button("0".repeat(64))), 401);
    }

    /** Somebody without a login behind the proxy, such as an invited auditor, tries to come in. */
    private Ask tries(String proof, String... addresses) {
        Ask ask = room.button("0".repeat(64)).with("Host", NAME).with(TrustedProxy.PROOF, proof);
        for (String address : addresses) {
            ask.with(CLIENT, address);
        }
        return own(ask);
    }

    private static Ask own(Ask ask) {
        return ask.without("Origin").with("Origin", "https://" + NAME);
    }

    @Test
    void strangersBehindTheProxyTryEachForThemselves() throws IOException {
        int last = 0;
        for (int n = 0; n < Attacks.MANY; n++) {
            Ask.Answer answer = room.ask(tries(SECRET, "203.0.113.7"));
            Attacks.assertRefused(answer, 401, 429);
            last = answer.status();
        }
        assertThat(last).as("one who tries without end").isEqualTo(429);
        for (String other : List.of("203.0.113.8", "2001:db8::7")) {
            Ask.Answer answer = room.ask(tries(SECRET, other));
            Attacks.assertRefused(answer, 401);
            assertThat(answer.body()).contains("This link was used, or is older than");
        }
        assertThat(room.ask(as(JANE, Room.HOME).with(CLIENT, "203.0.113.7")).status())
                .as("who is signed in is no stranger, and counts as herself")
                .isEqualTo(200);
    }

    /** An address that a stranger says himself buys no try; one that cannot be one address is refused. */
    @Test
    void whatAStrangerSaysOfHisAddressIsNotBelieved() throws IOException {
        for (String forged : List.of("203.0.113.1, 203.0.113.7", "203.0.113.1,10.0.0.1", "unknown", "", "_x", "1 2")) {
            Attacks.assertRefused(room.ask(tries(SECRET, forged)), 400, 401);
        }
        Attacks.assertRefused(room.ask(tries(SECRET, "203.0.113.1", "203.0.113.7")), 400);
        for (String proof : List.of("", "0", SECRET + "0")) {
            Attacks.assertRefused(room.ask(tries(proof, "203.0.113.1")), 401);
        }
        int last = 0;
        for (int n = 0; n < Attacks.MANY; n++) {
            Ask forged = own(room.button("0".repeat(64)).with("Host", NAME).with(CLIENT, "198.51.100." + n));
            Ask.Answer answer = room.ask(forged);
            Attacks.assertRefused(answer, 401, 429);
            last = answer.status();
        }
        assertThat(last).isEqualTo(429);
    }

    /** One who keeps no cookie puts himself out and nobody else. */
    @Test
    void manySessionsOfOneLoginPutNobodyElseOut() throws IOException {
        Room.Visit otto = enter(OTTO);
        for (int n = 0; n < 220; n++) {
            room.ask(as(JANE, "/" + SampleDesk.MONTH + "/nowhere"));
            enterUnder(JANE);
        }
        assertThat(room.ask(as(OTTO, Room.HOME).with("Cookie", cookie(otto.token())))
                        .all("Set-Cookie"))
                .isEmpty();
    }

    private void enterUnder(String login) throws IOException {
        assertThat(room.ask(as(login, "/month?month=x")).status()).isEqualTo(404);
    }
}
