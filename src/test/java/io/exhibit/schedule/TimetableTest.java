package io.exhibit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.run.Runs;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void quartzHandsTheIntendedInstantToTheRun() throws Exception {
        Recorded runs = new Recorded();
        try (Timetable timetable = new Timetable(new Cron("* * * * * ?", UTC), new Cron("* * * * * ?", UTC), runs)) {
            timetable.start();

            Instant due = runs.due.get(20, TimeUnit.SECONDS);
            YearMonth month = runs.month.get(20, TimeUnit.SECONDS);

            assertThat(due.getNano())
                    .as("the second that was meant, not the one it became")
                    .isZero();
            assertThat(month).isEqualTo(YearMonth.from(due.atZone(UTC)).minusMonths(1));
        }
    }

    @Test
    void theNextFireIsKnownBeforeTheStart() throws Exception {
        try (Timetable timetable =
                new Timetable(new Cron("0 15 2 * * ?", UTC), new Cron("0 0 6 1 * ?", UTC), new Recorded())) {
            assertThat(timetable.next("pack"))
                    .hasValueSatisfying(
                            next -> assertThat(next.atZone(UTC).getDayOfMonth()).isEqualTo(1));
        }
    }

    private static final class Recorded implements Runs {

        final CompletableFuture<Instant> due = new CompletableFuture<>();
        final CompletableFuture<YearMonth> month = new CompletableFuture<>();

        @Override
        public void collect(Instant instant) {
            due.complete(instant);
        }

        @Override
        public void pack(YearMonth bound) {
            month.complete(bound);
        }
    }
}
