package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Verdict;
import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsCollectors;
import io.exhibit.aws.AwsSettings;
import io.exhibit.aws.HttpLimits;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Source;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.FaultKind;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of fault, at every operation that is called, at its first and at a later request, through the whole job.
 * Several operations of different sources are broken in one run. All of it runs with {@code -Dexhibit.faults=all}; otherwise
 * every kind at two rounds of operations.
 */
class FaultMatrixTest {

    private static final HttpLimits SHORT = new HttpLimits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(400),
            Duration.ofSeconds(2),
            2,
            Duration.ofMillis(1),
            64 << 20,
            1 << 20,
            5);

    @TempDir
    private static Path folder;

    private static Sandbox sandbox;
    private static Wiring wiring;
    private static Book book;
    private static Vault vault;
    private static AwsClients clients;
    private static final SimulatedClock CLOCK = new SimulatedClock(DemoMonth.FIRST_RUN);
    private static Judged clean;
    private static int run;

    /** A run, its day, and how many requests each operation took. */
    private record Judged(RunRecord run, Map<String, Judgement> judgements) {

        Set<String> gapped() {
            return run.units().stream()
                    .flatMap(unit -> unit.parts().stream())
                    .flatMap(part -> part.gaps().stream())
                    .map(gap -> gap.call().operation())
                    .collect(Collectors.toSet());
        }
    }

    @BeforeAll
    static void collectWithoutFaults() throws IOException {
        SandboxOptions options = SandboxOptions.defaults().withAccounts(3);
        sandbox = Sandbox.start(options);
        DemoBook.write(folder.resolve("organization"), options);
        Settings settings = SettingsReader.defaults(folder)
                .withOrganization(folder.resolve("organization"))
                .withEndpoint(sandbox.endpoint());
        wiring = new Wiring(settings, Consoles.quiet());
        book = wiring.book();
        vault = wiring.vaultToWrite(CLOCK);
        clients = new AwsClients(AwsSettings.simulated(sandbox.endpoint()).limited(SHORT), CLOCK, Pauses::none);
        clean = collect(List.of());
    }

    @AfterAll
    static void close() throws IOException {
        clients.close();
        vault.close();
        sandbox.close();
    }

    @Test
    void noFaultBecomesGoodNews() throws IOException {
        boolean all = "all".equals(System.getProperty("exhibit.faults"));
        List<Set<String>> rounds = rounds();
        int cases = 0;
        for (FaultKind kind : FaultKind.values()) {
            List<Set<String>> chosen =
                    all ? rounds : List.of(rounds.get(0), rounds.get(1 + kind.ordinal() % (rounds.size() - 1)));
            for (Set<String> operations : chosen) {
                for (String page : all || kind.ordinal() % 2 == 0 ? List.of("", "#2") : List.of("")) {
                    cases += check(kind, operations, page);
                }
            }
        }
        System.getLogger("exhibit.faults").log(System.Logger.Level.WARNING, cases + " cases");
        assertThat(cases).isGreaterThan(all ? 450 : 150);
    }

    /** @return how many operations were really hit */
    private static int check(FaultKind kind, Set<String> operations, String page) throws IOException {
        Judged faulted = collect(operations.stream()
                .map(operation -> FaultSpec.parse(operation.replace(':', '.') + "=" + kind.word() + page))
                .toList());
        Set<String> gapped = faulted.gapped();
        // An operation without pages answers as usual when page tokens loop.
        if (page.isEmpty() && kind != FaultKind.LOOP) {
            assertThat(gapped).as(kind + ": every broken call is a gap").containsAll(operations);
        }
        for (Assertion assertion : book.assertions()) {
            Judgement judged = faulted.judgements().get(assertion.id());
            if (touched(assertion, gapped)) {
                assertThat(judged.verdict())
                        .as("%s by %s%s at %s", assertion.id(), kind, page, gapped)
                        .isNotIn(Verdict.PASS, Verdict.NOT_APPLICABLE);
            }
            assertThat(judged.conforming())
                    .as("%s by %s%s: a fault makes nothing conform", assertion.id(), kind, page)
                    .isLessThanOrEqualTo(clean.judgements().get(assertion.id()).conforming());
        }
        return (int) operations.stream().filter(gapped::contains).count();
    }

    /** Whether a gap takes a population that the assertion needs. */
    private static boolean touched(Assertion assertion, Set<String> gapped) {
        if (assertion.source().equals("collection.accounts")
                || assertion.source().equals("collection.targets")) {
            return assertion.with().isEmpty() && !gapped.isEmpty();
        }
        Catalog catalog = wiring.catalog();
        return Stream.concat(Stream.of(assertion.source()), assertion.with().values().stream())
                .filter(key -> catalog.sources().stream()
                        .flatMap(s -> s.readings().stream())
                        .anyMatch(r -> r.key().equals(key)))
                .map(catalog::reading)
                .map(Reading::population)
                .anyMatch(population -> population.stream().anyMatch(gapped::contains));
    }

    /** One operation of each source at a time, until every operation had its turn. */
    private static List<Set<String>> rounds() {
        Map<Integer, Set<String>> rounds = new LinkedHashMap<>();
        Set<String> placed = new LinkedHashSet<>();
        Set<String> asked = asked();
        // Without these accounts or regions are unknown and others are not asked at all, so each is broken alone.
        List<Set<String>> alone = asked.stream()
                .filter(o -> o.equals("ec2:DescribeRegions") || o.startsWith("organizations:"))
                .map(Set::of)
                .toList();
        alone.forEach(asked::removeAll);
        for (Source source : AwsCollectors.sources()) {
            int round = 0;
            for (Operation operation : source.operations()) {
                if (asked.contains(operation.name()) && placed.add(operation.name())) {
                    rounds.computeIfAbsent(round, r -> new LinkedHashSet<>()).add(operation.name());
                }
                round++;
            }
        }
        List<Set<String>> inOrder = new ArrayList<>(rounds.values());
        inOrder.addAll(alone);
        return inOrder;
    }

    /** The operations that a run without faults calls, by what the vault holds. */
    private static Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>();
        clean.run()
                .units()
                .forEach(unit -> unit.parts().forEach(part -> {
                    try {
                        vault.exchanges(
                                clean.run(),
                                unit.target(),
                                part.source(),
                                e -> asked.add(e.call().operation()));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }));
        // Without the caller's identity no run begins; that is a test of its own.
        asked.remove("sts:GetCallerIdentity");
        return asked;
    }

    private static Judged collect(List<FaultSpec> faults) throws IOException {
        sandbox.faults(faults);
        Instant due = DemoMonth.FIRST_RUN.plusSeconds(run++);
        CLOCK.begin(due);
        RunRecord record = wiring.collectRun(vault, clients, CLOCK, Pauses::none, book, Demo.ENDPOINT)
                .collect(due);
        Assessment day = wiring.assessRun(vault, book).seal(record);
        return new Judged(
                record,
                day.judgements().stream().collect(Collectors.toMap(Judgement::assertion, judgement -> judgement)));
    }
}
