package io.exhibit.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How many findings came, went and stood on a day of a period; what happened is none of them.
 *
 * @param opened that deviate from that day on
 * @param found that deviated when they were first read on it: since when, nobody knows
 * @param closed that were seen not to deviate on it, or to be gone
 * @param open at its end
 */
public record FindingDay(LocalDate date, long opened, long found, long closed, long open) {

    /** Every day of a period, in order. */
    public static List<FindingDay> of(List<Finding> findings, Period period) {
        int days = period.days();
        long first = period.first().toEpochDay();
        long[] opened = new long[days];
        long[] found = new long[days];
        long[] closed = new long[days];
        long open = 0;
        for (Finding finding : findings) {
            if (finding.event()) {
                continue;
            }
            for (Spell spell : finding.history().spells()) {
                if (spell.opened().isBefore(period.first())) {
                    boolean spans = spell.closed() == null || !spell.closed().isBefore(period.first());
                    open += spans ? 1 : 0;
                } else {
                    boolean before = finding.history().orBefore()
                            && spell.opened().equals(finding.history().firstSeen());
                    (before ? found : opened)[Math.toIntExact(spell.opened().toEpochDay() - first)]++;
                }
                if (spell.closed() != null && !spell.closed().isBefore(period.first())) {
                    closed[Math.toIntExact(spell.closed().toEpochDay() - first)]++;
                }
            }
        }
        List<FindingDay> all = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            open += opened[day] + found[day] - closed[day];
            all.add(new FindingDay(period.first().plusDays(day), opened[day], found[day], closed[day], open));
        }
        return all;
    }
}
