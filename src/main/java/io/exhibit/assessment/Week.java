package io.exhibit.assessment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a week (ISO 8601, from Monday) that lies in a period.
 *
 * @param found findings that were there on the first day on which their place was read, on these days
 * @param came findings that opened or opened again on these days
 * @param closed how often one was closed on these days
 * @param open when they ended
 */
public record Week(LocalDate first, LocalDate last, long found, long came, long closed, long open) {

    /** As ISO 8601 writes it, such as {@code 2026-W40}. The first days of January may belong to a week of the year before. */
    public String name() {
        return DateTimeFormatter.ISO_WEEK_DATE.format(first).substring(0, "2026-W40".length());
    }

    /** Every week of a period, in order. */
    static List<Week> of(List<Finding> findings, Period period) {
        List<Week> weeks = new ArrayList<>();
        for (LocalDate first = period.first(); !first.isAfter(period.last()); ) {
            LocalDate sunday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            LocalDate last = sunday.isAfter(period.last()) ? period.last() : sunday;
            Balance balance = Balance.of(findings, first, last);
            LocalDate after = last.plusDays(1);
            long open = findings.stream()
                    .flatMap(f -> f.history().spells().stream())
                    .filter(spell -> spell.spans(after))
                    .count();
            weeks.add(new Week(
                    first, last, balance.found(), balance.opened() + balance.reopened(), balance.closed(), open));
            first = after;
        }
        return weeks;
    }
}
