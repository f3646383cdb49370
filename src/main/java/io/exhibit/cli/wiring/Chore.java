package io.exhibit.cli.wiring;

import java.time.Instant;

/** What a node does beside its runs, at its start and with each hourly look. Nothing is done twice by looking twice. */
public interface Chore {

    /** Such as {@code "The deliveries"}; what went wrong is said of it. */
    String name();

    /**
     * Does what there is to do.
     *
     * @param due the instant that the schedule intended for the look
     * @return what was done, as a sentence, or "" when there was nothing to do
     * @throws Exception when it could not be done; it is said, and tried again with the next look
     */
    String carryOut(Instant due) throws Exception;
}
