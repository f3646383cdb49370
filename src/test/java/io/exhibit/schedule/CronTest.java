package io.exhibit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CronTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void everyNightOfAMonthIsDueOnce() {
        Cron nightly = new Cron("0 15 2 * * ?", ZoneId.of("UTC"));

        assertThat(nightly.between(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z")))
                .hasSize(31)
                .startsWith(Instant.parse("2026-10-01T02:15:00Z"))
                .endsWith(Instant.parse("2026-10-31T02:15:00Z"));
    }

    @Test
    void theFirstInstantBelongsToThePeriodAndTheLastDoesNot() {
        Cron midnight = new Cron("0 0 0 * * ?", ZoneId.of("UTC"));

        assertThat(midnight.between(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-02T00:00:00Z")))
                .containsExactly(Instant.parse("2026-10-01T00:00:00Z"));
    }

    @Test
    void aFireThatTheClockRepeatsIsDueOnce() {
        Cron nightly = new Cron("0 30 1 * * ?", NEW_YORK);

        assertThat(nightly.between(Instant.parse("2026-11-01T04:00:00Z"), Instant.parse("2026-11-02T05:00:00Z")))
                .hasSize(1);
    }

    @Test
    void whatIsNoScheduleIsRefusedWithItsText() {
        assertThatThrownBy(() -> new Cron("every night", NEW_YORK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every night");
    }
}
