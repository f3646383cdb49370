package io.exhibit.assessment;

import java.time.LocalDate;

/**
 * A stretch of days on which an item was open.
 *
 * @param opened sealed day on which it deviated after it had not
 * @param closed first sealed day after that on which it was known not to; {@code null} while it is open
 * @param gone whether it was closed because it was no longer in the population, where its place was read: deleted, or no longer what the
 *     test asks about; otherwise it was there and conformed
 */
public record Spell(LocalDate opened, LocalDate closed, boolean gone) {

    /** Open, or closed because it conformed. */
    public Spell(LocalDate opened, LocalDate closed) {
        this(opened, closed, false);
    }

    /** Whether it was open when that day began. */
    boolean spans(LocalDate day) {
        return opened.isBefore(day) && (closed == null || !closed.isBefore(day));
    }
}
