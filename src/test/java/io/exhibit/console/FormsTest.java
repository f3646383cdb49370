package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.page.Parcel;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a form comes to stands on a page with an address of its own (303): neither Back nor Reload sends it again. */
@OneJdk
final class FormsTest {

    /** They ask and change nothing; the text that they ask about does not fit into an address. */
    private static final Set<String> QUESTIONS =
            Set.of("/{month}/book/check", "/{month}/book/complete", "/{month}/book/explain", "/{month}/book/try");

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private static final String BOOK = Room.HOME + "/book";
    private static final String PACKS = Room.HOME + "/packs";
    private static final String UNIT = "164.312%28a%29%282%29%28iii%29";
    private static final String SIGNED = "&approver=J&approved=2026-10-01&reason=r&review=2027-01-01";

    @TempDir
    Path folder;

    private final Set<String> led = new TreeSet<>();
    private Room room;
    private Room.Visit jane;
    private Room.Visit john;

    @BeforeEach
    void open() throws IOException {
        room = new Room(folder);
        jane = room.enter(Visitor.withEveryRole("Jane Doe"));
        john = room.enter(Visitor.withEveryRole("John Roe"));
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void everyFormThatDidItsWorkLeadsOn() throws IOException {
        leads("/enter", room.button(room.ticket(new Visitor("B", Set.of(Role.VIEWER)))));
        packsAndRuns();
        book();
        document();
        draft();
        String viewer = Sha256.hex(room.enter(Role.VIEWER).token().getBytes(StandardCharsets.UTF_8));
        leads("/visits/{id}/end", jane, "/visits", "/visits/" + viewer + "/end", "");
        leads("/invitations/{id}/revoke", room.own(jane, "/invitations/none/revoke", ""));
        leads("/leave", room.own(jane, "/leave", ""));

        Set<String> posts = new TreeSet<>(PostList.all(room));
        assertThat(posts).hasSizeGreaterThan(35).containsAll(QUESTIONS);
        posts.removeAll(QUESTIONS);
        assertThat(led).as("a form of each route was sent here").isEqualTo(posts);
        assertThat(room.mishaps).isEmpty();
    }

    /** That they answer is one thing, that a page has a button for it that works another. */
    @Test
    void aRealBrowserSendsAFormToEachOfThem() throws IOException {
        assertThat(PostList.driven()).isEqualTo(PostList.all(room));
    }

    private void packsAndRuns() throws IOException {
        leads("/packs/{pack}/verify", jane, "/packs/" + Room.PACK, "/packs/" + Room.PACK + "/verify", "");
        String issued = PACKS + "/" + Room.PACK;
        leads("/{month}/packs/{pack}/verify", jane, PACKS, issued + "/verify", "");
        leads("/{month}/packs/{pack}/reissue", jane, PACKS, issued + "/reissue", "&reason=r");
        leads("/{month}/packs/{pack}/deliver", jane, PACKS, issued + "/deliver", "");
        leads("/{month}/packs/{pack}/approve", jane, PACKS, PACKS + "/EH-2026-10/approve", "&reason=r");
        leads("/{month}/draft", jane, PACKS, Room.HOME + "/draft", "");
        String runs = Room.HOME + "/runs";
        leads("/{month}/runs/{job}/resume", jane, runs, runs + "/pack/resume", "");
        leads("/{month}/runs/{job}/pause", jane, runs, runs + "/collect/pause", "&reason=r");
        leads("/{month}/runs/now", room.own(jane, runs + "/now", "&reason=r"));
    }

    private void book() throws IOException {
        String threshold = BOOK + "/thresholds/max_key_age_days";
        leads("/{month}/book/thresholds/{name}", threshold, "&value=30&policy=P");
        leads(
                "/{month}/book/acceptances/new",
                BOOK + "/acceptances/new",
                "&id=RA-9&assertion=IAM-02&item=x&approver=J&expires=2027-06-30&reason=r");
        leads(
                "/{month}/book/acceptances/row",
                BOOK + "/acceptances/row?row=1",
                "&id=RA-9&assertion=IAM-02&item=y&approver=J&approved=2026-10-01&expires=2027-06-30&reason=r");
        String row = BOOK + "/acceptances/row?row=1";
        leads("/{month}/book/acceptances/remove", jane, row, BOOK + "/acceptances/remove?row=1", "");
        leads(
                "/{month}/book/acceptances/end",
                BOOK + "/acceptances/end?row=0",
                "&expires=2026-11-01&why=The+role+is+there");
        leads("/{month}/book/scope/{part}", BOOK + "/scope/accounts?row=0", "&id=333344445555&name=n&in_scope=yes");
        String account = BOOK + "/scope/accounts?row=0";
        leads("/{month}/book/scope/{part}/remove", jane, account, BOOK + "/scope/accounts/remove?row=0", "");
        leads("/{month}/book/owners/{citation}", BOOK + "/owners/164.312%28d%29", "&owner=Team");
        leads(
                "/{month}/book/decisions/{citation}",
                BOOK + "/decisions/" + UNIT,
                "&choice=implemented&rationale=r" + SIGNED);
        String admins = BOOK + "/registers/approved_admins";
        leads("/{month}/book/registers/{name}/row", admins + "/row", "&principal=p" + SIGNED);
        leads("/{month}/book/registers/{name}/remove", jane, admins + "/row?row=1", admins + "/remove?row=1", "");
        leads("/{month}/book/text", BOOK + "/text?name=organization%2Fparameters.yaml", "&text=x");
    }

    private void document() throws IOException {
        String target = BOOK + "/documents/" + room.book.document();
        StringBuilder body = new StringBuilder();
        Map<String, String> fields = hidden(jane, target, target);
        fields.putAll(Map.of("title", "t", "version", "1", "approver", "J", "approved", "2026-10-01", "digest", ""));
        fields.forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        leads(
                Parcel.ROUTE,
                room.by(jane, new Ask("POST", target))
                        .with("Origin", room.origin())
                        .with("Content-Type", "multipart/form-data; boundary=b")
                        .body(body + "--b--\r\n"));
    }

    private void draft() throws IOException {
        String page = draft(jane);
        String version = hidden(jane, page, page + "/preview").get("version");
        leads("/{month}/book/drafts/{id}/merge", room.own(jane, page + "/merge", "&version=" + version));
        for (String act : List.of("preview", "remark", "ask")) {
            leads("/{month}/book/drafts/{id}/" + act, jane, page, page + "/" + act, "&reason=r");
        }
        leads("/{month}/book/drafts/{id}/approve", john, page, page + "/approve", "&reason=Read");
        leads("/{month}/book/drafts/{id}/publish", jane, page, page + "/publish", "");
        String published = BOOK + "/published";
        leads("/{month}/book/published/{number}/undo", jane, published, published + "/1/undo", "");
        leads("/{month}/book/drafts/{id}/discard", jane, page, page + "/discard", "");
    }

    private String draft(Room.Visit visit) throws IOException {
        Matcher link = Pattern.compile("href=\"([^\"]*/book/drafts/[^\"]*)\">Your draft")
                .matcher(room.get(visit, BOOK).body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** What the form of that page carries for itself. */
    private Map<String, String> hidden(Room.Visit visit, String page, String action) throws IOException {
        String body = room.get(visit, page).body();
        int form = body.indexOf("action=\"" + action + "\"");
        assertThat(form).as("%s has a form for %s", page, action).isPositive();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher each = HIDDEN.matcher(body.substring(form, body.indexOf("</form>", form)));
        while (each.find()) {
            fields.put(each.group(1), each.group(2));
        }
        return fields;
    }

    private void leads(String route, String page, String fields) throws IOException {
        leads(route, jane, page, page, fields);
    }

    private void leads(String route, Room.Visit visit, String page, String action, String fields) throws IOException {
        List<String> body = new ArrayList<>();
        Map<String, String> own = hidden(visit, page, action);
        own.remove(Parcel.GUARD);
        own.forEach((name, value) -> body.add("&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        leads(route, room.own(visit, action, String.join("", body) + fields));
    }

    private void leads(String route, Ask form) throws IOException {
        Ask.Answer answer = room.ask(form);
        assertThat(answer.status()).as("%s: %s", route, answer.body()).isEqualTo(303);
        assertThat(answer.head("Location")).as(route).matches("/(?!/).*");

        led.add(route);
    }

    /** The page can be loaded again and says the same; on another page, to another visitor, or of a draft that changed since, it says nothing. */
    @Test
    void whatWasSaidStandsOnThatPageAlone() throws IOException {
        leads("x", BOOK + "/thresholds/max_key_age_days", "&value=30&policy=P");
        String page = draft(jane);
        Map<String, String> own = hidden(john, page, page + "/approve");
        Ask.Answer answer = room.ask(room.own(john, page + "/approve", "&reason=Read&version=" + own.get("version")));
        String there = answer.head("Location");
        String words = "Approved. It counts when it is published.";
        assertThat(there).startsWith(page + "?");
        for (int reload = 0; reload < 2; reload++) {
            assertThat(room.get(john, there).body()).contains(words);
        }
        assertThat(room.get(jane, there).body()).as("another visitor").doesNotContain(words);
        assertThat(room.get(john, PACKS + there.substring(page.length())).body())
                .as("another page")
                .doesNotContain(words);
        leads("x", BOOK + "/thresholds/max_key_age_days", "&value=31&policy=P");
        assertThat(room.get(john, there).body()).as("another draft").doesNotContain(words);
    }

    @Test
    void whatIsNotDoneIsSaidAtOnceAndNothingThatWasTypedIsLost() throws IOException {
        leads("x", BOOK + "/thresholds/max_key_age_days", "&value=30&policy=P");
        String page = draft(jane);
        Ask.Answer answer = room.ask(room.own(jane, page + "/approve", "&reason=As+we+%22said%22&version=1"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Another person than the author has to approve it")
                .contains("value=\"As we &quot;said&quot;\"");
    }

    /** Half an hour over a form, or a console that was started again: what was typed is not to be written a second time. */
    @Test
    void whatWasTypedComesBackWhenTheVisitIsOver() throws IOException {
        String fields = "&value=60&policy=SEC-03+%22section%22+%3Cb%3E&reason=One%0D%0ATwo";
        Ask late = room.own(jane, BOOK + "/thresholds/max_key_age_days", "&form.version=x" + fields);
        Ask foreign = room.own(
                new Room.Visit(john.token(), jane.guard()),
                BOOK + "/thresholds/max_key_age_days",
                "&form.version=x" + fields);
        Ask.Answer refused = room.ask(foreign);
        Attacks.assertRefused(refused, 403);
        assertGivenBack(refused);

        room.pass(Duration.ofMinutes(31));
        Ask.Answer out = room.ask(late);
        Attacks.assertRefused(out, 401);
        assertThat(out.body()).contains("You are not in, or were idle for too long. Ask for a new link");
        assertGivenBack(out);
        assertThat(room.ask(late.without("Cookie")).body())
                .as("who was never in")
                .doesNotContain("What you typed");
    }

    private static void assertGivenBack(Ask.Answer answer) {
        assertThat(answer.body())
                .contains("What you typed", ">Policy<", "SEC-03 &quot;section&quot; &lt;b&gt;</textarea>")
                .contains("One\nTwo</textarea>")
                .doesNotContain("form.version");
    }

    /** A page can be loaded again; what was typed into a form would have to be typed again. */
    @Test
    void aFormWaitsForAMonthThatIsBeingWorkedOut() throws IOException {
        String threshold = BOOK + "/thresholds/max_key_age_days";
        Map<String, String> own = hidden(jane, threshold, threshold);
        room.desk.coming = true;
        Ask.Answer answer = room.ask(
                room.own(jane, threshold, "&value=soon&policy=P&form.version=" + own.getOrDefault("form.version", "")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"soon\"").doesNotContain("data-coming");
    }

    /** A form leads back below its month; what is no month could be another host. */
    @Test
    void noFormLeadsElsewhere() throws IOException {
        for (String month : List.of("%2Fevil.example", "%2F%2Fevil.example", "evil.example", "2026-10%2F..", "@evil")) {
            for (String under : List.of(
                    "/book/thresholds/max_key_age_days",
                    "/book/text?name=organization/parameters.yaml",
                    "/book/scope/entity",
                    "/runs/now",
                    "/draft",
                    "/packs/" + Room.PACK + "/verify")) {
                Map<String, String> own =
                        hidden(jane, BOOK + "/thresholds/max_key_age_days", BOOK + "/thresholds/max_key_age_days");
                StringBuilder fields = new StringBuilder("&value=1&policy=P&text=x&entity=E&reason=r");
                own.forEach((name, value) ->
                        fields.append("&").append(name).append("=").append(value));
                Ask.Answer answer = room.ask(room.own(jane, "/" + month + under, fields.toString()));
                Attacks.assertRefused(answer, 400, 404);
            }
        }
    }
}
