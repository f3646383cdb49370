package io.exhibit.schedule;

import io.exhibit.run.Runs;
import io.exhibit.schedule.cluster.ShareJobs;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;

/**
 * The calendar of a node: when each task is due, by Quartz.
 *
 * <p>A fire that comes late by less than Quartz's misfire threshold (a minute) is carried out; later ones are left out here,
 * so that a host that wakes up does not send a burst. Then the look, which is made at once, compares what was due with what is
 * in the log.
 */
public final class Timetable implements Closeable {

    private static final String RUNS = "runs";

    /** Each task never runs beside itself, and none keeps another from being noticed. */
    private static final int THREADS = Task.values().length;

    private final Scheduler scheduler;

    /** @param since fires before it are not this node's */
    public Timetable(Map<Task, Cron> crons, Runs runs, Instant since) {
        this(crons, runs, since, inMemory());
    }

    /** @param store where Quartz keeps its jobs, with as many threads as run at once */
    public Timetable(Map<Task, Cron> crons, Runs runs, Instant since, Properties store) {
        try {
            scheduler = own(store);
            scheduler.getContext().put(RUNS, runs);
            for (Map.Entry<Task, Cron> each : crons.entrySet()) {
                add(each.getKey(), each.getValue(), since);
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be set up: " + e.getMessage(), e);
        }
    }

    /** Quartz gives out a scheduler of the process again by its name, which all nodes of a cluster share: each calendar has one of its own. */
    private static Scheduler own(Properties store) throws SchedulerException {
        SchedulerRepository known = SchedulerRepository.getInstance();
        synchronized (known) {
            Scheduler made = new StdSchedulerFactory(store).getScheduler();
            known.remove(made.getSchedulerName());
            return made;
        }
    }

    /** Of one node: the vault is the state. */
    private static Properties inMemory() {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "exhibit");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return settings;
    }

    /** From now on its tasks are set in motion, on threads of its own. */
    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be started: " + e.getMessage(), e);
        }
    }

    /** Whether what comes due is set in motion. */
    public boolean isRunning() {
        try {
            return scheduler.isStarted() && !scheduler.isInStandbyMode() && !scheduler.isShutdown();
        } catch (SchedulerException e) {
            return false;
        }
    }

    /** When a task is due next; empty when it never is again. */
    public Optional<Instant> next(Task task) {
        try {
            Trigger trigger = scheduler.getTrigger(TriggerKey.triggerKey(task.word()));
            return Optional.ofNullable(trigger.getNextFireTime()).map(Date::toInstant);
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

    /** Of a process that hands something to the nodes of a cluster and carries nothing out itself. */
    public static Timetable toHandOut(Properties store) {
        Runs nobody = new Runs() {
            @Override
            public void collect(Instant due) {
                throw new IllegalStateException("this process only hands out");
            }

            @Override
            public void pack(YearMonth month) {
                throw new IllegalStateException("this process only hands out");
            }

            @Override
            public void look(Instant due) {
                throw new IllegalStateException("this process only hands out");
            }
        };
        return new Timetable(Map.of(), nobody, Instant.EPOCH, store);
    }

    /** Has a task carried out once, as if it were due then; false when no node has set it up. */
    public boolean handOut(Task task, Instant due) throws IOException {
        JobKey job = JobKey.jobKey(task.word());
        try {
            if (!scheduler.checkExists(job)) {
                return false;
            }
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .withIdentity(task.word() + " asked for " + due)
                    .forJob(job)
                    .usingJobData(Fire.DUE, due.toString())
                    .startNow()
                    .build());
            return true;
        } catch (SchedulerException e) {
            throw new IOException("the nodes' schedule did not take it: " + e.getMessage(), e);
        }
    }

    /** The steps of runs that several nodes share. */
    public ShareJobs shares(ShareJobs.Work work) {
        try {
            return new ShareJobs(scheduler, work);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be set up: " + e.getMessage(), e);
        }
    }

    private void add(Task task, Cron cron, Instant since) throws SchedulerException {
        WallClockTrigger trigger = new WallClockTrigger(task, cron, since);
        if (scheduler.getTrigger(trigger.getKey()) instanceof WallClockTrigger there
                && there.cron().equals(cron)) {
            // Another node put it there. Putting it anew would pass over a fire that is due just now.
            return;
        }
        scheduler.scheduleJob(job(task, cron), Set.of(trigger), true);
    }

    static JobDetail job(Task task, Cron cron) {
        return JobBuilder.newJob(task.job())
                .withIdentity(task.word())
                .usingJobData(Fire.ZONE, cron.zone().getId())
                .requestRecovery()
                .build();
    }

    Scheduler scheduler() {
        return scheduler;
    }

    static Runs runs(JobExecutionContext context) throws JobExecutionException {
        try {
            return (Runs) context.getScheduler().getContext().get(RUNS);
        } catch (SchedulerException e) {
            throw new JobExecutionException(e);
        }
    }
}
