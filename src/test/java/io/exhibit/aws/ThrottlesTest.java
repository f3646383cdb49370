package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that AWS asks to slow down are counted, also where the call is answered in the end and nothing shows it. */
class ThrottlesTest {

    @Test
    void eachRequestThatIsMadeOnceMoreCountsOnce() {
        try (FaultBench bench = new FaultBench()) {
            assertThat(bench.aws.landscape.enter()).isEmpty();
            assertThat(bench.aws.clients.throttled()).isZero();

            bench.breaks("iam.GetAccountSummary=throttled-once");
            assertThat(summary(bench)).isEmpty();
            assertThat(bench.aws.clients.throttled()).isEqualTo(1);

            bench.breaks("iam.GetAccountSummary=throttled");
            assertThat(summary(bench)).extracting(Gap::cause).containsExactly(Cause.THROTTLED);
            assertThat(bench.aws.clients.throttled())
                    .as("two attempts, of which one is made once more")
                    .isEqualTo(2);
        }
    }

    private static List<Gap> summary(FaultBench bench) {
        return bench.aws
                .collect("iam.account-summary", Target.global(Collecting.WORKLOAD))
                .part()
                .gaps();
    }
}
