package io.exhibit.schedule;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;

/** What a fire means, however late it comes: its instant, and the month before that. */
record Fire(Instant due, YearMonth month) {

    /** In a job's data: its time zone, and what it means when that is not the time at which its trigger was due. */
    static final String ZONE = "zone";

    static final String DUE = "due";
    static final String MONTH = "month";

    /**
     * The data come first. A job that another node recovers has a trigger of its own, whose time is that of the recovery; what
     * was meant then stands in its data.
     */
    static Fire of(JobExecutionContext context) {
        JobDataMap data = context.getMergedJobDataMap();
        Instant due = due(data, context.getScheduledFireTime());
        YearMonth month = data.containsKey(MONTH)
                ? YearMonth.parse(data.getString(MONTH))
                : YearMonth.from(due.atZone(ZoneId.of(data.getString(ZONE)))).minusMonths(1);
        return new Fire(due, month);
    }

    private static Instant due(JobDataMap data, Date scheduled) {
        if (data.containsKey(DUE)) {
            return Instant.parse(data.getString(DUE));
        }
        String recovered = Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS;
        return data.containsKey(recovered)
                ? Instant.ofEpochMilli(Long.parseLong(data.getString(recovered)))
                : scheduled.toInstant();
    }
}
