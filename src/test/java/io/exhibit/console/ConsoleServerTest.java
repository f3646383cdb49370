package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.assessment.Balance;
import io.exhibit.assessment.FindingDay;
import io.exhibit.assessment.Findings;
import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Invitations;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.VisitBook;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Unavailable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coming in, going, what is shown, and what is said when something is not. */
final class ConsoleServerTest {

    private static final String ITEM = Room.HOME + "/tests/IAM-01/item?";

    @TempDir
    Path folder;

    private Room room;

    @BeforeEach
    void open() throws IOException {
        room = new Room(folder);
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    private Room.Visit enter() throws IOException {
        return room.enter(Visitor.withEveryRole("Jane Doe"));
    }

    @Test
    void aLinkLetsOneBrowserInOnce() throws IOException {
        String ticket = room.ticket(Visitor.withEveryRole("Jane Doe"));
        Ask.Answer asked = room.ask(Ask.get("/enter?ticket=" + ticket));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.all("Set-Cookie")).isEmpty();
        room.ask(Ask.get("/enter?ticket=" + ticket));

        Ask.Answer in = room.ask(room.button(ticket));
        assertThat(in.status()).isEqualTo(303);
        Ask.Answer page = room.get(new Room.Visit(in.token(), ""), Room.HOME);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<span>Jane Doe</span>");

        Ask.Answer again = room.ask(room.button(ticket));
        Attacks.assertRefused(again, 401);
        assertThat(again.body()).contains("This link was used, or is older than 15 minutes.");
    }

    @Test
    void whoIsRefusedBeforeHeIsInIsCountedAndNothingOfItIsKept() throws IOException {
        List<String> heard = new ArrayList<>();
        VisitBook book = new VisitBook() {
            @Override
            public void note(Visit visit) {
                heard.add(visit.method() + " " + visit.path() + " " + visit.status());
            }

            @Override
            public void refused(Instant at, int status) {
                heard.add("refused " + status);
            }

            @Override
            public String state() {
                return "";
            }
        };
        Doorway plain = Doorway.ofThisHost(0);
        Doorway noted = new Doorway(
                plain.address(), plain.names(), plain.tls(), plain.proxy(), plain.links(), plain.invitations(), book);
        try (Room other = new Room(folder.resolve("other"), noted)) {
            other.ask(Ask.get("/2026-10?password=secret"));
            other.ask(Ask.get("/").with("Host", "rebound.example"));
            other.ask(Ask.get("/static/console.css"));
            other.ask(Ask.form("/2026-10/runs/now", "reason=secret"));
            Room.Visit visit = other.enter(Role.VIEWER);
            other.get(visit, "/visits");
        }
        assertThat(heard)
                .containsExactly(
                        "refused 401",
                        "refused 421",
                        "refused 403",
                        "POST /enter 303",
                        "GET /2026-10 200",
                        "GET /visits 403");
    }

    @Test
    void aUnitLeadsToTheOneBeforeAndTheNext() throws IOException {
        Room.Visit visit = enter();
        Html page =
                Html.of(room.get(visit, Room.HOME + "/units/" + SampleDesk.UNIT).body());
        List<String> ways = page.values("href").stream()
                .filter(href -> href.contains("/units/"))
                .skip(Math.max(
                        0,
                        page.values("href").stream()
                                        .filter(href -> href.contains("/units/"))
                                        .count()
                                - 2))
                .toList();
        assertThat(page.values("rel")).contains("prev", "next");
        for (String way : ways) {
            assertThat(room.get(visit, way).status()).as(way).isEqualTo(200);
        }
    }

    /** What a spreadsheet would take for a formula is a text, whoever named the thing. */
    @Test
    void noCellOfATableIsAFormula() throws IOException {
        Room.Visit visit = enter();
        int hostile = 0;
        for (String path : List.of("/tests/" + room.desk.test() + "/csv", "/findings/csv?show=all")) {
            Ask.Answer table = room.get(visit, Room.HOME + path);
            assertThat(table.status()).isEqualTo(200);
            assertThat(table.head("Content-Disposition")).startsWith("attachment;");
            assertThat(table.body()).doesNotContainPattern("(?:^|[\\n,])\"?[=+@\\t\\r-]");
            hostile += table.body().split("[\\n,]\"?'[=+@-]", -1).length - 1;
        }
        assertThat(hostile).as("there were such texts").isGreaterThan(6);
    }

