package io.exhibit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.run.Runs;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.impl.JobExecutionContextImpl;
import org.quartz.impl.triggers.SimpleTriggerImpl;
import org.quartz.spi.TriggerFiredBundle;

class TimetableTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant NOW = Instant.parse("2026-11-29T20:00:00Z");

    @Test
    void quartzHandsTheIntendedInstantToTheRun() throws Exception {
        Recorded runs = new Recorded();
        Cron everySecond = new Cron("* * * * * ?", UTC);
        try (Timetable timetable = new Timetable(
                Map.of(Task.COLLECT, everySecond, Task.PACK, everySecond, Task.LOOK, everySecond), runs, NOW)) {
            timetable.start();

            Instant due = runs.due.get(20, TimeUnit.SECONDS);
            YearMonth month = runs.month.get(20, TimeUnit.SECONDS);

            assertThat(runs.looked.get(20, TimeUnit.SECONDS))
                    .as("one that was slept through is made at once")
                    .isAfter(NOW);
            assertThat(due.getNano())
                    .as("the second that was meant, not the one it became")
                    .isZero();
            assertThat(month).isEqualTo(YearMonth.from(due.atZone(UTC)).minusMonths(1));
        }
    }

    @Test
    void theNextFireIsKnownBeforeTheStart() throws Exception {
        try (Timetable timetable =
                new Timetable(Map.of(Task.PACK, new Cron("0 0 6 1 * ?", UTC)), new Recorded(), NOW)) {
            assertThat(timetable.next(Task.PACK)).contains(Instant.parse("2026-12-01T06:00:00Z"));
        }
    }

    @Test
    void aRecoveredJobMeansTheNightThatWasMeant() {
        assertThat(Fire.of(recovered()).due()).isEqualTo(Instant.parse("2026-11-01T06:00:00Z"));
        assertThat(Fire.of(recovered()).month()).isEqualTo(YearMonth.of(2026, 10));
    }

    /** As Quartz hands a job on whose node died: by a trigger of the moment, with the first one's time in the data. */
    private static JobExecutionContext recovered() {
        SimpleTriggerImpl trigger = new SimpleTriggerImpl();
        trigger.setName("recover");
        trigger.getJobDataMap()
                .put(
                        Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS,
                        Long.toString(Instant.parse("2026-11-01T06:00:00Z").toEpochMilli()));
        JobDetail job = JobBuilder.newJob(PackJob.class)
                .withIdentity("pack")
                .usingJobData(Fire.ZONE, "UTC")
                .build();
        Date late = Date.from(Instant.parse("2026-12-02T09:11:12Z"));
        return new JobExecutionContextImpl(
                null, new TriggerFiredBundle(job, trigger, null, true, late, late, null, null), new PackJob());
    }

    private static final class Recorded implements Runs {

        final CompletableFuture<Instant> due = new CompletableFuture<>();
        final CompletableFuture<YearMonth> month = new CompletableFuture<>();
        final CompletableFuture<Instant> looked = new CompletableFuture<>();

        @Override
        public void collect(Instant instant) {
            due.complete(instant);
        }

        @Override
        public void pack(YearMonth bound) {
            month.complete(bound);
        }

        @Override
        public void look(Instant instant) {
            looked.complete(instant);
        }
    }
}
