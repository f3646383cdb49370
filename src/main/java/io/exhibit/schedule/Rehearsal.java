package io.exhibit.schedule;

import io.exhibit.run.Runs;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.SchedulerException;
import org.quartz.impl.JobExecutionContextImpl;
import org.quartz.simpl.SimpleJobFactory;
import org.quartz.spi.TriggerFiredBundle;

/** The jobs of a node, at the times that their triggers compute, without anybody waiting for them. */
public final class Rehearsal implements Closeable {

    /** What Quartz takes for a misfire. */
    private static final Duration MISFIRE = Duration.ofMinutes(1);

    private final Timetable timetable;
    private final Map<Task, WallClockTrigger> triggers = new EnumMap<>(Task.class);
    private final Map<Task, JobDetail> jobs = new EnumMap<>(Task.class);

    /** A node that starts at an instant. */
    public Rehearsal(Map<Task, Cron> crons, Runs runs, Instant since) {
        timetable = new Timetable(crons, runs, since);
        crons.forEach((task, cron) -> {
            WallClockTrigger trigger = new WallClockTrigger(task, cron, since);
            trigger.computeFirstFireTime(null);
            triggers.put(task, trigger);
            jobs.put(task, Timetable.job(task, cron));
        });
    }

    /** When the next job is due. */
    public Instant next() {
        return first().getNextFireTime().toInstant();
    }

    /** Carries out the next job, whose time has come. */
    public void fire() {
        WallClockTrigger trigger = first();
        Date due = trigger.getNextFireTime();
        trigger.triggered(null);
        execute(trigger, due);
    }

    /** The host was asleep until now: what was due meanwhile is treated as Quartz treats it. */
    public void wake(Instant now) {
        for (WallClockTrigger trigger : triggers.values()) {
            boolean missed = trigger.getNextFireTime().toInstant().isBefore(now.minus(MISFIRE));
            while (trigger.getNextFireTime().toInstant().isBefore(now.minus(MISFIRE))) {
                trigger.triggered(null);
            }
            if (missed && task(trigger) == Task.LOOK) {
                execute(trigger, Date.from(now));
            }
        }
    }

    private WallClockTrigger first() {
        return triggers.values().stream()
                .min(Comparator.comparing(WallClockTrigger::getNextFireTime))
                .orElseThrow();
    }

    private static Task task(WallClockTrigger trigger) {
        return Task.of(trigger.getName()).orElseThrow();
    }

    private void execute(WallClockTrigger trigger, Date due) {
        JobDetail detail = jobs.get(task(trigger));
        TriggerFiredBundle fired =
                new TriggerFiredBundle(detail, trigger, null, false, due, due, null, trigger.getNextFireTime());
        try {
            Job job = new SimpleJobFactory().newJob(fired, timetable.scheduler());
            job.execute(new JobExecutionContextImpl(timetable.scheduler(), fired, job));
        } catch (SchedulerException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        timetable.close();
    }
}
