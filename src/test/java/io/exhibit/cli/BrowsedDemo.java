package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Population;
import io.exhibit.assessment.TestResult;
import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.desk.ConsoleCommand;
import io.exhibit.cli.desk.VaultDesk;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.ConsoleServer;
import io.exhibit.console.Shown;
import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Visitor;
import io.exhibit.control.Assertion;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Source;
import io.exhibit.render.PackContent;
import io.exhibit.render.ScreenPages;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.seal.Vault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A night of the demo with a console before them, and the model from which its pages are made. */
final class BrowsedDemo implements Closeable {

    static final String MONTH = "/2026-10";
    static final String VISITOR = "Jane Doe, Security Official";

    /** Noon after it: nothing was missed yet. */
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-10-01T12:00:00Z"));

    final Wiring wiring;
    final PackContent month;

    private final VaultDesk desk;

    /** What the server says of pages that it could not make. */
    final List<Throwable> mishaps = new CopyOnWriteArrayList<>();

    private static final Set<ConclusionKind> UNITS = EnumSet.of(
            ConclusionKind.NO_DEVIATION_DOCUMENTS_WANTING,
            ConclusionKind.DOCUMENTS_WANTING,
            ConclusionKind.NOT_FULLY_EVALUATED,
            ConclusionKind.NOT_APPLICABLE);

    private final List<ConsoleServer> servers = new ArrayList<>();

    BrowsedDemo(Path folder) throws IOException {
        // A pack takes longer to print than everything else here; the log has one all the same.
        new Demo(folder, Consoles.quiet())
                .nights(1, (made, vault, book, clock) -> vault.sealPack("EH-2026-09", "9".repeat(64)));
        wiring = new Wiring(SettingsReader.read(folder.resolve("exhibit.yaml")), Consoles.quiet());
        desk = new VaultDesk(wiring, NOON);
        month = Shown.of(desk.standing(DemoMonth.MONTH));
    }

    /** At noon. */
    ConsoleServer server() throws IOException {
        return server(desk, NOON);
    }

    /** Before the same vault, at another time. */
    ConsoleServer server(Instant now) throws IOException {
        InstantSource clock = InstantSource.fixed(now);
        return server(new VaultDesk(wiring, clock), clock);
    }

    private ConsoleServer server(VaultDesk shown, InstantSource clock) throws IOException {
        SecureRandom random = new SecureRandom();
        ConsoleServer server = new ConsoleServer(
                Doorway.ofThisHost(0),
                ConsoleCommand.desks(wiring, shown, clock, Consoles.quiet()),
                clock,
                () -> {
                    byte[] drawn = new byte[32];
                    random.nextBytes(drawn);
                    return drawn;
                },
                mishaps::add);
        servers.add(server);
        return server;
    }

    /** Why what the console shows is not of now, or "". */
    String behind() throws IOException {
        return desk.behind(DemoMonth.MONTH, desk.standing(DemoMonth.MONTH)).orElse("");
    }

    static String link(ConsoleServer server) {
        return server.link(Visitor.withEveryRole(VISITOR));
    }

    Population population(String test) {
        return month.populations().stream()
                .filter(each -> each.test().id().equals(test))
                .findFirst()
                .orElseThrow();
    }

    /** As they were sealed. */
    List<Item> items(String test) throws IOException {
        List<Item> items = new ArrayList<>();
        String run = month.populations().stream()
                .filter(each -> each.test().id().equals(test))
                .findFirst()
                .map(Population::run)
                .orElse("");
        if (!run.isEmpty()) {
            try (Vault vault = wiring.vaultToRead()) {
                vault.items(run, test, items::add);
            }
        }
        return items;
    }

    static String path(String test, Item item) {
        return MONTH + "/tests/" + test + "/item?" + ScreenPages.item(item.target(), item.key());
    }

    /** A test with items that AWS does not answer: the book has them, or the run. */
    TestResult testWithoutAnswers() throws IOException {
        for (TestResult test : month.assessment().tests()) {
            Assertion assertion = test.assertion();
            if (wiring.catalog().source(assertion.source()).isEmpty()
                    && !items(assertion.id()).isEmpty()) {
                return test;
            }
        }
        throw new AssertionError("every test of this demo rests on an answer of AWS");
    }

    /** Look like one that is looked at anyway; on demand, {@code -Dexhibit.pages=all}. */
    private static final Set<String> ALIKE = Set.of(
            "findings-filtered",
            "findings-late",
            "findings-accepted",
            "findings-closed",
            "findings-events",
            "test-nothing-found",
            "enter-without",
            "item-of-region",
            "unit-documents-wanting",
            "unit-not-applicable",
            "unit-not-fully-evaluated",
            "book-owner",
            "book-entity",
            "book-published");

