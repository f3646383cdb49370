package io.exhibit.assessment;

import java.time.LocalDate;

/**
 * A stretch of days on which an item was open.
 *
 * @param opened sealed day on which it deviated after it had not
 * @param closed first sealed day after that on which it was known not to; {@code null} while it is open
 */
public record Spell(LocalDate opened, LocalDate closed) {

    /** Whether it was open when that day began. */
    boolean spans(LocalDate day) {
        return opened.isBefore(day) && (closed == null || !closed.isBefore(day));
    }
}
