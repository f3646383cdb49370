package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.book.BookDesk;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text of somebody else's becomes part of a page: from the address (reflected), and from the vault, the book and people (stored). */
@OneJdk
final class ScriptAttackTest {

    @TempDir
    static Path folder;

    private static Taint taint;
    private static Room room;
    private static Room.Visit visit;

    /** Pages that one crawl follows of each kind of address. */
    private static final int OF_A_KIND = 12;

    private static final List<String> PAYLOADS = List.of(
            "<script>zq1z</script>",
            "\"><script>zq1z</script>",
            "'><img src=x onerror=zq1z>",
            "\" onfocus=\"zq1z\" autofocus x=\"",
            "</title><script>zq1z</script>",
            "</option></select><zq1z>",
            "javascript:zq1z",
            "${7*7}<#assign x=1>zq1z",
            "&lt;script&gt;zq1z",
            "\u2028zq1z\u2029<b onclick=zq1z>",
            "+ADw-script+AD4-zq1z",
            "\0<script>zq1z</script>",
            "%3Cscript%3Ezq1z%3C/script%3E");

    @BeforeAll
    static void enter() throws IOException {
        taint = Room.taint();
        room = new Room(folder, taint);
        visit = room.enter(Visitor.withEveryRole(taint.text("Jane Doe", "Visitor.name")));
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    @Test
    void whatStandsInAnAddressIsText() throws IOException {
        String item = Room.HOME + "/tests/IAM-01/item?";
        List<String> targets = List.of(
                "/enter?ticket=",
                "/month?month=",
                "/static/",
                "/",
                Room.HOME + "/",
                Room.HOME + "/units/",
                Room.HOME + "/tests/",
                Room.HOME + "/findings?search=",
                Room.HOME + "/findings?show=",
                Room.HOME + "/findings?page=",
                Room.HOME + "/findings?",
                Room.HOME + "/findings?day=",
                Room.HOME + "/findings?severity=",
                Room.HOME + "/findings?account=",
                Room.HOME + "/findings?owner=",
                Room.HOME + "/packs/compare?newer=EH-2026-09&older=",
                Room.HOME + "/coverage?account=",
                Room.HOME + "/book/acceptances/new?reason=",
                Room.HOME + "/book/acceptances/new?item=",
                Room.HOME + "/book/acceptances/new?assertion=",
                Room.HOME + "/book/thresholds/",
                Room.HOME + "/book/text?name=",
                Room.HOME + "/book/scope/",
                Room.HOME + "/book/scope/accounts?id=",
                Room.HOME + "/book/scope/accounts?row=",
                Room.HOME + "/book/owners/",
                Room.HOME + "/book/decisions/",
                Room.HOME + "/book/documents/",
                Room.HOME + "/book/registers/",
                Room.HOME + "/book/registers/approved_admins/row?row=",
                Room.HOME + "/book/drafts/",
                Room.HOME + "/tests/" + url(id()) + "?search=",
                Room.HOME + "/tests/" + url(id()) + "?show=",
                Room.HOME + "/tests/" + url(id()) + "/item?region=global&key=x&account=",
                item + "account=333344445555&key=x&region=",
                Room.HOME + "/tests/" + url(id()) + "/item?account=333344445555&region=global&key=");
        int tried = 0;
        for (String target : targets) {
            for (String payload : PAYLOADS) {
                Ask.Answer answer = room.get(visit, target + url(payload));
                assertThat(answer.status()).as(target + payload).isIn(200, 400, 404);
                Attacks.assertInert(answer);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(5 * Attacks.MANY);
        assertThat(room.mishaps).isEmpty();
    }

    /** A report has styles and a script of its own, and whoever printed it may have been fooled. */
    @Test
    void aReportIsShownInARoomWithoutCookies() throws IOException {
        try (Room plain = new Room(folder.resolve("plain"))) {
            Ask.Answer report = plain.get(plain.enter(Role.VIEWER), Room.HOME + "/packs/EH-2026-09/page");
            assertThat(report.body()).isEqualTo(SamplePacks.REPORT);
            assertThat(report.head("Content-Security-Policy"))
                    .startsWith("sandbox allow-scripts; default-src 'none';")
                    .doesNotContain("allow-same-origin", "connect-src", "form-action", "'self'");
            assertThat(plain.get(plain.enter(Role.VIEWER), Room.HOME + "/packs/EH-2026-09/zip")
                            .head("Content-Disposition"))
                    .startsWith("attachment;");
        }
    }

    @Test
    void whatIsTypedComesBackAsText() throws IOException {
        String file = url(BookDesk.PARAMETERS);
        Map<String, List<String>> forms = new TreeMap<>(Map.of(
                "/book/scope/accounts",
                List.of("id", "name", "in_scope", "ephi", "reason", "approver", "approved"),
                "/book/scope/regions?row=0",
                List.of("name", "reason"),
                "/book/scope/entity",
                List.of("entity", "contact"),
                "/book/registers/approved_admins/row?row=0",
                List.of("principal", "approver", "approved", "reason", "review"),
                "/book/explain",
                List.of("about", "text", "expect"),
                "/book/try",
                List.of("about", "source", "where", "expect")));
        forms.putAll(Map.of(
                "/book/thresholds/max_key_age_days",
                List.of("value", "policy", "form.version"),
                "/book/acceptances/new",
                List.of("id", "assertion", "item", "account", "approver", "expires", "reason", "form.version"),
                "/book/acceptances/row?row=0",
                List.of("item", "account", "approver", "approved", "expires", "reason"),
                "/book/acceptances/end?row=0",
                List.of("expires", "why"),
                "/book/scope/system",
                List.of("description", "approver", "approved"),
                "/book/text?name=" + file,
                List.of("text", "form.version", "form.beginning"),
                "/book/drafts/none/remark",
                List.of("reason", "version")));
        int tried = 0;
        for (Map.Entry<String, List<String>> form : forms.entrySet()) {
            for (String field : form.getValue()) {
                for (String payload : PAYLOADS) {
                    Ask.Answer answer = room.ask(room.own(
                            visit, Room.HOME + form.getKey(), "&file=" + file + "&" + field + "=" + url(payload)));
                    assertThat(answer.status()).as(form.getKey() + field).isIn(200, 303, 400, 404, 422);
                    Attacks.assertInert(answer);
                    if (answer.status() == 303) {
                        Attacks.assertInert(room.get(visit, answer.head("Location")));
                    }
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(4 * Attacks.MANY);
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void whatIsStoredIsText() throws IOException {
        Map<String, Integer> kinds = new TreeMap<>();
        Set<String> shown = new TreeSet<>();
        Set<String> seen = new HashSet<>(Set.of("/", "/visits"));
        Deque<String> next = new ArrayDeque<>(List.of(Room.HOME, "/visits", Room.HOME + "/tests/" + url(id())));
        int pages = 0;
        while (!next.isEmpty()) {
            String target = next.remove();
            Ask.Answer answer = room.get(visit, target);
            // Of the tests one alone has a run in the vault.
            boolean elsewhere = target.contains("/item?") && !target.contains("/tests/" + url(id()) + "/")
                    // Half of a character has no bytes that an address could have.
                    || target.contains("/findings/one?") && target.contains("lone%3Fsurrogate");
            assertThat(answer.status()).as(target).isEqualTo(elsewhere ? 404 : 200);
            Attacks.assertInert(answer);
            shown.addAll(taint.shown(answer.body()));
            pages++;
            for (String href : Html.of(answer.body()).values("href")) {
                String page = href.contains("#") ? href.substring(0, href.indexOf('#')) : href;
                boolean file = page.matches(".*/packs/[^/]*/(page|report|zip)|.*/draft|.*/csv(\\?.*)?");
                if (page.startsWith(Room.HOME) && !file && seen.add(page)) {
                    String kind = page.replaceAll("\\?.*", "?")
                            .replaceAll("(units|tests|owners|decisions|documents|registers)/[^/?]*", "$1/ID");
                    if (kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND) {
                        next.add(page);
                    }
                }
            }
        }
        assertThat(kinds).hasSizeGreaterThan(8);
        assertThat(pages).isGreaterThan(Attacks.MANY);
        assertThat(shown).hasSizeGreaterThan(60);
        assertThat(shown)
                .contains(
                        "Visitor.name",
                        "Scope.entity",
                        "Account.name",
                        "Assertion.says",
                        "Assertion.remedy",
                        "Assertion.id",
                        "Expression.text",
                        "Control.title",
                        "Control.text",
                        "Control.citation",
                        "Control.owner",
                        "Document.says",
                        "Filed.title",
                        "History.key",
                        "History.text",
                        "Item.text",
                        "Judgement.reason",
                        "Source.title",
                        "Alarm.headline",
                        "Alarm.facts",
                        "Next.what",
                        "Next.when",
                        "Pack.name",
                        "Pack.sha256",
                        "Pack.approved",
                        "Pack.receipts",
                        "Record.title",
                        "RunRecord.reason");
        assertThat(room.mishaps).isEmpty();
    }

    private static String id() {
        return room.desk.test();
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
