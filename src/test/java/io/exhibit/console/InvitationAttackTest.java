package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Invitations;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.SignedTicket;
import io.exhibit.console.door.VisitBook;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.SigningKey;
import io.javalin.http.HandlerType;
import io.javalin.security.Roles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has an invitation, and wants more of it than it is for. */
@OneJdk
final class InvitationAttackTest {

    private static final SigningKey KEY = SigningKey.of(new byte[32]);
    private static final SigningKey OTHER =
            SigningKey.of("another key of thirty-two bytes!".getBytes(StandardCharsets.UTF_8));
    private static final String ROOM = "/packs/" + Room.PACK;

    @TempDir
    Path folder;

    private final Promised promised = new Promised();
    private Room room;

    /** One invitation, in memory; how they are kept is tested where they are kept. */
    private final class Promised implements Invitations {

        private Invited invited = new Invited(
                "5f0c", "Ann Auditor, Example LLP", Set.of(Room.PACK), Instant.parse("2026-11-15T08:00:00Z"), "");
        private boolean over;

        String text() {
            return invited.id() + "\n" + invited.until() + "\n" + invited.name() + "\n"
                    + String.join("\n", invited.packs());
        }

        @Override
        public Optional<Invited> open(String ticket) {
            return SignedTicket.text(ticket, KEY.publicKey())
                    .filter(text()::equals)
                    .flatMap(text -> current(invited.id()));
        }

        @Override
        public Optional<Invited> current(String id) {
            return Optional.of(invited)
                    .filter(each ->
                            each.id().equals(id) && !over && each.revoked().isEmpty());
        }

        @Override
        public List<Invited> all() {
            return List.of(invited);
        }

        @Override
        public boolean revoke(String id, String by) {
            invited = new Invited(invited.id(), invited.name(), invited.packs(), invited.until(), by);
            return true;
        }
    }

