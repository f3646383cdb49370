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
import io.exhibit.console.PageList;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A night of the demo with a console before them, and the model from which its pages are made. */
final class BrowsedDemo implements Closeable {

    static final String MONTH = PageList.MONTH;
    static final String VISITOR = "Jane Doe, Security Official";

    /** Noon after it: nothing was missed yet. */
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-10-01T12:00:00Z"));

    final Wiring wiring;
    final PackContent month;

    private final VaultDesk desk;

    /** What the server says of pages that it could not make. */
    final List<Throwable> mishaps = new CopyOnWriteArrayList<>();

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
        // It goes on: how fast somebody asks is told by it.
        InstantSource ticking =
                InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), clock.instant()));
        ConsoleServer server = new ConsoleServer(
                Doorway.ofThisHost(0),
                ConsoleCommand.desks(wiring, shown, clock, Consoles.quiet()),
                ticking,
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

    /** The list, and the kinds of unit and item that look differently. */
    Map<String, String> pages() throws IOException {
        Map<String, String> pages = PageList.ofMonth();
        Item shown = deviating("IAM-01");
        pages.computeIfPresent("finding", (name, place) -> place + ScreenPages.item(shown.target(), shown.key()));
        pages.computeIfPresent("item", (name, place) -> place + ScreenPages.item(shown.target(), shown.key()));
        String other = testWithoutAnswers().assertion().id();
        pages.put("item-without-answer", path(other, items(other).get(0)));
        boolean all = "all".equals(System.getProperty("exhibit.pages"));
        if (all) {
            pages.put("item-of-region", path("NET-05", deviating("NET-05")));
        }
        for (ConclusionKind kind : ConclusionKind.values()) {
            if (all || kind == ConclusionKind.NO_DEVIATION_DOCUMENTS_WANTING) {
                units().stream()
                        .filter(unit -> ConclusionKind.of(unit) == kind)
                        .findFirst()
                        .ifPresent(unit -> pages.put(
                                "unit-" + kind.style(),
                                MONTH + "/units/" + unit.control().citation()));
            }
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
