package io.exhibit.schedule;

import io.exhibit.run.Runs;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.quartz.JobDataMap;
import org.quartz.JobKey;
import org.quartz.SchedulerException;

/** Sets a job in motion over and over, by Quartz's own threads and triggers, each time when the one before has ended. */
public final class FireBench {

    private static final int LONGEST = 60;

    private FireBench() {}

    /**
     * @param due what each look is told
     * @param each is told how many there were, after each
     */
    public static void look(Map<Task, Cron> crons, Runs runs, Instant due, int fires, IntConsumer each)
            throws IOException, InterruptedException {
        Semaphore ended = new Semaphore(0);
        try (Timetable timetable = new Timetable(crons, new Counted(runs, ended), due)) {
            timetable.start();
            JobDataMap data = new JobDataMap(Map.of(Fire.DUE, due.toString()));
            for (int n = 1; n <= fires; n++) {
                timetable.scheduler().triggerJob(JobKey.jobKey(Task.LOOK.word()), data);
                if (!ended.tryAcquire(LONGEST, TimeUnit.SECONDS)) {
                    throw new IOException("fire " + n + " did not end within " + LONGEST + " s");
                }
                each.accept(n);
            }
        } catch (SchedulerException e) {
            throw new IOException(e);
        }
    }

    private record Counted(Runs runs, Semaphore ended) implements Runs {

        @Override
        public void collect(Instant due) {
            runs.collect(due);
        }

        @Override
        public void pack(YearMonth month) {
            runs.pack(month);
        }

        @Override
        public void look(Instant due) {
            try {
                runs.look(due);
            } finally {
                ended.release();
            }
        }
    }
}
