package io.exhibit.console;

import io.exhibit.console.runs.ScheduleDesk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A calendar with one job that goes on, and one that was paused. */
final class SampleSchedule implements ScheduleDesk {

    private final List<Job> jobs;
    private final String reason;

    /** @param reason why somebody paused one of them */
    SampleSchedule(String reason) {
        this.reason = reason;
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

    @Override
    public Optional<Going> going() {
        return Optional.of(new Going(reason, 3, 12, Instant.parse("2026-11-01T08:00:00Z")));
    }

    @Override
    public Optional<String> asked() {
        return Optional.of(reason);
    }

    @Override
    public String notNow() {
        return "Nobody would make it.";
    }

    @Override
    public String collectNow(String by, String why) {
        return "Asked for by " + by + ": " + why;
    }
}
