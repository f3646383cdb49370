package io.exhibit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneJdk
class CronYearsTest {

    /**
     * A quarter past some hours of the day ({@code -Dexhibit.hours=all}: each one), for ten years: what the log expects is what
     * the trigger fires, one on every day.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "America/New_York",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "America/Scoresbysund",
                "Africa/Casablanca"
            })
    void quartzFiresWhenTheLogExpectsItOnceOnEveryDay(String name) {
        ZoneId zone = ZoneId.of(name);
        Instant from = LocalDate.of(2024, 1, 1).atStartOfDay(zone).toInstant();
        Instant to = LocalDate.of(2034, 1, 1).atStartOfDay(zone).toInstant();
        for (int hour : "all".equals(System.getProperty("exhibit.hours"))
                ? IntStream.range(0, 24).toArray()
                : new int[] {0, 2, 23}) {
            Cron cron = new Cron("0 15 " + hour + " * * ?", zone);
            List<Instant> expected = cron.between(from, to);

            assertThat(fires(cron, from, to)).isEqualTo(expected);
            assertThat(expected)
                    .extracting(due -> LocalDate.ofInstant(due, zone))
                    .isEqualTo(LocalDate.of(2024, 1, 1)
                            .datesUntil(LocalDate.of(2034, 1, 1))
                            .toList());
        }
    }

    /** As a job store has them: the first one, and the next one after each fire. */
    private static List<Instant> fires(Cron cron, Instant from, Instant to) {
        WallClockTrigger trigger = new WallClockTrigger(Task.COLLECT, cron, from);
        List<Instant> fires = new ArrayList<>();
        Date next = trigger.computeFirstFireTime(null);
        while (next.toInstant().isBefore(to)) {
            fires.add(next.toInstant());
            trigger.triggered(null);
            next = trigger.getNextFireTime();
        }
        return fires;
    }
}
