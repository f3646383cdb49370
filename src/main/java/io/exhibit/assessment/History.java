package io.exhibit.assessment;

import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.List;

/**
 * The life of one item that deviated on a day of the period, or was open when it began.
 *
 * @param state on the last sealed day; {@code CONFORMS} also when it is gone and its source was read
 * @param firstSeen sealed day from which its time to mend counts, over earlier periods too when they are known; what is closed in
 *     one month and deviates in a later one begins anew, within a month it does not
 * @param orBefore whether nothing was known of it on any sealed day before {@code firstSeen}, because the test was not judged or its
 *     place not read: nobody knows since when
 * @param lastSeen last sealed day on which it deviated
 * @param spells in which it was open, at least one, oldest first; those of earlier periods too when they are known. It is closed on the
 *     first sealed day on which it conformed, or was gone while its source was read: what vanishes because its source went blind stays open
 * @param due last day of the organization's limit for its severity; {@code null} without one, or where the test is itself a limit
 * @param acceptance id of the acceptance that covers it on the last day, or ""; an expired one is named in {@code text}
 * @param accepted stretches of sealed days on which its risk was accepted, oldest first; those of earlier periods too when they are known
 */
public record History(
        String assertion,
        Target target,
        String key,
        Item.State state,
        LocalDate firstSeen,
        boolean orBefore,
        LocalDate lastSeen,
        List<Spell> spells,
        LocalDate due,
        String text,
        String acceptance,
        List<Accepted> accepted) {

    /**
     * A stretch of sealed days that follow each other.
     *
     * @param id of the risk acceptance that covered it
     * @param from first of them, and {@code to} the last
     */
    public record Accepted(String id, LocalDate from, LocalDate to) {}

    public History {
        spells = List.copyOf(spells);
        accepted = List.copyOf(accepted);
    }

    /** One whose risk nobody accepted on any day that is known. */
    public History(
            String assertion,
            Target target,
            String key,
            Item.State state,
            LocalDate firstSeen,
            boolean orBefore,
            LocalDate lastSeen,
            List<Spell> spells,
            LocalDate due,
            String text,
            String acceptance) {
        this(assertion, target, key, state, firstSeen, orBefore, lastSeen, spells, due, text, acceptance, List.of());
    }

    /** Whether it was not closed by the end of the period. */
    public boolean open() {
        return closed() == null;
    }

    /** The day on which it was closed for the last time; {@code null} while it is open. */
    public LocalDate closed() {
        return spells.get(spells.size() - 1).closed();
    }

    /** Closed for the last time because it was no longer in the population, and not because it conformed. */
    public boolean gone() {
        return spells.get(spells.size() - 1).gone();
    }

    /** Days on which it deviated again after it had been closed. */
    public List<LocalDate> reopened() {
        return spells.stream().skip(1).map(Spell::opened).toList();
    }
}
