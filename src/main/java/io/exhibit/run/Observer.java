package io.exhibit.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Hears what a node does while it does it, in plain values. It must not fail: nothing waits for it. */
public interface Observer {

    /** Hears nothing. */
    Observer NONE = new Observer() {};

    /** Work that came due and has to wait for what is going on. */
    default void queued(Work work) {}

    /** Work that was queued and begins. */
    default void began(Work work) {}

    /** Work that began and is over. */
    default void ended(Work work) {}

    /** One piece of work that was done, or could not be; a look has in it what it made good. Nothing is heard of what was not due. */
    default void took(Work work, Duration time, boolean done) {}

    /** A piece of work that could not be carried out. */
    default void failed(Work work, String what, Instant at, String words) {}

    /** A piece of work that could. */
    default void succeeded(Work work, String what) {}

    /**
     * A look that found no collection to make: it came to its end, and makes nothing good itself.
     *
     * @param evidence when the newest run ended, if it has evidence; somebody may have made it by hand
     */
    default void idle(String what, Optional<Instant> evidence) {}

    /** A run that was sealed while the node looked on. */
    default void collected(RunFigures run) {}

    /** Runs that were due and did not begin, found out now. */
    default void missed(int runs) {}

    /** Requests that AWS asked to slow down and that were made once more. */
    default void throttled(long requests) {}

    /** A pack that was bound. */
    default void bound() {}

    /** How many packs are owed. */
    default void owed(int packs) {}

    /** How many causes of each kind go on, by the word of the kind. */
    default void alarms(Map<String, Long> going) {}

    /** In how many accounts and regions each source is blind by the newest run. */
    default void blind(Map<String, Long> places) {}

    /** One hand-over of a pack. */
    default void delivered(Delivered how) {}

    /** How a hand-over ended. */
    enum Delivered {
        DONE,
        FAILED;

        /** As metrics and logs name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
