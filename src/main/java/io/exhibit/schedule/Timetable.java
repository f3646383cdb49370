package io.exhibit.schedule;

import io.exhibit.run.Runs;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/**
 * The calendar of a node: a daily collection and a monthly pack.
 *
 * <p>The store is in memory: the vault is the state. A fire that comes late by less than Quartz's misfire threshold (a
 * minute) is carried out; later ones are left out here, so that a host that wakes up does not send a burst. A collection
 * that was slept through is logged as missed by the next run; a pack is bound at the next start or after the next
 * collection, because {@link Runs} compares what was due with what is in the log.
 */
public final class Timetable implements Closeable {

    private static final String RUNS = "runs";

    private final Scheduler scheduler;

    public Timetable(Cron collect, Cron pack, Runs runs) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "exhibit");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.threadPool.threadCount", "2");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        try {
            scheduler = new StdSchedulerFactory(settings).getScheduler();
            scheduler.getContext().put(RUNS, runs);
            add("collect", CollectJob.class, collect);
            add("pack", PackJob.class, pack);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be set up: " + e.getMessage(), e);
        }
    }

    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be started: " + e.getMessage(), e);
        }
    }

    /** When {@code collect} or {@code pack} is due next. */
    public Optional<Instant> next(String job) {
        try {
            Trigger trigger = scheduler.getTrigger(TriggerKey.triggerKey(job));
            return Optional.ofNullable(trigger.getNextFireTime()).map(java.util.Date::toInstant);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Lets what runs come to its end; nothing new begins. */
    @Override
    public void close() throws IOException {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IOException("the schedule could not be stopped: " + e.getMessage(), e);
        }
    }

    private void add(String name, Class<? extends Job> job, Cron cron) throws SchedulerException {
        scheduler.scheduleJob(
                JobBuilder.newJob(job)
                        .withIdentity(name)
                        .usingJobData(PackJob.ZONE, cron.zone().getId())
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity(name)
                        .withSchedule(CronScheduleBuilder.cronSchedule(cron.expression())
                                .withMisfireHandlingInstructionDoNothing())
                        .build());
    }

    static Runs runs(JobExecutionContext context) throws JobExecutionException {
        try {
            return (Runs) context.getScheduler().getContext().get(RUNS);
        } catch (SchedulerException e) {
            throw new JobExecutionException(e);
        }
    }
}
