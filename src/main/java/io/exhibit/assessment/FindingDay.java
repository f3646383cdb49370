package io.exhibit.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How many findings came, went and stood on a day of a period; what happened is none of them.
 *
 * @param opened that deviate from that day on, those too of which nobody knows since when
 * @param closed that were seen not to deviate on it, or to be gone
 * @param open at its end
 */
public record FindingDay(LocalDate date, long opened, long closed, long open) {

    /** Every day of a period, in order. */
    public static List<FindingDay> of(List<Finding> findings, Period period) {
        int days = period.days();
        long first = period.first().toEpochDay();
        long[] opened = new long[days];
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
                    opened[Math.toIntExact(spell.opened().toEpochDay() - first)]++;
                }
                if (spell.closed() != null && !spell.closed().isBefore(period.first())) {
                    closed[Math.toIntExact(spell.closed().toEpochDay() - first)]++;
                }
            }
        }
        List<FindingDay> all = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            open += opened[day] - closed[day];
            all.add(new FindingDay(period.first().plusDays(day), opened[day], closed[day], open));
        }
        return all;
    }
}