    @Test
    void aLinkWaitsForFifteenMinutes() throws IOException {
        String right = room.ticket(Visitor.withEveryRole("Jane Doe"));
        room.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(room.ask(room.button(right)).token()).isNotEmpty();

        String late = room.ticket(Visitor.withEveryRole("Jane Doe"));
        room.pass(Duration.ofMinutes(15));
        Attacks.assertRefused(room.ask(room.button(late)), 401);
    }

    @Test
    void aClockThatIsSetBackMakesNoLinkOlder() throws IOException {
        String ticket = room.ticket(Visitor.withEveryRole("Jane Doe"));
        room.pass(Duration.ofHours(-2));
        Attacks.assertRefused(room.ask(room.button(ticket)), 401);
    }

    @Test
    void whoIsIdleForHalfAnHourIsOut() throws IOException {
        Room.Visit visit = enter();
        for (int n = 0; n < 4; n++) {
            room.pass(Duration.ofMinutes(29));
            assertThat(room.isIn(visit)).isTrue();
        }
        room.pass(Duration.ofMinutes(30));
        Ask.Answer out = room.get(visit, Room.HOME);
        Attacks.assertRefused(out, 401);
        assertThat(out.body()).contains("You are not in, or were idle for too long.");
        room.pass(Duration.ofMinutes(-10));
        assertThat(room.isIn(visit)).as("and stays out").isFalse();
    }

    @Test
    void nobodyStaysForMoreThanNineHours() throws IOException {
        Room.Visit visit = enter();
        for (int n = 0; n < 27; n++) {
            room.pass(Duration.ofMinutes(20).minusSeconds(1));
            assertThat(room.isIn(visit)).isTrue();
        }
        room.pass(Duration.ofMinutes(1));
        Attacks.assertRefused(room.get(visit, Room.HOME), 401);
    }

    @Test
    void aClockThatIsSetBackMakesNoVisitLonger() throws IOException {
        Room.Visit visit = enter();
        room.pass(Duration.ofSeconds(-10));
        assertThat(room.isIn(visit)).as("a clock that is corrected").isTrue();
        room.pass(Duration.ofHours(-24));
        Attacks.assertRefused(room.get(visit, Room.HOME), 401);
    }

    @Test
    void whoLeavesIsOut() throws IOException {
        Room.Visit visit = enter();
        Ask.Answer left = room.ask(room.own(visit, "/leave", ""));
        assertThat(left.status()).isEqualTo(303);
        assertThat(room.ask(Ask.get(left.head("Location"))).body()).contains("You are out");
        Attacks.assertRefused(room.get(visit, Room.HOME), 401);
    }

