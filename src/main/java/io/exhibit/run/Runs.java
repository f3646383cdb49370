package io.exhibit.run;

import java.time.Instant;
import java.time.YearMonth;

/** What the calendar sets in motion. */
public interface Runs {

    /**
     * Collects, seals and assesses, then binds packs that are owed. {@code due} is the instant that the schedule intended,
     * whenever it really is.
     */
    void collect(Instant due);

    /** Binds and delivers the pack of a month. */
    void pack(YearMonth month);
}
