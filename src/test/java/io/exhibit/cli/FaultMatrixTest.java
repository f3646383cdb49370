package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Verdict;
import io.exhibit.cli.FaultRounds.Round;
import io.exhibit.control.Assertion;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Reading;
import io.exhibit.sandbox.FaultKind;
import io.exhibit.sandbox.FaultSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of fault, at every operation that is called, at its first and at a later request, through the whole job.
 * Several operations of different sources are broken in one run. All of it runs with {@code -Dexhibit.faults=all}; otherwise
 * every kind at some of the operations.
 */
class FaultMatrixTest {

    private static final boolean ALL = "all".equals(System.getProperty("exhibit.faults"));

    @TempDir
    private static Path folder;

    private static FaultedRuns runs;
    private static PrintedGaps pack;
    private static Faulted clean;
    private static FaultRounds rounds;
    private static int cases;
    private static int gaps;

    @BeforeAll
    static void collectWithoutFaults() throws IOException {
        runs = new FaultedRuns(folder);
        pack = new PrintedGaps(runs.catalog());
        clean = runs.collect(List.of());
        rounds = FaultRounds.of(clean);
    }

    @AfterAll
    static void sayHowMuchItWas() {
        runs.close();
        System.getLogger("exhibit.faults")
                .log(System.Logger.Level.WARNING, cases + " cases, " + gaps + " gaps in the log and in the pack");
    }

    @Test
    void aRunWithoutFaultsHasNoGap() {
        assertThat(clean.gaps()).isEmpty();
        assertThat(pack.areThoseOfTheLog(clean)).isZero();
        assertThat(rounds.all()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyFaultIsAGapInTheLogAndInThePackAndNeverGoodNews(FaultKind kind) throws IOException {
        int hit = 0;
        int printed = 0;
        for (Round round : ALL ? rounds.all() : rounds.some(kind)) {
            Set<String> operations = round.operations();
            Faulted faulted = runs.collect(operations.stream()
                    .map(operation -> fault(operation, kind, round.later()))
                    .toList());
            LoggedGaps.areThoseOnTheWire(faulted);
            // An operation without pages answers as usual when page tokens loop.
            if (!round.later() && kind != FaultKind.LOOP) {
                LoggedGaps.nameTheFaultWhereItHit(operations, faulted, clean);
            }
            LoggedGaps.haveTheCauseOf(kind, operations, faulted);
            printed += pack.areThoseOfTheLog(faulted);
            isNoGoodNews(kind + " in " + round, faulted);
            hit += (int) operations.stream().filter(faulted.gapped()::contains).count();
        }
        assertThat(hit).as("operations that %s hit", kind).isGreaterThan(ALL ? 20 : 4);
        assertThat(printed).as("gaps of %s", kind).isGreaterThanOrEqualTo(hit);
        cases += hit;
        gaps += printed;
    }

    /** A fault goes by the name in the credential scope, which for CloudWatch is not that of its actions. */
    private static FaultSpec fault(String operation, FaultKind kind, boolean later) {
        String call = operation.replace(':', '.').replaceFirst("^cloudwatch", "monitoring");
        return FaultSpec.parse(call + "=" + kind.word() + (later ? "#2" : ""));
    }

    private static void isNoGoodNews(String fault, Faulted faulted) {
        Set<String> gapped = faulted.gapped();
        for (Assertion assertion : runs.book().assertions()) {
            Judgement judged = faulted.judgements().get(assertion.id());
            if (touched(assertion, gapped)) {
                assertThat(judged.verdict())
                        .as("%s by %s at %s", assertion.id(), fault, gapped)
                        .isNotIn(Verdict.PASS, Verdict.NOT_APPLICABLE);
            }
            assertThat(judged.conforming())
                    .as("%s by %s: a fault makes nothing conform", assertion.id(), fault)
                    .isLessThanOrEqualTo(clean.judgements().get(assertion.id()).conforming());
        }
    }

    /** Whether a gap takes a population that the assertion needs. */
    private static boolean touched(Assertion assertion, Set<String> gapped) {
        if (assertion.source().equals("collection.accounts")
                || assertion.source().equals("collection.targets")) {
            return assertion.with().isEmpty() && !gapped.isEmpty();
        }
        Catalog catalog = runs.catalog();
        return Stream.concat(Stream.of(assertion.source()), assertion.with().values().stream())
                .filter(key -> catalog.sources().stream()
                        .flatMap(s -> s.readings().stream())
                        .anyMatch(r -> r.key().equals(key)))
                .map(catalog::reading)
                .map(Reading::population)
                .anyMatch(population -> population.stream().anyMatch(gapped::contains));
    }
}
