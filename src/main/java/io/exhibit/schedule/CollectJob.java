package io.exhibit.schedule;

import java.time.Instant;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Hands the intended time to the collect run. */
@DisallowConcurrentExecution
public final class CollectJob implements Job {

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        Instant due = context.getScheduledFireTime().toInstant();
        Timetable.runs(context).collect(due);
    }
}
