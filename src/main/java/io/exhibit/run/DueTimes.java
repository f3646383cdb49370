package io.exhibit.run;

import java.time.Instant;
import java.util.List;

/** When collections were due, computed from the schedule and not from what ran: that is how a missed one is seen. */
@FunctionalInterface
public interface DueTimes {

    /** Every due instant from {@code from} (included) to {@code to} (excluded), in order. */
    List<Instant> between(Instant from, Instant to);
}
