package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.aws.Fault;
import io.exhibit.cli.Faulted.Logged;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.render.PrintedLog;
import io.exhibit.sandbox.FaultKind;
import io.exhibit.sandbox.FaultSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults at the two calls of STS that open the doors, through the whole job: with {@code -Dexhibit.faults=all} every kind that
 * takes something from calls without pages.
 */
@OneJdk
class FaultedEntryTest {

    private static final String CALLER = "111122223333";

    /** Three regions and what has none, of each of the two other accounts. */
    private static final int UNITS_BEHIND_A_ROLE = 8;

    /** The others are told apart before the job begins: aws.FaultedRolesTest. */
    private static final Set<FaultKind> SOME =
            EnumSet.of(FaultKind.DENIED, FaultKind.SCP_DENIED, FaultKind.SLOW, FaultKind.WRONG_OPERATION);

    @TempDir
    private static Path folder;

    private static FaultedRuns runs;

    @BeforeAll
    static void open() throws IOException {
        runs = new FaultedRuns(folder);
    }

    static Stream<FaultKind> kinds() {
        return Stream.of(FaultKind.values())
                .filter(kind -> !kind.isHarmless() && !kind.isOfPages())
                .filter(kind -> "all".equals(System.getProperty("exhibit.faults")) || SOME.contains(kind));
    }

    @AfterAll
    static void close() {
        runs.close();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anAccountThatCannotBeEnteredIsAGapOfEachOfItsSources(FaultKind kind) throws IOException {
        Faulted faulted = runs.collect(List.of(FaultSpec.parse("sts.AssumeRole=" + kind.word())));

        Set<Cause> causes = kind == FaultKind.DENIED || kind == FaultKind.SCP_DENIED
                ? EnumSet.of(Cause.ASSUME_ROLE_DENIED)
                : Fault.causes(kind);
        assertThat(faulted.run().outcome()).isEqualTo(Outcome.GAPS);
        assertThat(faulted.run().units())
                .filteredOn(unit -> !unit.target().account().equals(CALLER))
                .hasSize(UNITS_BEHIND_A_ROLE)
                .flatExtracting(unit -> unit.parts())
                .allSatisfy(part -> assertThat(part.gaps()).isNotEmpty());
        assertThat(faulted.gaps())
                .extracting(Logged::gap)
                .allSatisfy(gap -> assertThat(gap.cause()).isIn(causes));
        assertThat(new PrintedGaps(runs.catalog()).areThoseOfTheLog(faulted)).isGreaterThan(UNITS_BEHIND_A_ROLE);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aNightThatCouldNotBeginIsLoggedAndPrintedWithItsReason(FaultKind kind) throws IOException {
        Faulted faulted = runs.collect(List.of(FaultSpec.parse("sts.GetCallerIdentity=" + kind.word())));

        assertThat(faulted.run().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Fault.causes(kind))
                .anySatisfy(cause -> assertThat(faulted.run().reason()).startsWith(cause.words()));
        assertThat(PrintedLog.of(faulted.content()).reasons())
                .containsExactly(faulted.run().reason());
        assertThat(faulted.content().assessment().tests())
                .hasSizeGreaterThan(20)
                .extracting(TestResult::verdict)
                .doesNotContain(Verdict.PASS, Verdict.NOT_APPLICABLE);
    }
}
