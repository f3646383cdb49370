package io.exhibit.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Hands the intended time to the collect run. */
@DisallowConcurrentExecution
public final class CollectJob implements Job {

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        Timetable.runs(context).collect(Fire.of(context).due());
    }
}
