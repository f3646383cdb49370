package io.exhibit.console;

import java.util.List;
import java.util.Optional;

/** A calendar with one job that goes on, and one that was paused. */
final class SampleSchedule implements ScheduleDesk {

    private final List<Job> jobs;

    /** @param reason why somebody paused one of them */
    SampleSchedule(String reason) {
        jobs = List.of(
                new Job("collect", "tomorrow, 02:15", Optional.empty()), new Job("pack", "never", Optional.of(reason)));
    }

    @Override
    public List<Job> jobs() {
        return jobs;
    }

    @Override
    public String pause(String job, String by, String reason) {
        return job + " is paused by " + by + ": " + reason;
    }

    @Override
    public String resume(String job, String by) {
        return job + " goes on.";
    }
}