    /** Every kind of page, with the kinds of unit that look differently. */
    Map<String, String> pages() throws IOException {
        Map<String, String> pages = new TreeMap<>(Map.of(
                "today", MONTH,
                "units", MONTH + "/units",
                "coverage", MONTH + "/coverage",
                "packs", MONTH + "/packs",
                "runs", MONTH + "/runs",
                "visits", "/visits",
                "enter", "/enter?ticket=none",
                "enter-without", "/enter",
                "refused", MONTH + "/units/nowhere"));
        for (ConclusionKind kind : UNITS) {
            units().stream()
                    .filter(unit -> ConclusionKind.of(unit) == kind)
                    .findFirst()
                    .ifPresent(unit -> pages.put(
                            "unit-" + kind.style(),
                            MONTH + "/units/" + unit.control().citation()));
        }
        for (String shown : List.of("open", "late", "accepted", "closed", "events", "all")) {
            pages.put("findings-" + shown, MONTH + "/findings?show=" + shown);
        }
        pages.put("frameworks", MONTH + "/frameworks");
        pages.put("findings-filtered", MONTH + "/findings?show=all&severity=critical&age=7&day=2026-10-01");
        pages.put("unit-deviations", MONTH + "/units/164.312(a)(1)");
        pages.put("rooms", "/packs");
        pages.put("room-without", "/packs/EH-2026-09");
        pages.put("enter-invited", "/enter?ticket=i.none");
        pages.put("book", MONTH + "/book");
        pages.put("book-thresholds", MONTH + "/book/thresholds");
        pages.put("book-threshold", MONTH + "/book/thresholds/access_key_max_age_days");
        pages.put("book-acceptances", MONTH + "/book/acceptances");
        pages.put("book-acceptance", MONTH + "/book/acceptances/new");
        pages.put("book-published", MONTH + "/book/published");
        pages.put("book-scope", MONTH + "/book/scope");
        pages.put("book-account", MONTH + "/book/scope/accounts?row=0");
        pages.put("book-entity", MONTH + "/book/scope/entity");
        pages.put("book-owners", MONTH + "/book/owners");
        pages.put("book-owner", MONTH + "/book/owners/164.312(d)");
        pages.put("book-decisions", MONTH + "/book/decisions");
        pages.put("book-decision", MONTH + "/book/decisions/164.312(a)(2)(iii)");
        pages.put("book-documents", MONTH + "/book/documents");
        pages.put("book-document", MONTH + "/book/documents/MAN-21");
        pages.put("book-registers", MONTH + "/book/registers");
        pages.put("book-register", MONTH + "/book/registers/approved_admins");
        pages.put("book-row", MONTH + "/book/registers/approved_admins/row?row=0");
        pages.put("book-text", MONTH + "/book/text?name=organization/scope.yaml");
        pages.put("test", MONTH + "/tests/IAM-01");
        pages.put("test-nothing-found", MONTH + "/tests/IAM-01?search=nobody-is-called-that");
        pages.put("item", path("IAM-01", deviating("IAM-01")));
        pages.put("item-of-region", path("NET-05", deviating("NET-05")));
        String other = testWithoutAnswers().assertion().id();
        pages.put("item-without-answer", path(other, items(other).get(0)));
        if (!"all".equals(System.getProperty("exhibit.pages"))) {
            pages.keySet().removeAll(ALIKE);
        }
        return pages;
    }

    List<ControlResult> units() {
        return month.assessment().controls().stream()
                .filter(ControlResult::mapped)
                .toList();
    }

    Item deviating(String test) throws IOException {
        return items(test).stream()
                .filter(item -> item.state() == Item.State.DEVIATES)
                .findFirst()
                .orElseThrow();
    }

    private String run(String test) {
        return month.populations().stream()
                .filter(each -> each.test().id().equals(test))
                .findFirst()
                .orElseThrow()
                .run();
    }

    /** Of that request, read from the vault without a detour. */
    byte[] answer(String test, Item item, String request) throws IOException {
        TestResult result = month.assessment().tests().stream()
                .filter(each -> each.assertion().id().equals(test))
                .findFirst()
                .orElseThrow();
        Source source = wiring.catalog().source(result.assertion().source()).orElseThrow();
        List<Exchange> found = new ArrayList<>();
        try (Vault vault = wiring.vaultToRead()) {
            RunRecord run = vault.run(run(test));
            vault.exchanges(run, item.target(), source.key(), exchange -> {
                if (exchange.requestId().equals(request)) {
                    found.add(exchange);
                }
            });
        }
        assertThat(found).hasSize(1);
        return found.get(0).response().body();
    }

    @Override
    public void close() {
        servers.forEach(ConsoleServer::close);
    }
}
