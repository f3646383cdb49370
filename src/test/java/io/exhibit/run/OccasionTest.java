package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a run was made stays with it, and what people write into it marks nothing. */
class OccasionTest {

    private static final Instant DUE = Instant.parse("2026-10-05T02:15:00Z");

    private static RunRecord run(String reason) {
        return RunIds.without("2026-10-05T021500Z", DUE, DUE, DUE, Outcome.FAILED, reason, "aws", Map.of());
    }

    @Test
    void whoAskedStaysHoweverOftenTheRunIsBrokenOff() {
        String asked = CatchUp.asked("Jane Roe", "The auditor asks; now");
        assertThat(CatchUp.occasion(
                        run(asked + "; " + Remains.GOES_ON + "2026-10-05T03:00:00Z; 2 units had been kept")))
                .isEqualTo("asked for by Jane Roe: The auditor asks; now");
        assertThat(CatchUp.occasion(run(CatchUp.words(DUE) + "; x"))).isEqualTo(CatchUp.words(DUE));
        assertThat(CatchUp.occasion(run(""))).isEmpty();
    }

    @Test
    void nobodyWritesThatARunStandsInForAMissedOne() {
        assertThat(CatchUp.standsInFor(run(CatchUp.words(DUE)))).contains(DUE);
        assertThat(CatchUp.standsInFor(run(CatchUp.asked("Jane Roe", CatchUp.words(DUE)))))
                .isEmpty();
    }
}
