package io.exhibit.console;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import io.exhibit.console.book.AcceptanceForms;
import io.exhibit.console.book.BookForms;
import io.exhibit.console.book.BookPages;
import io.exhibit.console.book.DecisionForms;
import io.exhibit.console.book.DocumentForms;
import io.exhibit.console.book.DraftActs;
import io.exhibit.console.book.EntryForms;
import io.exhibit.console.book.OwnerForms;
import io.exhibit.console.book.RegisterPages;
import io.exhibit.console.book.ScopeForms;
import io.exhibit.console.book.TextPages;
import io.exhibit.console.book.Writing;
import io.exhibit.console.claims.ClaimPages;
import io.exhibit.console.door.Role;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.month.FindingPages;
import io.exhibit.console.month.MonthPages;
import io.exhibit.console.packs.PackMonths;
import io.exhibit.console.packs.PackPages;
import io.exhibit.console.packs.RoomPages;
import io.exhibit.console.page.Parcel;
import io.exhibit.console.runs.RunPages;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Every address of the console and for whom it is: the one table. What is not in it does not exist. */
final class Routes {

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
        BookForms forms = new BookForms(desks.book(), book, writing, screen, months);
        TextPages text = new TextPages(desks.book(), book, writing, screen);
        EntryForms entries = new EntryForms(desks.book(), book, writing, screen, clock);
        AcceptanceForms acceptances = new AcceptanceForms(entries, writing, screen);
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
                new Route(POST, "/leave", Role.ROOM, doors::leave),
                new Route(GET, "/visits", Set.of(Role.OPERATOR), doors::visits),
                new Route(POST, "/visits/{id}/end", Set.of(Role.OPERATOR), doors::end),
                new Route(POST, "/invitations/{id}/revoke", Set.of(Role.OPERATOR), doors::revoke),
                new Route(GET, "/packs", Role.ROOM, room::rooms),
                new Route(GET, "/packs/{pack}", Role.ROOM, room::room),
                new Route(GET, "/packs/{pack}/report", Role.ROOM, room::report),
                new Route(GET, "/packs/{pack}/zip", Role.ROOM, room::zip),
                new Route(GET, "/packs/{pack}/page", Role.ROOM, room::page),
                new Route(POST, "/packs/{pack}/verify", Role.ROOM, room::verify),
                new Route(GET, "/packs/{pack}/units", Role.ROOM, behind::units),
                new Route(GET, "/packs/{pack}/units/{citation}", Role.ROOM, behind::unit),
                new Route(GET, "/packs/{pack}/findings", Role.ROOM, behind::findings),
                new Route(GET, "/packs/{pack}/findings/one", Role.ROOM, new FindingPages(screen, issued)::finding),
                new Route(GET, "/packs/{pack}/findings/csv", Role.ROOM, behind::findingsTable),
                new Route(GET, "/packs/{pack}/frameworks", Role.ROOM, behind::frameworks),
                new Route(GET, "/packs/{pack}/coverage", Role.ROOM, behind::coverage),
                new Route(GET, "/packs/{pack}/tests/{id}", Role.ROOM, proofs::population),
                new Route(GET, "/packs/{pack}/tests/{id}/csv", Role.ROOM, proofs::populationTable),
                new Route(GET, "/packs/{pack}/tests/{id}/item", Role.ROOM, proofs::item),
                new Route(GET, "/", Role.ROOM, months::newest),
                new Route(GET, "/month", Role.READERS, months::choose),
                new Route(GET, "/{month}", Role.READERS, month::today),
                new Route(GET, "/{month}/units", Role.READERS, month::units),
                new Route(GET, "/{month}/units/{citation}", Role.READERS, month::unit),
                new Route(GET, "/{month}/findings", Role.READERS, month::findings),
                new Route(GET, "/{month}/findings/one", Role.READERS, new FindingPages(screen, months)::finding),
                new Route(GET, "/{month}/findings/csv", Role.READERS, month::findingsTable),
                new Route(GET, "/{month}/frameworks", Role.READERS, month::frameworks),
                new Route(GET, "/{month}/coverage", Role.READERS, month::coverage),
                new Route(GET, "/{month}/packs", Role.READERS, packs::packs),
                new Route(GET, "/{month}/packs/compare", Role.READERS, packs::compare),
                new Route(POST, "/{month}/packs/{pack}/reissue", Set.of(Role.OPERATOR), packs::reissue),
                new Route(GET, "/{month}/draft", Role.READERS, packs::drawn),
                new Route(POST, "/{month}/draft", Role.READERS, packs::draw),
                new Route(GET, "/{month}/packs/{pack}/report", Role.READERS, packs::report),
                new Route(GET, "/{month}/packs/{pack}/zip", Role.READERS, packs::zip),
                new Route(GET, "/{month}/packs/{pack}/page", Role.READERS, packs::page),
                new Route(POST, "/{month}/packs/{pack}/verify", Role.READERS, packs::verify),
                new Route(POST, "/{month}/packs/{pack}/approve", Set.of(Role.APPROVER), packs::approve),
                new Route(POST, "/{month}/packs/{pack}/deliver", Set.of(Role.OPERATOR), packs::deliver),
                new Route(GET, "/{month}/runs", Role.READERS, runs::runs),
                new Route(GET, "/{month}/runs/progress", Role.READERS, runs::progress),
                new Route(POST, "/{month}/runs/now", Set.of(Role.OPERATOR), runs::collectNow),
                new Route(POST, "/{month}/runs/{job}/pause", Set.of(Role.OPERATOR), runs::pause),
                new Route(POST, "/{month}/runs/{job}/resume", Set.of(Role.OPERATOR), runs::resume),
                new Route(GET, "/{month}/tests/{id}", Role.READERS, claims::population),
                new Route(GET, "/{month}/tests/{id}/csv", Role.READERS, claims::populationTable),
                new Route(GET, "/{month}/tests/{id}/item", Role.READERS, claims::item),
                new Route(GET, "/{month}/book", Role.READERS, book::overview),
                new Route(GET, "/{month}/book/thresholds", Role.READERS, book::thresholds),
                new Route(GET, "/{month}/book/thresholds/{name}", Role.READERS, forms::threshold),
                new Route(POST, "/{month}/book/thresholds/{name}", EDITORS, forms::changeThreshold),
                new Route(GET, "/{month}/book/acceptances", Role.READERS, acceptances::acceptances),
                new Route(GET, "/{month}/book/acceptances/new", Role.READERS, acceptances::fresh),
                new Route(POST, "/{month}/book/acceptances/new", EDITORS, acceptances::add),
                new Route(GET, "/{month}/book/acceptances/row", Role.READERS, acceptances::acceptance),
                new Route(POST, "/{month}/book/acceptances/row", EDITORS, acceptances::change),
                new Route(POST, "/{month}/book/acceptances/remove", EDITORS, acceptances::remove),
                new Route(GET, "/{month}/book/acceptances/end", Role.READERS, acceptances::end),
                new Route(POST, "/{month}/book/acceptances/end", EDITORS, acceptances::takeBack),
                new Route(GET, "/{month}/book/scope", Role.READERS, scope::scope),
                new Route(GET, "/{month}/book/scope/{part}", Role.READERS, scope::entry),
                new Route(POST, "/{month}/book/scope/{part}", EDITORS, scope::change),
                new Route(POST, "/{month}/book/scope/{part}/remove", EDITORS, scope::remove),
                new Route(GET, "/{month}/book/owners", Role.READERS, owners::owners),
                new Route(GET, "/{month}/book/owners/{citation}", Role.READERS, owners::owner),
                new Route(POST, "/{month}/book/owners/{citation}", EDITORS, owners::changeOwner),
                new Route(GET, "/{month}/book/decisions", Role.READERS, decisions::decisions),
                new Route(GET, "/{month}/book/decisions/{citation}", Role.READERS, decisions::decision),
                new Route(POST, "/{month}/book/decisions/{citation}", EDITORS, decisions::change),
                new Route(GET, "/{month}/book/registers", Role.READERS, registers::registers),
                new Route(GET, "/{month}/book/registers/{name}", Role.READERS, registers::register),
                new Route(GET, "/{month}/book/registers/{name}/row", Role.READERS, registers::row),
                new Route(POST, "/{month}/book/registers/{name}/row", EDITORS, registers::change),
                new Route(POST, "/{month}/book/registers/{name}/remove", EDITORS, registers::remove),
                new Route(GET, "/{month}/book/documents", Role.READERS, documents::documents),
                new Route(GET, Parcel.ROUTE, Role.READERS, documents::show),
                new Route(POST, Parcel.ROUTE, EDITORS, documents::change),
                new Route(GET, Parcel.ROUTE + "/file", Role.READERS, documents::file),
                new Route(GET, "/{month}/book/text", Role.READERS, text::text),
                new Route(POST, "/{month}/book/text", EDITORS, text::change),
                new Route(POST, "/{month}/book/check", EDITORS, text::check),
                new Route(POST, "/{month}/book/complete", EDITORS, text::complete),
                new Route(POST, "/{month}/book/explain", EDITORS, text::explain),
                new Route(POST, "/{month}/book/try", EDITORS, text::attempt),
                new Route(GET, "/{month}/book/published", Role.READERS, book::published),
                new Route(POST, "/{month}/book/published/{number}/undo", EDITORS, draft::undo),
                new Route(GET, "/{month}/book/drafts/{id}", Role.READERS, book::draft),
                new Route(POST, "/{month}/book/drafts/{id}/preview", Role.READERS, draft::preview),
                new Route(POST, "/{month}/book/drafts/{id}/remark", EDITORS_AND_APPROVERS, draft::remark),
                new Route(POST, "/{month}/book/drafts/{id}/merge", EDITORS, draft::merge),
                new Route(POST, "/{month}/book/drafts/{id}/ask", EDITORS, draft::ask),
                new Route(POST, "/{month}/book/drafts/{id}/discard", EDITORS, draft::discard),
                new Route(POST, "/{month}/book/drafts/{id}/approve", Set.of(Role.APPROVER), draft::approve),
                new Route(POST, "/{month}/book/drafts/{id}/publish", EDITORS_AND_APPROVERS, draft::publish));
    }
}
