package io.exhibit.cli;

import io.exhibit.console.ScheduleDesk;
import io.exhibit.schedule.Cron;
import io.exhibit.schedule.Paused;
import io.exhibit.schedule.ScheduleState;
import io.exhibit.schedule.Task;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calendar of the settings, for the console. */
final class ScheduleOffice implements ScheduleDesk {

    private final Wiring wiring;
    private final InstantSource clock;

    ScheduleOffice(Wiring wiring, InstantSource clock) {
        this.wiring = wiring;
        this.clock = clock;
    }

    @Override
    public List<Job> jobs() throws IOException {
        List<Job> jobs = new ArrayList<>();
        for (Task task : List.of(Task.COLLECT, Task.PACK)) {
            Optional<Paused> paused = wiring.state().pauses().stream()
                    .filter(pause -> pause.task() == task && pause.isOn())
                    .findFirst();
            jobs.add(new Job(task.word(), next(task), paused.map(Paused::words)));
        }
        return jobs;
    }

    private String next(Task task) {
        Cron cron = wiring.settings().schedule().crons().get(task);
        return cron.next(clock.instant())
                .map(at -> Announcement.both(at, cron.zone()))
                .orElse("never again by this schedule");
    }

    private interface Change {
        void made(ScheduleState state) throws IOException;
    }

    private String change(Change change, String done) throws IOException {
        try {
            change.made(wiring.state());
            return done;
        } catch (IllegalStateException already) {
            String said = already.getMessage();
            return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ". Nothing was changed.";
        } catch (Stop busy) {
            return Ending.of(busy).message();
        }
    }

    private static Task task(String job) {
        return Task.of(job).orElseThrow(() -> new IllegalArgumentException("no job is called " + job));
    }

    @Override
    public String pause(String job, String by, String reason) throws IOException {
        Task task = task(job);
        return change(
                state -> state.pause(task, clock.instant(), by, reason.replaceFirst("\\.$", "")),
                "Paused: " + job
                        + ". What comes due is logged as missed, with your name and the reason, until it is resumed.");
    }

    @Override
    public String resume(String job, String by) throws IOException {
        Task task = task(job);
        return change(
                state -> state.resume(task, clock.instant(), by),
                "Resumed: " + job + ". It is due next " + next(task) + ".");
    }
}
