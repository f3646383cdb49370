package io.exhibit.schedule;

import java.time.YearMonth;
import java.time.ZoneId;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Binds the month before the one in which it was due. */
@DisallowConcurrentExecution
public final class PackJob implements Job {

    static final String ZONE = "zone";

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        ZoneId zone = ZoneId.of(context.getMergedJobDataMap().getString(ZONE));
        YearMonth due =
                YearMonth.from(context.getScheduledFireTime().toInstant().atZone(zone));
        Timetable.runs(context).pack(due.minusMonths(1));
    }
}
