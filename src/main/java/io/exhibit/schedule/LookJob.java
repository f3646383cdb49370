package io.exhibit.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Looks at what is owed. */
@DisallowConcurrentExecution
public final class LookJob implements Job {

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        Timetable.runs(context).look(Fire.of(context).due());
    }
}
