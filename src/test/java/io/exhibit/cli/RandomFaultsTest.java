package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Verdict;
import io.exhibit.aws.Fault;
import io.exhibit.cli.Faulted.Logged;
import io.exhibit.control.Assertion;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Reading;
import io.exhibit.sandbox.FaultKind;
import io.exhibit.sandbox.FaultSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole job with several faults at once, drawn from a seed that stands in the test's name: {@code -Dexhibit.seed=N} begins
 * with another one, and {@code -Dexhibit.faults=all} goes through 1,000 of them, {@code -Dexhibit.seeds=N} through N.
 */
class RandomFaultsTest {

    private static final long FIRST = Long.getLong("exhibit.seed", 20261001);
    private static final int SEEDS =
            Integer.getInteger("exhibit.seeds", "all".equals(System.getProperty("exhibit.faults")) ? 1_000 : 3);

    /** What needs no client's patience, which on a busy machine ends too early. An item that comes twice is counted twice. */
    private static final List<FaultKind> KINDS = Stream.of(FaultKind.values())
            .filter(kind -> !FaultedRuns.WAITED_FOR.contains(kind) && kind != FaultKind.REPEATED_ITEM)
            .toList();

    private static final List<String> PLACES =
            List.of("", "", "", "@222233334444", "@333344445555", "@333344445555/us-east-1", "/eu-west-1");

    @TempDir
    private static Path folder;

    private static FaultedRuns runs;
    private static PrintedGaps pack;
    private static Faulted clean;
    private static List<String> asked;

    @BeforeAll
    static void collectWithoutFaults() throws IOException {
        runs = new FaultedRuns(folder);
        pack = new PrintedGaps(runs.catalog());
        clean = runs.collect(List.of());
        assertThat(clean.gaps()).isEmpty();
        // Without the caller's identity no run begins; FaultedEntryTest breaks that.
        asked = List.copyOf(new TreeSet<>(clean.requests().stream()
                .map(request -> request.call().operation())
                .filter(operation -> !operation.equals("sts:GetCallerIdentity"))
                .toList()));
    }

    @AfterAll
    static void close() {
        runs.close();
    }

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS);
    }

    @ParameterizedTest(name = "-Dexhibit.seed={0}")
    @MethodSource("seeds")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void whatIsBrokenIsAGapOrWasAskedAgainAndNothingPassesByIt(long seed) throws IOException {
        Map<String, FaultKind> broken = drawn(new Random(seed));
        Faulted faulted =
                runs.collect(broken.keySet().stream().map(FaultSpec::parse).toList());

        assertThat(faulted.discrepancies()).isEmpty();
        LoggedGaps.areThoseOnTheWire(faulted);
        assertThat(pack.areThoseOfTheLog(faulted)).isEqualTo(faulted.gaps().size());
        Set<Cause> causes = broken.values().stream()
                .flatMap(kind -> Fault.causes(kind).stream())
                .collect(Collectors.toSet());
        assertThat(faulted.gaps())
                .as("gaps by %s", broken.keySet())
                .filteredOn(logged -> isAsked(logged, faulted))
                .allSatisfy(
                        logged -> assertThat(causes.contains(logged.gap().cause()) || isReportThatWasNeverMade(logged))
                                .as("%s by one of %s", logged, broken.keySet())
                                .isTrue());
        for (Assertion assertion : runs.book().assertions()) {
            Judgement judged = faulted.judgements().get(assertion.id());
            assertThat(judged.conforming())
                    .as("%s by %s: a fault makes nothing conform", assertion.id(), broken.keySet())
                    .isLessThanOrEqualTo(clean.judgements().get(assertion.id()).conforming());
            if (isTouched(assertion, faulted.gapped())) {
                assertThat(judged.verdict())
                        .as("%s by %s", assertion.id(), broken.keySet())
                        .isNotIn(Verdict.PASS, Verdict.NOT_APPLICABLE);
            }
        }
    }

    /** Up to a dozen, each at an operation that a run without faults asks, here or everywhere, at once or later. */
    private static Map<String, FaultKind> drawn(Random random) {
        List<Map.Entry<String, FaultKind>> faults = new ArrayList<>();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            FaultKind kind = KINDS.get(random.nextInt(KINDS.size()));
            String operation = asked.get(random.nextInt(asked.size()));
            // A list that is turned round in the middle has lost its one half, and nothing tells it.
            int from = kind == FaultKind.REVERSED ? 1 : 1 + random.nextInt(3);
            faults.add(Map.entry(
                    operation.replace(':', '.').replaceFirst("^cloudwatch", "monitoring")
                            + PLACES.get(random.nextInt(PLACES.size())) + "=" + kind.word() + "#" + from,
                    kind));
        }
        return faults.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    private static boolean isAsked(Logged logged, Faulted faulted) {
        return faulted.requests().stream().anyMatch(request -> request.place().equals(logged.place()));
    }

    private static boolean isReportThatWasNeverMade(Logged logged) {
        return logged.gap().call().operation().equals("iam:GetCredentialReport")
                && logged.gap().cause() == Cause.NOT_READY;
    }

    /** Whether a gap takes a population that the assertion needs. */
    private static boolean isTouched(Assertion assertion, Set<String> gapped) {
        if (assertion.source().equals("collection.accounts")
                || assertion.source().equals("collection.targets")) {
            // Of lists alone it is asked if they came to their end.
            boolean ofLists = assertion.expect().text().contains("record.lists");
            return assertion.with().isEmpty() && !gapped.isEmpty() && !ofLists;
        }
        Catalog catalog = runs.catalog();
        return Stream.concat(Stream.of(assertion.source()), assertion.with().values().stream())
                .filter(key -> catalog.sources().stream()
                        .flatMap(source -> source.readings().stream())
                        .anyMatch(reading -> reading.key().equals(key)))
                .map(catalog::reading)
                .map(Reading::population)
                .anyMatch(population -> population.stream().anyMatch(gapped::contains));
    }
}
