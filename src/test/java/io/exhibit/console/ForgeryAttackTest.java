package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another site lets the visitor's browser send what he did not mean (CSRF). */
@OneJdk
final class ForgeryAttackTest {

    @TempDir
    Path folder;

    private Room room;
    private Room.Visit visit;
    private Room.Visit other;

    @BeforeEach
    void enter() throws IOException {
        room = new Room(folder);
        visit = room.enter(Role.OPERATOR);
        other = room.enter(Role.OPERATOR);
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void aFormOfOurOwnPageIsDone() throws IOException {
        assertThat(room.ask(room.own(visit, "/leave", "")).status()).isEqualTo(303);
        assertThat(room.isIn(visit)).isFalse();
        assertThat(room.isIn(other)).isTrue();
    }

    @Test
    void aFormFromElsewhereIsNotDone() throws IOException {
        Map<String, Ask> forged = new LinkedHashMap<>();
        for (String origin : foreign()) {
            forged.put("origin " + origin, own().without("Origin").with("Origin", origin));
        }
        forged.put("no origin", own().without("Origin"));
        forged.put("a referer alone", own().without("Origin").with("Referer", room.origin() + "/"));
        forged.put("two origins", own().with("Origin", "http://evil.example"));
        forged.put(
                "two origins, ours last",
                own().without("Origin").with("Origin", "http://evil.example").with("Origin", room.origin()));
        for (String site : List.of("cross-site", "same-site", "none", "", "Same-Origin", "same-origin, cross-site")) {
            forged.put("site " + site, own().without("Sec-Fetch-Site").with("Sec-Fetch-Site", site));
        }
        forged.put("two sites", own().with("Sec-Fetch-Site", "cross-site"));

        refused(forged);
    }

    private List<String> foreign() {
        String port = ":" + room.console.address().getPort();
        return List.of(
                "null",
                "",
                "http://evil.example",
                "http://evil.example" + port,
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "https://127.0.0.1" + port,
                "http://localhost" + port,
                "http://127.0.0.1" + port + ".evil.example",
                "http://127.0.0.1" + port + "/",
                "http://127.0.0.1" + port + "@evil.example",
                "http://evil@127.0.0.1" + port,
                "HTTP://127.0.0.1" + port,
                "//127.0.0.1" + port,
                "127.0.0.1" + port,
                "http://127.0.0.1" + port + " http://evil.example",
                "http://127.0.0.1" + port + ", http://evil.example",
                "file://",
                "chrome-extension://abcdefgh");
    }

    @Test
    void aFormWithoutTheWordOfTheSessionIsNotDone() throws IOException {
        String guard = visit.guard();
        Map<String, Ask> forged = new LinkedHashMap<>();
        for (String fields : List.of(
                "x=1",
                "form.guard=",
                "form.guard",
                "form.guard=" + "0".repeat(64),
                "form.guard=" + other.guard(),
                "form.guard=" + guard.substring(1),
                "form.guard=" + guard + "%00",
                "form.guard=" + guard + "+",
                "form.guard=+" + guard,
                "form.guard=" + guard.toUpperCase(java.util.Locale.ROOT) + "A",
                "form.guard=x&form.guard=" + guard,
                "FORM.GUARD=" + guard,
                "form.guard%5B%5D=" + guard,
                " form.guard=" + guard,
                "form.guard=" + visit.token(),
                "form.guard=null",
                "form.guard=%zz",
                "form.guard=%ff%fe")) {
            forged.put(fields, room.by(visit, Ask.form("/leave", fields)).with("Origin", room.origin()));
        }
        forged.put("in the address", post("/leave?form.guard=" + guard, "application/x-www-form-urlencoded", "x=1"));
        forged.put(
                "in a head",
                post("/leave", "application/x-www-form-urlencoded", "x=1").with("form.guard", guard));
        forged.put(
                "in a cookie",
                post("/leave", "application/x-www-form-urlencoded", "x=1")
                        .without("Cookie")
                        .with("Cookie", room.cookie() + "=" + visit.token() + "; form.guard=" + guard));
        forged.put("of another session", room.own(new Room.Visit(visit.token(), other.guard()), "/leave", ""));
        forged.put("without a session", own().without("Cookie"));

        refused(forged);
    }

    @Test
    void whatIsNoFormIsNotDone() throws IOException {
        String right = "form.guard=" + visit.guard();
        Map<String, Ask> forged = new LinkedHashMap<>();
        for (String type : List.of(
                "text/plain",
                "text/plain; application/x-www-form-urlencoded",
                "application/json",
                "application/xml",
                "application/octet-stream",
                "application/x-www-form-urlencoded-not",
                "application/x-www-form-urlencoded; charset=utf-16",
                "application/x-www-form-urlencoded; charset=none-such",
                "application/x-www-form-urlencoded; charset=\"",
                "multipart/form-data",
                "*/*",
                "")) {
            forged.put("type " + type, post("/leave", type, right));
        }
        forged.put("no type", post("/leave", "", right).without("Content-Type"));
        forged.put(
                "two types",
                post("/leave", "text/plain", right).with("Content-Type", "application/x-www-form-urlencoded"));
        forged.put("json", post("/leave", "application/json", "{\"form.guard\":\"" + visit.guard() + "\"}"));
        forged.put(
                "parts",
                post(
                        "/leave",
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"form.guard\"\r\n\r\n" + visit.guard()
                                + "\r\n--b--\r\n"));
        forged.put(
                "a file",
                post(
                        "/leave",
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"form.guard\"; filename=\"x\"\r\n\r\n"
                                + visit.guard() + "\r\n--b--\r\n"));

        refused(forged);
    }

    @Test
    void nothingIsDoneByAnotherMethod() throws IOException {
        Map<String, Ask> forged = new LinkedHashMap<>();
        for (String method : List.of(
                "GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY", "post", "Post", "LEAVE")) {
            for (String target : List.of("/leave", "/visits/x/end")) {
                forged.put(
                        method + " " + target,
                        room.by(visit, new Ask(method, target + "?form.guard=" + visit.guard()))
                                .with("Origin", room.origin()));
            }
        }
        for (String head : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            forged.put(
                    head,
                    room.by(visit, Ask.get("/leave?form.guard=" + visit.guard()))
                            .with("Origin", room.origin())
                            .with(head, "POST"));
        }
        forged.put(
                "_method",
                room.by(visit, Ask.get("/leave?_method=POST&form.guard=" + visit.guard()))
                        .with("Origin", room.origin()));

        List<Integer> statuses = new ArrayList<>();
        for (Map.Entry<String, Ask> each : forged.entrySet()) {
            Ask.Answer answer = room.ask(each.getValue());
            Attacks.assertInert(answer);
            statuses.add(answer.status());
            assertThat(room.isIn(visit)).as(each.getKey()).isTrue();
        }
        assertThat(statuses).isSubsetOf(400, 404, 405, 501);
    }

    /** An attacker who has a link of his own would let the visitor work under the attacker's name. */
    @Test
    void nobodyIsLetInFromElsewhere() throws IOException {
        String ticket = room.ticket(Visitor.withEveryRole("Mallory"));
        int tried = 0;
        for (String origin : foreign()) {
            Attacks.assertRefused(
                    room.ask(Ask.form("/enter", "ticket=" + ticket).with("Origin", origin)), 403);
            Attacks.assertRefused(
                    room.ask(room.button(ticket)
                            .without("Origin")
                            .with("Origin", origin)
                            .with("Sec-Fetch-Site", "cross-site")),
                    403);
            tried += 2;
        }
        for (String target :
                List.of("/enter?ticket=" + ticket, "/?ticket=" + ticket, Room.HOME + "?ticket=" + ticket)) {
            assertThat(room.ask(Ask.get(target)).all("Set-Cookie")).isEmpty();
            assertThat(room.ask(new Ask("HEAD", target)).all("Set-Cookie")).isEmpty();
            tried += 2;
        }
        assertThat(tried).isGreaterThan(Attacks.MANY);
        assertThat(room.ask(room.button(ticket)).token())
                .as("and the link still works")
                .isNotEmpty();
    }

    private Ask own() {
        return room.own(visit, "/leave", "");
    }

    private Ask post(String target, String type, String body) {
        return room.by(visit, new Ask("POST", target))
                .with("Origin", room.origin())
                .with("Content-Type", type)
                .body(body);
    }

    private void refused(Map<String, Ask> forged) throws IOException {
        for (Map.Entry<String, Ask> each : forged.entrySet()) {
            Ask.Answer answer = room.ask(each.getValue());
            assertThat(answer.status()).as(each.getKey()).isIn(400, 401, 403, 415);
            Attacks.assertRefused(answer, answer.status());
            assertThat(room.isIn(visit)).as(each.getKey()).isTrue();
        }
        assertThat(room.mishaps).isEmpty();
    }
}