    @Test
    void pagesAreShownWithTheirHeads() throws IOException {
        Room.Visit visit = enter();
        String deep = Html.of(room.get(visit, Room.HOME + "/tests/IAM-01").body()).values("href").stream()
                .filter(href -> href.contains("/item?"))
                .findFirst()
                .orElseThrow();
        for (String target : List.of(
                Room.HOME,
                Room.HOME + "/units",
                Room.HOME + "/units/" + SampleDesk.UNIT,
                Room.HOME + "/findings",
                Room.HOME + "/findings?show=all&search=password&page=1",
                Room.HOME + "/coverage",
                Room.HOME + "/frameworks",
                Room.HOME + "/coverage?account=333344445555",
                Room.HOME + "/packs",
                Room.HOME + "/runs",
                "/packs",
                "/packs/" + Room.PACK,
                "/packs/" + Room.PACK + "/units/" + SampleDesk.UNIT,
                "/packs/" + Room.PACK + "/tests/IAM-01",
                Room.HOME + "/tests/IAM-01",
                Room.HOME + "/tests/IAM-01?show=conforming&page=3",
                deep,
                "/visits",
                "/static/console.css")) {
            Ask.Answer answer = room.get(visit, target);
            assertThat(answer.status()).as(target).isEqualTo(200);
            Attacks.assertInert(answer);
            Ask.Answer head = room.ask(room.by(visit, new Ask("HEAD", target)));
            assertThat(head.status()).as("HEAD " + target).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
        assertThat(room.get(visit, deep).body()).contains("arn:aws:iam::333344445555:user", "request-1", "Log4j");
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void whatThereIsNotIsSaidInASentence() throws IOException {
        Room.Visit visit = enter();
        says(visit, "/2026-12", 404, "The log has no month 2026-12.");
        says(visit, "/month?month=2026-12", 404, "The log has no month 2026-12.");
        says(visit, "/month", 404, "There is no such page.");
        says(visit, "/october", 404, "There is no such page.");
        says(visit, "/2026-10/nothing", 404, "There is no such page. The first page leads to those that there are.");
        says(visit, "/2026-10/units/164.999", 404, "This book has no unit 164.999.");
        says(visit, "/2026-10/tests/XX-1", 404, "This book has no test XX-1.");
        says(visit, "/2026-10/coverage?account=1", 404, "No account 1 was asked this month.");
        says(visit, "/static/none.css", 404, "There is no such file.");
        says(visit, "/2026-10/findings?show=none", 400, "There is nothing to show under that word; there are: open,");
        says(visit, "/2026-10/findings?page=0", 400, "Pages are counted from 1.");
        says(visit, "/2026-10/findings?page=99999999", 400, "Pages are counted from 1.");
        says(visit, "/2026-10/findings?search=" + "x".repeat(201), 400, "A search has at most 200 characters.");
        says(visit, "/2026-10/findings?search=%e9", 400, "The request is not spelled as browsers do it.");
        says(visit, ITEM + "account=1&region=global", 400, "The address of an item has account, region and key.");
        says(visit, ITEM + "account=1&region=global&key=x", 404, "The population of IAM-01 has no such item");
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST")) {
            Ask.Answer answer = room.ask(room.by(visit, new Ask(method, Room.HOME)));
            Attacks.assertRefused(answer, 405);
            assertThat(answer.body()).contains("This address cannot be asked for in that way.");
        }
        assertThat(room.mishaps).isEmpty();
    }

    private void says(Room.Visit visit, String target, int status, String words) throws IOException {
        Ask.Answer answer = room.get(visit, target);
        Attacks.assertRefused(answer, status);
        assertThat(Html.of(answer.body()).text()).as(target).contains(words);
    }

    /** All that is asked for, and not the page of it that is shown; the last line says that nothing was cut off. */
    @Test
    void listsAreFetchedWholeAsTables() throws IOException {
        Room.Visit visit = enter();
        Ask.Answer items = room.get(visit, Room.HOME + "/tests/IAM-01/csv?show=conforming&page=2");
        assertThat(items.head("Content-Type")).startsWith("text/csv");
        assertThat(items.head("Content-Disposition")).isEqualTo("attachment; filename=\"IAM-01-2026-10.csv\"");
        assertThat(items.body().lines()).hasSize(1 + 120 + 1).last().isEqualTo("\"120 rows, and no more\"");
        Ask.Answer all = room.get(visit, Room.HOME + "/findings/csv?show=all");
        long findings = room.desk.standing(SampleDesk.MONTH).findings().size();
        assertThat(all.body()).startsWith("\"test\",\"says\",").endsWith("\"" + findings + " rows, and no more\"\r\n");
        assertThat(room.get(visit, Room.HOME + "/findings/csv?show=all&severity=critical")
                        .body()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .hasSizeLessThan((int) findings)
                .allMatch(line -> line.contains("\"critical\"") || line.endsWith("and no more\""));
        says(visit, "/2026-10/findings?severity=none", 400, "There is nothing to choose under that severity.");
        says(visit, "/2026-10/findings?day=today", 400, "A day is written like 2026-10-05.");
    }

    /** The days add up to what the pack says of the month. */
    @Test
    void theFindingsOfTheDaysAreThoseOfTheMonth() throws IOException {
        Standing month = room.desk.standing(SampleDesk.MONTH);
        Balance balance = new Findings(month.month().assessment()).balance(finding -> true);
        List<FindingDay> days = month.byDay();
        assertThat(days.stream().mapToLong(FindingDay::opened).sum()).isEqualTo(balance.opened() + balance.reopened());
        assertThat(days.stream().mapToLong(FindingDay::found).sum()).isEqualTo(balance.found());
        assertThat(days.stream().mapToLong(FindingDay::closed).sum()).isEqualTo(balance.closed());
        assertThat(days.get(days.size() - 1).open()).isEqualTo(balance.open());
        assertThat(balance.opened()).isPositive();
    }

    /** One that was begun by hand goes on though no node serves the vault: the page does not say the contrary below it. */
    @Test
    void belowACollectionThatGoesOnItIsNotSaidThatNobodyWouldMakeOne() throws IOException {
        String page = room.get(enter(), Room.HOME + "/runs").body();
        assertThat(page).contains("A collection goes on.").doesNotContain("Nobody would make it.");
    }

    @Test
    void aPageAfterTheLastIsEmptyAndLeadsBack() throws IOException {
        Ask.Answer answer = room.get(enter(), Room.HOME + "/findings?page=9999999");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("rel=\"prev\"");
    }

    @Test
    void aVaultThatCannotBeReadIsSaidAndTheRestWorks() throws IOException {
        Room.Visit visit = enter();
        room.desk.trouble(
                () -> new Unavailable("The vault is busy: another run writes to it. Try again in a minute.", null));

        says(visit, Room.HOME, 503, "The vault is busy: another run writes to it. Try again in a minute.");
        says(visit, "/", 503, "The vault is busy");
        assertThat(room.ask(Ask.get("/static/console.css")).status()).isEqualTo(200);
        assertThat(room.ask(Ask.get("/enter")).status()).isEqualTo(200);
        Ask.Answer visits = room.get(visit, "/visits");
        assertThat(visits.status()).isEqualTo(200);
        assertThat(visits.body()).contains("Jane Doe (you)", "name=\"form.guard\"");
        assertThat(room.ask(room.own(visit, "/leave", "")).status()).isEqualTo(303);
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void aMonthThatIsBeingWorkedOutIsSaidAndTheRestWorks() throws IOException {
        Room.Visit visit = enter();
        room.desk.coming = true;
        for (String path : List.of("", "/units", "/findings", "/book", "/coverage")) {
            Ask.Answer answer = room.get(visit, Room.HOME + path);
            assertThat(answer.status()).as(path + room.mishaps).isEqualTo(202);
            assertThat(answer.head("Retry-After")).isEqualTo("8");
            assertThat(answer.body()).contains("October 2026 is being worked out.", "data-coming", "/static/coming.js");
        }
        assertThat(room.get(visit, "/visits").status()).isEqualTo(200);
        room.desk.coming = false;
        assertThat(room.get(visit, Room.HOME).body()).doesNotContain("data-coming");
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void whatGoesWrongIsToldToTheTerminalAndNotToTheVisitor() throws IOException {
        Room.Visit visit = enter();
        for (Exception each : List.of(
                new IllegalStateException("secret detail"),
                new IOException("secret detail at /home/x/vault"),
                new NullPointerException())) {
            room.desk.trouble(() -> each);
            Ask.Answer answer = room.get(visit, Room.HOME);
            Attacks.assertRefused(answer, 500);
            assertThat(answer.body()).doesNotContain("secret").contains("This page could not be made");
        }
        room.desk.trouble(() -> {
            throw new StackOverflowError("secret detail");
        });
        Ask.Answer answer = room.get(visit, Room.HOME);
        Attacks.assertRefused(answer, 500);
        assertThat(answer.body()).doesNotContain("secret").contains("This page could not be made");
        assertThat(room.mishaps).hasSize(4);

        room.desk.trouble(null);
        assertThat(room.isIn(visit)).isTrue();
    }

    @Test
    void itListensOnThisHostAlone() {
        for (String address : List.of("0.0.0.0", "192.0.2.1", "::")) {
            assertThatThrownBy(() -> new Doorway(
                            new InetSocketAddress(address, 0),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Doorway.HandedLinks.NONE,
                            Invitations.NONE,
                            VisitBook.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("more than this host");
        }
        int taken = room.console.address().getPort();
        assertThatThrownBy(() ->
                        new ConsoleServer(Doorway.ofThisHost(taken), room.desks, () -> null, () -> null, mishap -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot listen");
    }
}
