package io.exhibit.assessment;

import java.util.Optional;
import java.util.function.Consumer;

/** The sealed days of a period, to be read in their order. */
public interface Days {

    /** The assessment of a run, or empty when it was never assessed (missed, failed). */
    Optional<Assessment> assessment(String run);

    /** Streams the items of one assertion on the day of that run, sorted by target and key. */
    void items(String run, String assertion, Consumer<Item> each);
}
