package io.exhibit.console;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The calendar: what is due when, and whether somebody paused it. */
public interface ScheduleDesk {

    /**
     * A job that can be paused.
     *
     * @param word collect or pack
     * @param paused since when, by whom and why; empty when it is not
     */
    record Job(String word, String next, Optional<String> paused) {}

    List<Job> jobs() throws IOException;

    /** @return what came of it, a sentence */
    String pause(String job, String by, String reason) throws IOException;

    /** @return what came of it, a sentence */
    String resume(String job, String by) throws IOException;
}
