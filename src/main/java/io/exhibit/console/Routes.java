package io.exhibit.console;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every address of the console and for whom it is: the one table. What is not in it does not exist. */
final class Routes {

    /** Whoever is in, an auditor's room aside. */
    static final Set<Role> READERS = Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.ANYONE, Role.AUDITOR)));

    /** Whoever is in at all. */
    static final Set<Role> ROOM = Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.ANYONE)));

    /** Where a form brings a file. */
    static final String PARCEL = "/{month}/book/documents/{id}";

    private static final Set<Role> ANYONE = Set.of(Role.ANYONE);

    private static final Set<Role> EDITORS = Set.of(Role.OFFICER);
    private static final Set<Role> EDITORS_AND_APPROVERS = Set.of(Role.OFFICER, Role.APPROVER);

    private Routes() {}

    static List<Route> of(Desks desks, InstantSource clock, Screen screen, Doors doors) {
        Months months = screen.months();
        MonthPages month = new MonthPages(screen, months);
        ClaimPages claims = new ClaimPages(desks.month(), screen, months);
        BookPages book = new BookPages(desks.book(), screen, months);
        Writing writing = new Writing(desks.book(), book, clock);
        BookForms forms = new BookForms(desks.book(), book, writing, screen, months, clock);
        TextPages text = new TextPages(desks.book(), book, writing, screen);
        EntryForms entries = new EntryForms(desks.book(), book, writing, screen, clock);
        ScopeForms scope = new ScopeForms(entries);
        OwnerForms owners = new OwnerForms(entries);
        DecisionForms decisions = new DecisionForms(entries);
        DocumentForms documents = new DocumentForms(entries);
        RegisterPages registers = new RegisterPages(entries);
        PackPages packs = new PackPages(desks.packs(), screen, months);
        PackMonths issued = new PackMonths(desks.month(), desks.room());
        RoomPages room = new RoomPages(desks.packs(), screen, issued);
        MonthPages behind = new MonthPages(screen, issued);
        ClaimPages proofs = new ClaimPages(desks.month(), screen, issued);
        RunPages runs = new RunPages(desks.schedule(), screen, months);
        DraftActs draft = new DraftActs(desks.book(), book, clock);
        return List.of(
                new Route(GET, "/enter", ANYONE, doors::ask),
                new Route(POST, "/enter", ANYONE, doors::enter),
                new Route(GET, "/static/{file}", ANYONE, doors::file),
                new Route(POST, "/leave", ROOM, doors::leave),
                new Route(GET, "/visits", Set.of(Role.OPERATOR), doors::visits),
                new Route(POST, "/visits/{id}/end", Set.of(Role.OPERATOR), doors::end),
                new Route(POST, "/invitations/{id}/revoke", Set.of(Role.OPERATOR), doors::revoke),
                new Route(GET, "/packs", ROOM, room::rooms),
                new Route(GET, "/packs/{pack}", ROOM, room::room),
                new Route(GET, "/packs/{pack}/report", ROOM, room::report),
                new Route(GET, "/packs/{pack}/zip", ROOM, room::zip),
                new Route(GET, "/packs/{pack}/page", ROOM, room::page),
                new Route(POST, "/packs/{pack}/verify", ROOM, room::verify),
                new Route(GET, "/packs/{pack}/units", ROOM, behind::units),
                new Route(GET, "/packs/{pack}/units/{citation}", ROOM, behind::unit),
                new Route(GET, "/packs/{pack}/findings", ROOM, behind::findings),
                new Route(GET, "/packs/{pack}/findings/csv", ROOM, behind::findingsTable),
                new Route(GET, "/packs/{pack}/frameworks", ROOM, behind::frameworks),
                new Route(GET, "/packs/{pack}/coverage", ROOM, behind::coverage),
                new Route(GET, "/packs/{pack}/tests/{id}", ROOM, proofs::population),
                new Route(GET, "/packs/{pack}/tests/{id}/csv", ROOM, proofs::populationTable),
                new Route(GET, "/packs/{pack}/tests/{id}/item", ROOM, proofs::item),
                new Route(GET, "/", ROOM, months::newest),
                new Route(GET, "/month", READERS, months::choose),
                new Route(GET, "/{month}", READERS, month::today),
                new Route(GET, "/{month}/units", READERS, month::units),
                new Route(GET, "/{month}/units/{citation}", READERS, month::unit),
                new Route(GET, "/{month}/findings", READERS, month::findings),
                new Route(GET, "/{month}/findings/csv", READERS, month::findingsTable),
                new Route(GET, "/{month}/frameworks", READERS, month::frameworks),
                new Route(GET, "/{month}/coverage", READERS, month::coverage),
                new Route(GET, "/{month}/packs", READERS, packs::packs),
                new Route(GET, "/{month}/packs/compare", READERS, packs::compare),
                new Route(POST, "/{month}/packs/{pack}/reissue", Set.of(Role.OPERATOR), packs::reissue),
                new Route(GET, "/{month}/draft", READERS, packs::drawn),
                new Route(POST, "/{month}/draft", READERS, packs::draw),
                new Route(GET, "/{month}/packs/{pack}/report", READERS, packs::report),
                new Route(GET, "/{month}/packs/{pack}/zip", READERS, packs::zip),
                new Route(GET, "/{month}/packs/{pack}/page", READERS, packs::page),
                new Route(POST, "/{month}/packs/{pack}/verify", READERS, packs::verify),
                new Route(POST, "/{month}/packs/{pack}/approve", Set.of(Role.APPROVER), packs::approve),
                new Route(POST, "/{month}/packs/{pack}/deliver", Set.of(Role.OPERATOR), packs::deliver),
                new Route(GET, "/{month}/runs", READERS, runs::runs),
                new Route(GET, "/{month}/runs/progress", READERS, runs::progress),
                new Route(POST, "/{month}/runs/now", Set.of(Role.OPERATOR), runs::collectNow),
                new Route(POST, "/{month}/runs/{job}/pause", Set.of(Role.OPERATOR), runs::pause),
                new Route(POST, "/{month}/runs/{job}/resume", Set.of(Role.OPERATOR), runs::resume),
                new Route(GET, "/{month}/tests/{id}", READERS, claims::population),
                new Route(GET, "/{month}/tests/{id}/csv", READERS, claims::populationTable),
                new Route(GET, "/{month}/tests/{id}/item", READERS, claims::item),
                new Route(GET, "/{month}/book", READERS, book::overview),
                new Route(GET, "/{month}/book/thresholds", READERS, book::thresholds),
                new Route(GET, "/{month}/book/thresholds/{name}", READERS, forms::threshold),
                new Route(POST, "/{month}/book/thresholds/{name}", EDITORS, forms::changeThreshold),
                new Route(GET, "/{month}/book/acceptances", READERS, book::acceptances),
                new Route(GET, "/{month}/book/acceptances/new", READERS, forms::acceptance),
                new Route(POST, "/{month}/book/acceptances/new", EDITORS, forms::addAcceptance),
                new Route(GET, "/{month}/book/scope", READERS, scope::scope),
                new Route(GET, "/{month}/book/scope/{part}", READERS, scope::entry),
                new Route(POST, "/{month}/book/scope/{part}", EDITORS, scope::change),
                new Route(POST, "/{month}/book/scope/{part}/remove", EDITORS, scope::remove),
                new Route(GET, "/{month}/book/owners", READERS, owners::owners),
                new Route(GET, "/{month}/book/owners/{citation}", READERS, owners::owner),
                new Route(POST, "/{month}/book/owners/{citation}", EDITORS, owners::changeOwner),
                new Route(GET, "/{month}/book/decisions", READERS, decisions::decisions),
                new Route(GET, "/{month}/book/decisions/{citation}", READERS, decisions::decision),
                new Route(POST, "/{month}/book/decisions/{citation}", EDITORS, decisions::change),
                new Route(GET, "/{month}/book/registers", READERS, registers::registers),
                new Route(GET, "/{month}/book/registers/{name}", READERS, registers::register),
                new Route(GET, "/{month}/book/registers/{name}/row", READERS, registers::row),
                new Route(POST, "/{month}/book/registers/{name}/row", EDITORS, registers::change),
                new Route(POST, "/{month}/book/registers/{name}/remove", EDITORS, registers::remove),
                new Route(GET, "/{month}/book/documents", READERS, documents::documents),
                new Route(GET, PARCEL, READERS, documents::show),
                new Route(POST, PARCEL, EDITORS, documents::change),
                new Route(GET, PARCEL + "/file", READERS, documents::file),
                new Route(GET, "/{month}/book/text", READERS, text::text),
                new Route(POST, "/{month}/book/text", EDITORS, text::change),
                new Route(POST, "/{month}/book/check", EDITORS, text::check),
                new Route(POST, "/{month}/book/complete", EDITORS, text::complete),
                new Route(POST, "/{month}/book/explain", EDITORS, text::explain),
                new Route(POST, "/{month}/book/try", EDITORS, text::attempt),
                new Route(GET, "/{month}/book/published", READERS, book::published),
                new Route(POST, "/{month}/book/published/{number}/undo", EDITORS, draft::undo),
                new Route(GET, "/{month}/book/drafts/{id}", READERS, book::draft),
                new Route(POST, "/{month}/book/drafts/{id}/preview", READERS, draft::preview),
                new Route(POST, "/{month}/book/drafts/{id}/remark", EDITORS_AND_APPROVERS, draft::remark),
                new Route(POST, "/{month}/book/drafts/{id}/merge", EDITORS, draft::merge),
                new Route(POST, "/{month}/book/drafts/{id}/ask", EDITORS, draft::ask),
                new Route(POST, "/{month}/book/drafts/{id}/discard", EDITORS, draft::discard),
                new Route(POST, "/{month}/book/drafts/{id}/approve", Set.of(Role.APPROVER), draft::approve),
                new Route(POST, "/{month}/book/drafts/{id}/publish", EDITORS_AND_APPROVERS, draft::publish));
    }
}