    @BeforeEach
    void open() throws IOException {
        room = new Room(
                folder,
                new Doorway(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Doorway.HandedLinks.NONE,
                        promised,
                        VisitBook.NONE));
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    private static String ticket(String text, SigningKey key) {
        return SignedTicket.of(text, key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String own() {
        return ticket(promised.text(), KEY);
    }

    private Room.Visit enter() throws IOException {
        room.pass(Duration.ofSeconds(7));
        String token = room.ask(room.button(own())).token();
        return new Room.Visit(token, Room.guard(room.get(new Room.Visit(token, ""), ROOM)));
    }

    @Test
    void anInvitationLetsInAgainUntilItsEndAndToItsPackAlone() throws IOException {
        assertThat(room.ask(Ask.get("/enter?ticket=" + own())).body()).contains("You were invited to read packs");
        Room.Visit first = enter();
        Room.Visit second = enter();
        for (Room.Visit visit : List.of(first, second)) {
            for (String page :
                    List.of("", "/units", "/units/" + SampleDesk.UNIT, "/findings", "/coverage", "/tests/IAM-01")) {
                Ask.Answer answer = room.get(visit, ROOM + page);
                assertThat(answer.status()).as(page).isEqualTo(200);
                Attacks.assertInert(answer);
                assertThat(Html.of(answer.body()).values("href").stream()
                                .filter(href -> href.startsWith("/") && !href.startsWith("/static/")))
                        .as("what %s leads to", page)
                        .allMatch(href -> href.equals("/packs") || href.startsWith(ROOM));
            }
            assertThat(room.get(visit, ROOM + "/page").body()).isEqualTo(SamplePacks.REPORT);
            assertThat(room.get(visit, ROOM + "/report").status()).isEqualTo(200);
            assertThat(room.get(visit, ROOM + "/zip").status()).isEqualTo(200);
            assertThat(room.ask(room.own(visit, ROOM + "/verify", "")).status()).isEqualTo(303);
            assertThat(room.get(visit, "/").head("Location")).endsWith("/packs");
            assertThat(room.get(visit, "/packs").head("Location")).endsWith(ROOM);
        }
        assertThat(room.ask(room.own(first, "/leave", "")).status()).isEqualTo(303);
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void everyOtherAddressIsRefused() throws IOException {
        Room.Visit visit = enter();
        List<String> tried = new ArrayList<>();
        for (String pack : List.of(
                "EH-2026-08",
                "EH-2026-10",
                "EH-2026-09 ",
                "eh-2026-09",
                "EH-2026-09%2F..%2FEH-2026-08",
                "%2A",
                "EH-2026-0%39x")) {
            for (String page :
                    List.of("", "/page", "/report", "/zip", "/units", "/findings", "/coverage", "/tests/IAM-01")) {
                tried.add("/packs/" + pack.replace(" ", "%20") + page);
            }
        }
        for (String page : List.of(
                "",
                "/units",
                "/findings",
                "/coverage",
                "/packs",
                "/runs",
                "/book",
                "/draft",
                "/book/text",
                "/book/published",
                "/packs/EH-2026-09/zip",
                "/packs/EH-2026-09/page",
                "/tests/IAM-01",
                "/book/drafts/1")) {
            tried.add(Room.HOME + page);
        }
        tried.addAll(List.of(
                "/visits",
                "/month?month=2026-10",
                "/packs/../visits",
                ROOM + "/../../visits",
                ROOM + "/..%2f..%2fvisits",
                ROOM + "/runs",
                ROOM + "/book",
                ROOM + "/packs",
                ROOM + "/approve",
                ROOM + "/deliver"));
        assertThat(tried).hasSizeGreaterThan(Attacks.MANY);
        for (String target : tried) {
            Ask.Answer answer = room.get(visit, target);
            assertThat(answer.status()).as(target).isIn(400, 403, 404, 405);
            Attacks.assertRefused(answer, answer.status());
        }
        assertThat(room.isIn(visit)).isTrue();
    }

    @Test
    void whatWasAlteredReboundOrMadeElsewhereLetsNobodyIn() throws IOException {
        String own = own();
        String text = promised.text();
        List<String> tickets = new ArrayList<>();
        // Each place of it, and its parts.
        for (int at = 0; at < own.length(); at += 2) {
            char other = own.charAt(at) == 'A' ? 'B' : 'A';
            tickets.add(own.substring(0, at) + other + own.substring(at + 1));
        }
        String[] parts = own.split("\\.");
        Stream.of(
                        text.replace(Room.PACK, "EH-2026-08"),
                        text + "\nEH-2026-08",
                        text.replace("2026-11-15", "2036-11-15"),
                        text.replace("Ann Auditor", "Jane Doe"),
                        text.replace("5f0c", "5f0d"),
                        "",
                        text.strip() + "\n")
                .forEach(bent -> {
                    String encoded = Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bent.getBytes(StandardCharsets.UTF_8));
                    tickets.add("i." + encoded + "." + parts[2]);
                    tickets.add(ticket(bent, OTHER));
                    // Even by the right key, what was not promised is none.
                    tickets.add(ticket(bent, KEY));
                });
        tickets.addAll(List.of(
                ticket(text, OTHER),
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + ".",
                parts[0] + ".." + parts[2],
                own + ".",
                own + "=",
                own + "A",
                own.substring(0, own.length() - 1),
                "i." + parts[2] + "." + parts[1],
                "I" + own.substring(1),
                own.substring(2),
                "i." + own,
                "i.",
                "i..",
                "i." + "A".repeat(9_000) + ".A",
                own.replace(".", "%2E") + "%00"));
        assertThat(tickets).hasSizeGreaterThan(2 * Attacks.MANY).doesNotContain(own);
        for (String ticket : tickets) {
            room.pass(Duration.ofSeconds(7));
            assertThat(room.ask(room.button(ticket)).status()).as(ticket).isEqualTo(401);
            Attacks.assertRefused(room.ask(room.button(ticket)), 401, 429);
        }
        room.pass(Duration.ofMinutes(2));
        assertThat(room.ask(room.button(own)).status())
                .as("and the right one lets in")
                .isEqualTo(303);
    }

    @Test
    void whatHasEndedOrWasTakenBackLetsNobodyInAndEndsItsVisits() throws IOException {
        int tried = 0;
        for (boolean revoked : List.of(false, true)) {
            List<Room.Visit> visits = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                visits.add(enter());
            }
            if (revoked) {
                Room.Visit operator = room.enter(Role.OPERATOR);
                assertThat(room.get(operator, "/visits").body()).contains("Ann Auditor, Example LLP", "Take back");
                assertThat(room.ask(room.own(operator, "/invitations/5f0c/revoke", ""))
                                .status())
                        .isEqualTo(303);
                assertThat(room.get(operator, "/visits").body()).contains("Taken back by A. OPERATOR");
            } else {
                promised.over = true;
            }
            for (Room.Visit visit : visits) {
                for (String page : List.of("", "/page", "/zip", "/units", "/findings", "/coverage", "/tests/IAM-01")) {
                    Attacks.assertRefused(room.get(visit, ROOM + page), 401);
                    tried++;
                }
                room.pass(Duration.ofSeconds(7));
                Attacks.assertRefused(room.ask(room.button(own())), 401);
                tried++;
            }
            promised.over = false;
        }
        assertThat(tried).isGreaterThanOrEqualTo(2 * Attacks.MANY);
    }

    @Test
    void anAuditorsOwnVisitIsEndedLikeAnyOther() throws IOException {
        Room.Visit visit = enter();
        Room.Visit operator = room.enter(Role.OPERATOR);
        String id = Sha256.hex(visit.token().getBytes(StandardCharsets.UTF_8));
        assertThat(room.ask(room.own(operator, "/visits/" + id + "/end", "")).status())
                .isEqualTo(303);
        Attacks.assertRefused(room.get(visit, ROOM), 401);
        room.pass(Duration.ofSeconds(7));
        Attacks.assertRefused(room.ask(room.button(own())), 403);
    }

    /** Whatever changes something asks for more than an auditor is, the room's own verification and leaving aside. */
    @Test
    void anAuditorChangesNothing() {
        List<String> changing = room.console.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint)
                .filter(endpoint -> endpoint.method == HandlerType.POST)
                .filter(endpoint -> Optional.ofNullable(endpoint.metadata(Roles.class))
                        .map(roles -> roles.getRoles().contains(Role.AUDITOR))
                        .orElse(false))
                .map(endpoint -> endpoint.path)
                .toList();
        assertThat(changing).containsExactlyInAnyOrder("/leave", "/packs/{pack}/verify");
    }
}
