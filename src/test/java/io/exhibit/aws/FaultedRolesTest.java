package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.FaultKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of fault at the two calls of STS that open the doors; neither has pages. */
@OneJdk
class FaultedRolesTest {

    private static FaultBench bench;

    @BeforeAll
    static void open() {
        bench = new FaultBench();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @BeforeEach
    void enter() {
        bench.mend();
        assertThat(bench.aws.landscape.enter()).isEmpty();
    }

    static Stream<FaultKind> kinds() {
        return Stream.of(FaultKind.values()).filter(kind -> !kind.isHarmless() && !kind.isOfPages());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRoleThatCannotBeTakenOnIsOneGap(FaultKind kind) {
        boolean denied = kind == FaultKind.DENIED || kind == FaultKind.SCP_DENIED;
        Set<Cause> causes = denied ? EnumSet.of(Cause.ASSUME_ROLE_DENIED) : Fault.causes(kind);
        bench.breaks("sts.AssumeRole=" + kind.word());
        assertThat(bench.aws.landscape.assume(Collecting.WORKLOAD))
                .get()
                .extracting(Gap::cause)
                .isIn(causes);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCallerThatIsNotKnownIsOneGap(FaultKind kind) {
        bench.breaks("sts.GetCallerIdentity=" + kind.word());
        assertThat(bench.aws.landscape.enter()).get().extracting(Gap::cause).isIn(Fault.causes(kind));
    }

    @Test
    void whatIsThrottledOnceIsAskedAgain() {
        bench.breaks("sts=throttled-once");
        assertThat(bench.aws.landscape.enter()).isEmpty();
        assertThat(bench.aws.landscape.assume(Collecting.WORKLOAD)).isEmpty();
    }

    /** A role's keys are renewed while its account is being asked. */
    @Test
    void keysThatDoNotComeWhileAnAccountIsAskedAreAGapOfTheCall() {
        bench.breaks("sts.AssumeRole=wrong-operation");
        assertThat(bench.aws
                        .collect("iam.account-summary", Target.global(Collecting.WORKLOAD))
                        .part()
                        .gaps())
                .singleElement()
                .extracting(Gap::cause)
                .isEqualTo(Cause.MALFORMED);
    }
}
