package io.exhibit.assessment;

import java.time.LocalDate;
import java.util.List;

/**
 * Findings of a period as an account: {@code start + found + opened + reopened - closed = open}. Openings and closings are counted, so an item
 * that was closed and deviated again within the period counts in each.
 *
 * @param start open when the period began
 * @param found deviated on the first day on which its place was read, in the period: nobody knows since when
 * @param opened deviated in the period for the first time that is known, and had not the time before
 * @param reopened deviated in the period after having been closed, in it or before
 * @param closed how often one was closed in the period
 * @param gone of {@code closed}, how often because it was no longer in the population
 * @param open at the end
 * @param lapsed of {@code closed}, those that did not last to the end
 * @param accepted of {@code open}, those whose risk is accepted
 * @param unread of {@code open}, those that could not be judged at the end
 * @param late of {@code open}, those known to be beyond their limit
 * @param mayBeLate of {@code open}, those of which nobody knows since when they are there, so that they may be beyond it
 */
public record Balance(
        long start,
        long found,
        long opened,
        long reopened,
        long closed,
        long gone,
        long open,
        long lapsed,
        long accepted,
        long unread,
        long late,
        long mayBeLate) {

    /** Of findings over the days from {@code first} to {@code last}. */
    public static Balance of(List<Finding> findings, LocalDate first, LocalDate last) {
        long start = 0;
        long found = 0;
        long opened = 0;
        long reopened = 0;
        long closed = 0;
        long gone = 0;
        for (Finding finding : findings) {
            List<Spell> spells = finding.history().spells();
            for (int i = 0; i < spells.size(); i++) {
                Spell spell = spells.get(i);
                boolean now = within(spell.opened(), first, last);
                start += spell.spans(first) ? 1 : 0;
                found += now && i == 0 && finding.history().orBefore() ? 1 : 0;
                opened += now && i == 0 && !finding.history().orBefore() ? 1 : 0;
                reopened += now && i > 0 ? 1 : 0;
                closed += within(spell.closed(), first, last) ? 1 : 0;
                gone += spell.gone() && within(spell.closed(), first, last) ? 1 : 0;
            }
        }
        long still = findings.stream().filter(f -> f.history().open()).count();
        return new Balance(
                start,
                found,
                opened,
                reopened,
                closed,
                gone,
                still,
                closed - (findings.size() - still),
                findings.stream().filter(Finding::accepted).count(),
                findings.stream().filter(Finding::unread).count(),
                findings.stream().filter(Finding::openAndLate).count(),
                findings.stream().filter(Finding::openAndMayBeLate).count());
    }

    private static boolean within(LocalDate day, LocalDate first, LocalDate last) {
        return day != null && !day.isBefore(first) && !day.isAfter(last);
    }
}
