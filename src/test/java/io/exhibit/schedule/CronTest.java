package io.exhibit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
    void aFireThatTheClockSkipsIsDueWhenTheClockHasJumped() {
        Cron nightly = new Cron("0 15 2 * * ?", NEW_YORK);

        assertThat(nightly.between(Instant.parse("2026-03-07T05:00:00Z"), Instant.parse("2026-03-10T05:00:00Z")))
                .containsExactly(
                        Instant.parse("2026-03-07T07:15:00Z"),
                        Instant.parse("2026-03-08T07:00:00Z"),
                        Instant.parse("2026-03-09T06:15:00Z"));
    }

    @Test
    void aClockThatJumpsOverMidnightLeavesNoDayOut() {
        Cron late = new Cron("0 30 23 * * ?", ZoneId.of("America/Scoresbysund"));

        assertThat(late.between(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-30T12:00:00Z")))
                .as("23:00 is 00:00 of the next day")
                .containsExactly(Instant.parse("2026-03-29T00:59:59Z"), Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Test
    void aDayThatAZoneNeverHadIsNotDue() {
        Cron nightly = new Cron("0 15 2 * * ?", ZoneId.of("Pacific/Apia"));

        assertThat(nightly.between(Instant.parse("2011-12-29T00:00:00Z"), Instant.parse("2012-01-01T00:00:00Z")))
                .extracting(due -> due.atZone(nightly.zone()).getDayOfMonth())
                .containsExactly(29, 31, 1);
    }

    @Test
    void theNextIsTheFirstOfAllThatFollowAlsoWhileTheClockRepeatsItself() {
        Cron often = new Cron("0 0/20 * * * ?", NEW_YORK);
        Instant from = Instant.parse("2026-11-01T03:00:00Z");
        List<Instant> all = often.between(from, from.plusSeconds(6 * 3600));

        assertThat(all).isSorted().doesNotHaveDuplicates();
        for (int minute = 0; minute < 300; minute++) {
            Instant at = from.plusSeconds(60L * minute + 7);
            assertThat(often.next(at))
                    .isEqualTo(all.stream().filter(due -> due.isAfter(at)).findFirst());
        }
    }

    @Test
    void whatIsNoScheduleIsRefusedWithItsText() {
        assertThatThrownBy(() -> new Cron("every night", NEW_YORK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every night");
    }
}
