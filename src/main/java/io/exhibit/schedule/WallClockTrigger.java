package io.exhibit.schedule;

import java.time.Instant;
import java.util.Date;
import org.quartz.impl.triggers.CronTriggerImpl;

/**
 * Fires when {@link Cron} says that it is due: the very times that the log is held against. A store in a database keeps it
 * whole (as a BLOB), because it has more than a cron trigger's columns hold.
 */
final class WallClockTrigger extends CronTriggerImpl {

    private static final long serialVersionUID = 1L;

    private final Cron cron;

    WallClockTrigger(Task task, Cron cron, Instant since) {
        this.cron = cron;
        setName(task.word());
        setJobName(task.word());
        setStartTime(Date.from(since));
        setMisfireInstruction(task.misfire());
    }

    @Override
    protected Date getTimeAfter(Date after) {
        return cron.next(after.toInstant()).map(Date::from).orElse(null);
    }

    @Override
    public String getCronExpression() {
        return cron.text();
    }

    @Override
    public boolean hasAdditionalProperties() {
        return true;
    }
}
