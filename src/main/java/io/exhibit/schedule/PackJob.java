package io.exhibit.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Binds the month before the one in which it was due. */
@DisallowConcurrentExecution
public final class PackJob implements Job {

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        Timetable.runs(context).pack(Fire.of(context).month());
    }
}
