package io.exhibit.schedule.cluster;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * The steps of an open run as durable jobs of Quartz, which any node takes: one for each account, and one that closes the run.
 * Quartz gives a job of a node that has died to another.
 */
public final class ShareJobs {

    private static final String WORK = "work";
    private static final String RUN = "run";
    private static final String ACCOUNT = "account";
    private static final String ORGANIZATION = "organization";
    private static final String CLOSE = "close";

    private final Scheduler scheduler;

    /** What the jobs set in motion. Each says whether it came to its end; what did not is handed out again. */
    public interface Work {

        /** Asks one account of an open run. */
        boolean share(String run, String account);

        /** Seals an open run all of whose accounts were asked. */
        boolean close(String run);
    }

    /** Of a node whose scheduler has the store of a cluster. */
    public ShareJobs(Scheduler scheduler, Work work) throws SchedulerException {
        this.scheduler = scheduler;
        scheduler.getContext().put(WORK, work);
    }

    /** Hands accounts of a run to whichever nodes are free; one that is on its way already is left alone. */
    public void share(String run, Collection<String> accounts) throws IOException {
        for (String account : accounts) {
            add(ShareJob.class, run, account, account.isEmpty() ? ORGANIZATION : account);
        }
    }

    /** Hands out the closing of a run, unless it is on its way. */
    public void close(String run) throws IOException {
        add(CloseJob.class, run, "", CLOSE);
    }

    /** Forgets the steps of a run that is over. */
    public void forget(String run) throws IOException {
        try {
            scheduler.deleteJobs(List.copyOf(scheduler.getJobKeys(GroupMatcher.jobGroupEquals(run))));
        } catch (SchedulerException e) {
            throw trouble(e);
        }
    }

    private void add(Class<? extends Job> job, String run, String account, String name) throws IOException {
        JobKey key = JobKey.jobKey(name, run);
        try {
            if (!scheduler.getTriggersOfJob(key).isEmpty()) {
                return;
            }
            JobDataMap means = new JobDataMap();
            means.put(RUN, run);
            means.put(ACCOUNT, account);
            scheduler.scheduleJob(
                    JobBuilder.newJob(job)
                            .withIdentity(key)
                            .usingJobData(means)
                            .requestRecovery()
                            .build(),
                    TriggerBuilder.newTrigger()
                            .withIdentity(name, run)
                            .startNow()
                            .build());
        } catch (ObjectAlreadyExistsException another) {
            // Another node handed it out in the same moment.
        } catch (SchedulerException e) {
            throw trouble(e);
        }
    }

    private static IOException trouble(SchedulerException e) {
        return new IOException("the nodes' schedule did not take it: " + e.getMessage(), e);
    }

    private static Work work(JobExecutionContext context) throws JobExecutionException {
        try {
            return (Work) context.getScheduler().getContext().get(WORK);
        } catch (SchedulerException e) {
            throw new JobExecutionException(e);
        }
    }

    /** For another node, or for this one when it has started again. */
    private static void again(JobExecutionContext context) throws JobExecutionException {
        JobKey key = context.getJobDetail().getKey();
        try {
            context.getScheduler()
                    .scheduleJob(TriggerBuilder.newTrigger()
                            .withIdentity(key.getName() + " after " + context.getFireInstanceId(), key.getGroup())
                            .forJob(key)
                            .startNow()
                            .build());
        } catch (SchedulerException e) {
            throw new JobExecutionException(e);
        }
    }

    /** Asks an account of a run. */
    public static final class ShareJob implements Job {

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            JobDataMap means = context.getMergedJobDataMap();
            if (!work(context).share(means.getString(RUN), means.getString(ACCOUNT))) {
                again(context);
            }
        }
    }

    /** Seals a run. */
    public static final class CloseJob implements Job {

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            if (!work(context).close(context.getMergedJobDataMap().getString(RUN))) {
                again(context);
            }
        }
    }
}
