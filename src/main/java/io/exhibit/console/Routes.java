package io.exhibit.console;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every address of the console and for whom it is: the one table. What is not in it does not exist. */
final class Routes {

    /** Whoever is in, an auditor's room aside. */
    static final Set<Role> READERS = Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.ANYONE)));

    private static final Set<Role> ANYONE = Set.of(Role.ANYONE);

    private Routes() {}

    static List<Route> of(Desk desk, Screen screen, Doors doors) {
        Months months = screen.months();
        MonthPages month = new MonthPages(screen, months);
        ClaimPages claims = new ClaimPages(desk, screen, months);
        return List.of(
                new Route(GET, "/enter", ANYONE, doors::ask),
                new Route(POST, "/enter", ANYONE, doors::enter),
                new Route(GET, "/static/{file}", ANYONE, doors::file),
                new Route(POST, "/leave", READERS, doors::leave),
                new Route(GET, "/visits", Set.of(Role.OPERATOR), doors::visits),
                new Route(POST, "/visits/{id}/end", Set.of(Role.OPERATOR), doors::end),
                new Route(GET, "/", READERS, months::newest),
                new Route(GET, "/month", READERS, months::choose),
                new Route(GET, "/{month}", READERS, month::today),
                new Route(GET, "/{month}/units", READERS, month::units),
                new Route(GET, "/{month}/units/{citation}", READERS, month::unit),
                new Route(GET, "/{month}/findings", READERS, month::findings),
                new Route(GET, "/{month}/coverage", READERS, month::coverage),
                new Route(GET, "/{month}/packs", READERS, month::packs),
                new Route(GET, "/{month}/runs", READERS, month::runs),
                new Route(GET, "/{month}/tests/{id}", READERS, claims::population),
                new Route(GET, "/{month}/tests/{id}/item", READERS, claims::item));
    }
}
