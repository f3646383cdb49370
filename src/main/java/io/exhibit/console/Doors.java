package io.exhibit.console;

import io.exhibit.console.door.Guard;
import io.exhibit.console.door.Invitations;
import io.exhibit.console.door.Pace;
import io.exhibit.console.door.Session;
import io.exhibit.console.door.Sessions;
import io.exhibit.console.door.Tickets;
import io.exhibit.console.door.VisitBook;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.frame.ConsoleFiles;
import io.exhibit.console.frame.Desk;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.page.Coming;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.console.page.Unavailable;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** How a visitor comes in and goes, and what is handed to anyone. */
final class Doors {

    private final Sessions sessions;
    private final Tickets tickets;
    private final Guard guard;
    private final Pace tries;
    private final InstantSource clock;
    private final Desk desk;
    private final Screen screen;
    private final Invitations invitations;
    private final VisitBook book;
    private final ConsoleFiles files = new ConsoleFiles();

    /** @param tries how often who asks may try to come in */
    Doors(
            Sessions sessions,
            Tickets tickets,
            Guard guard,
            Pace tries,
            InstantSource clock,
            Desk desk,
            Screen screen,
            Invitations invitations,
            VisitBook book) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.guard = guard;
        this.tries = tries;
        this.clock = clock;
        this.desk = desk;
        this.screen = screen;
        this.invitations = invitations;
        this.book = book;
    }

    /** The link that the command prints leads here. Whatever looks at links before people do uses none up: coming in takes the button. */
    void ask(Context context) throws IOException {
        String ticket = context.queryParam("ticket");
        boolean left =
                context.queryParam("left") != null && Guard.maybe(context).isEmpty();
        screen.bare(
                context,
                "enter",
                left ? "You are out" : "Come in",
                Map.of(
                        "ticket",
                        ticket == null ? "" : ticket,
                        "invited",
                        ticket != null && ticket.startsWith(Invitations.BEGINS)));
    }

    void enter(Context context) throws IOException {
        if (!tries.allows(Guard.asker(context))) {
            throw new Refusal(429, "Too many tries. Wait a minute.");
        }
        String ticket = context.formParam("ticket");
        if (ticket != null && ticket.startsWith(Invitations.BEGINS)) {
            invited(context, ticket);
            return;
        }
        Visitor visitor = tickets.redeem(ticket)
                .orElseThrow(() -> new Refusal(
                        401,
                        "This link was used, or is older than " + Tickets.WAITS.toMinutes()
                                + " minutes. Each lets one browser in, once: have a new one printed."));
        Guard.maybe(context).map(Session::id).ifPresent(sessions::end);
        guard.let(context, visitor, "");
        Screen.on(context, "/");
    }

    private void invited(Context context, String ticket) throws IOException {
        Invitations.Invited invited = invitations
                .open(ticket)
                .orElseThrow(
                        () -> new Refusal(
                                401,
                                "This invitation has ended, was taken back, or is not whole. Ask whoever sent it for another one."));
        guard.requireNotBarred(Guard.BY_INVITATION + invited.id());
        Guard.maybe(context).map(Session::id).ifPresent(sessions::end);
        guard.let(context, invited.visitor(), Guard.BY_INVITATION + invited.id());
        Screen.on(context, "/");
    }

    void revoke(Context context) throws IOException {
        invitations.revoke(
                context.pathParam("id"), Guard.session(context).visitor().name());
        Screen.on(context, "/visits");
    }

    void leave(Context context) {
        sessions.end(Guard.session(context).id());
        guard.takeBack(context);
        Screen.on(context, "/enter?left=yes");
    }

    void file(Context context) {
        String name = context.pathParam("file");
        byte[] bytes = files.of(name).orElseThrow(() -> Refusal.notHere("There is no such file."));
        context.header("Cache-Control", "max-age=3600");
        context.contentType(ConsoleFiles.type(name)).result(bytes);
    }

    void visits(Context context) throws IOException {
        Session own = Guard.session(context);
        List<Map<String, Object>> rows = sessions.all().stream()
                .map(session -> Map.<String, Object>of(
                        "id", session.id(),
                        "name", session.visitor().name(),
                        "roles",
                                session.visitor().roles().stream()
                                        .sorted()
                                        .map(Say::word)
                                        .toList(),
                        "opened", Say.minute(session.opened()),
                        "seen", Say.minute(session.seen()),
                        "own", session.id().equals(own.id())))
                .toList();
        Instant now = clock.instant();
        List<Map<String, Object>> invited = invitations.all().stream()
                .map(each -> Map.<String, Object>of(
                        "id", each.id(),
                        "name", each.name(),
                        "packs", each.packs().stream().sorted().toList(),
                        "until", Say.minute(each.until()),
                        "over", !now.isBefore(each.until()),
                        "revoked", each.revoked()))
                .toList();
        try {
            screen.show(
                    context,
                    "visits",
                    "Visits",
                    desk.standing(desk.usual(), Coming.PATIENCE),
                    Map.of("rows", rows, "invitations", invited, "unsealed", book.state()));
        } catch (Unavailable | Coming without) {
            // Who is in does not lie in the vault, and can be ended all the same.
            screen.bare(
                    context,
                    "visits",
                    "Visits",
                    Map.of("rows", rows, "invitations", invited, "unsealed", book.state(), "guard", own.guard()));
        }
    }

    void end(Context context) {
        String id = context.pathParam("id");
        if (Guard.session(context).id().equals(id)) {
            leave(context);
        } else {
            sessions.bar(id);
            Screen.on(context, "/visits");
        }
    }
}
