package io.exhibit.console.runs;

import java.io.IOException;
import java.time.Instant;
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

    /** Those of the calendar, in its order, whether or not they are paused. */
    List<Job> jobs() throws IOException;

    /** @return what came of it, a sentence */
    String pause(String job, String by, String reason) throws IOException;

    /** @return what came of it, a sentence */
    String resume(String job, String by) throws IOException;

    /**
     * A collection that goes on.
     *
     * @param what is being asked, in words
     * @param done units that are read, of {@code all} that are known so far
     * @param at when it last gave a sign
     */
    record Going(String what, long done, long all, Instant at) {}

    /** Empty when none goes on, or it is made where nobody can see it. */
    Optional<Going> going() throws IOException;

    /** Who asked for a collection that has not begun yet, and why; empty when nobody did. */
    Optional<String> asked() throws IOException;

    /** Why no collection can be asked for now, a sentence; "" when one can. */
    String notNow() throws IOException;

    /** Asks for a collection now; the node that serves the vault makes it. @return what came of it, a sentence */
    String collectNow(String by, String reason) throws IOException;
}
