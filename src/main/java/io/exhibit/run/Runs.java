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

    /**
     * Looks at what is owed and makes it good: collections, packs, and what else was to be done and is not. Nothing is done
     * twice by looking twice.
     *
     * @param due the instant that the schedule intended for the look
     */
    void look(Instant due);
}
