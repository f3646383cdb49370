package io.exhibit.schedule;

import java.time.Instant;
import java.util.Date;
import org.quartz.impl.triggers.CronTriggerImpl;

/**
 * Fires when {@link Cron} says that it is due: the very times that the log is held against. {@link WallClockStore} keeps it in
 * a database.
 */
final class WallClockTrigger extends CronTriggerImpl {

    private static final long serialVersionUID = 1L;

    private final Task task;
    private final Cron cron;

    WallClockTrigger(Task task, Cron cron, Instant since) {
        this.task = task;
        this.cron = cron;
        setName(task.word());
        setJobName(task.word());
        setStartTime(Date.from(since));
        setMisfireInstruction(task.misfire());
    }

    Task task() {
        return task;
    }

    Cron cron() {
        return cron;
    }

    @Override
    protected Date getTimeAfter(Date after) {
        return cron.next(after.toInstant()).map(Date::from).orElse(null);
    }

    @Override
    public String getCronExpression() {
        return cron.text();
    }

    /** It has more than a cron trigger's columns hold. */
    @Override
    public boolean hasAdditionalProperties() {
        return true;
    }
}
