package io.exhibit.assessment;

import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.List;

/**
 * The life of one item that deviated on a day of the period, or was open when it began.
 *
 * @param state on the last sealed day; {@code CONFORMS} also when it is gone and its source was read
 * @param firstSeen first sealed day on which it deviated, over earlier periods too when they are known; what is closed in one
 *     month and deviates in a later one begins anew, within a month it does not
 * @param orBefore whether {@code firstSeen} is the first day on which the test was ever judged: nobody knows since when
 * @param lastSeen last sealed day on which it deviated
 * @param closed the first sealed day after {@code lastSeen} on which it conformed or was gone while its source was read; {@code null} while it is open
 * @param reopened days on which it deviated again after it had been closed
 * @param due last day of the organization's limit for its severity; {@code null} without one, or where the test is itself a limit
 * @param acceptance id of the acceptance that covers it on the last day, or ""; an expired one is named in {@code text}
 */
public record History(
        String assertion,
        Target target,
        String key,
        Item.State state,
        LocalDate firstSeen,
        boolean orBefore,
        LocalDate lastSeen,
        LocalDate closed,
        List<LocalDate> reopened,
        LocalDate due,
        String text,
        String acceptance) {

    public boolean open() {
        return closed == null;
    }
}
