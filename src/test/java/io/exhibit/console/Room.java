package io.exhibit.console;

import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.frame.Standing;
import io.exhibit.render.SampleMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A console that listens, with a clock that is set by hand. */
final class Room implements AutoCloseable {

    /** A pack that auditors are invited to. */
    static final String PACK = "EH-2026-09";

    static final String HOME = "/" + SampleDesk.MONTH;

    private static final Pattern GUARD = Pattern.compile("name=\"form.guard\" value=\"([0-9a-f]{64})\"");

    /** No two rooms draw the same. */
    private static final AtomicInteger ROOMS = new AtomicInteger();

    final SampleDesk desk;
    final SampleBook book;
    final Desks desks;
    final ConsoleServer console;
    final List<Throwable> mishaps = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-01T08:00:00Z");

    /** Of the sample's tests, those that the vault has an answer for. */
    private static final Map<String, String> SOURCE =
            Map.of("iam.credential-report", SealedRun.SOURCE, SealedRun.SOURCE, "iam.credential-report");

    /** The plain sample, worked out once. */
    private static final Standing PLAIN =
            SampleDesk.standing(Taint.nowhere(SOURCE).of(SampleMonth.content()), (text, field) -> text);

    /** With the plain sample. */
    Room(Path folder) throws IOException {
        this(folder, Doorway.ofThisHost(0));
    }

    /** The same behind another door. */
    Room(Path folder, Doorway doorway) throws IOException {
        this(folder, PLAIN, "Log4j", "ours", doorway);
    }

    /** With script in the texts that can be had of AWS, of the book and of people. */
    Room(Path folder, Taint taint) throws IOException {
        this(
                folder,
                SampleDesk.standing(taint.of(SampleMonth.content()), taint::text),
                taint.text("Log4j", "Record.title"),
                taint.text("ours", "BookFile.note"),
                Doorway.ofThisHost(0));
    }

    private Room(Path folder, Standing standing, String title, String note, Doorway doorway) throws IOException {
        desk = new SampleDesk(folder, standing, title);
        book = new SampleBook(folder, standing.month().assessment().book(), note);
        desks = new Desks(desk, book, new SamplePacks(folder), new SampleRoom(desk), new SampleSchedule(note));
        Random chance = new Random(ROOMS.incrementAndGet());
        console = new ConsoleServer(
                doorway,
                desks,
                () -> now,
                () -> {
                    byte[] drawn = new byte[32];
                    chance.nextBytes(drawn);
                    return drawn;
                },
                mishaps::add);
    }

    /** Accounts, regions and runs are checked where they come in: a vault refuses others. */
    static Taint taint() {
        return Taint.everywhere(
                Set.of(
                        "RunRecord.id",
                        "Population.run",
                        "Population.before",
                        "Target.account",
                        "Target.region",
                        "Account.id",
                        "AccountScope.id",
                        "Scope.accounts.key"),
                Map.of(
                        "global",
                        "global",
                        "ACTIVE",
                        "ACTIVE",
                        "iam.credential-report",
                        SealedRun.SOURCE,
                        SealedRun.SOURCE,
                        "iam.credential-report"));
    }

    /** Somebody who came in: what his browser holds, and what his forms carry. */
    record Visit(String token, String guard) {}

    String host() {
        return "127.0.0.1:" + console.address().getPort();
    }

    /** Name of the cookie that holds a session. */
    String cookie() {
        return "exhibit-" + console.address().getPort();
    }

    String origin() {
        return "http://" + host();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** As it is, but for a host where none is named; nobody asks faster than a person with a mouse. */
    Ask.Answer ask(Ask ask) throws IOException {
        pass(Duration.ofMillis(40));
        return (ask.has("Host") ? ask : ask.with("Host", host())).of(console.address());
    }

    Ask.Answer raw(String request) throws IOException {
        pass(Duration.ofMillis(40));
        return Ask.raw(console.address(), request);
    }

    Ask.Answer get(Visit visit, String target) throws IOException {
        return ask(by(visit, Ask.get(target)));
    }

    Ask by(Visit visit, Ask ask) {
        return ask.with("Cookie", cookie() + "=" + visit.token());
    }

    /** A form as a page of ours sends it. */
    Ask own(Visit visit, String target, String fields) {
        return by(visit, Ask.form(target, "form.guard=" + visit.guard() + fields))
                .with("Origin", origin())
                .with("Sec-Fetch-Site", "same-origin");
    }

    String ticket(Visitor visitor) {
        String link = console.link(visitor);
        return link.substring(link.indexOf("ticket=") + "ticket=".length());
    }

    /** The button behind a link. */
    Ask button(String ticket) {
        return Ask.form("/enter", "ticket=" + ticket).with("Origin", origin());
    }

    /** Somebody with one role comes in, slowly enough. */
    Visit enter(Role role) throws IOException {
        return enter(new Visitor("A. " + role, Set.of(role), role == Role.AUDITOR ? Set.of(PACK) : Set.of()));
    }

    Visit enter(Visitor visitor) throws IOException {
        pass(Duration.ofSeconds(7));
        String token = ask(button(ticket(visitor))).token();
        String page = visitor.may(Role.READERS) ? HOME : Standing.room(PACK);
        return new Visit(token, guard(get(new Visit(token, ""), page)));
    }

    /** What the forms of a page carry, or "". */
    static String guard(Ask.Answer page) {
        Matcher guard = GUARD.matcher(page.body());
        return guard.find() ? guard.group(1) : "";
    }

    boolean isIn(Visit visit) throws IOException {
        return get(visit, "/packs/" + PACK).status() == 200;
    }

    @Override
    public void close() throws IOException {
        console.close();
        desk.close();
    }
}
