package io.exhibit.evaluate;

import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Spell;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Parameter;
import io.exhibit.evaluate.Life.Mark;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the lives of deviating items: when seen, when closed, when again, and by when the organization wanted them mended. */
final class Histories {

    private static final Comparator<History> ORDER = Comparator.comparing(History::open)
            .reversed()
            .thenComparing(History::firstSeen)
            .thenComparing(History::target)
            .thenComparing(History::key);

    private final List<SealedDay> days;
    private final int first;
    private final LocalDate start;
    private final Map<String, Parameter> parameters;

    /** @param start first day of the period; the sealed days before {@code first} lie before it */
    Histories(List<SealedDay> days, int first, LocalDate start, Map<String, Parameter> parameters) {
        this.days = days;
        this.first = first;
        this.start = start;
        this.parameters = parameters;
    }

    List<History> of(Assertion assertion, Lives lives) {
        return lives.all().stream()
                .flatMap(l -> history(assertion, lives, l).stream())
                .sorted(ORDER)
                .toList();
    }

    /** Empty when it never deviated, or was closed before the period and has conformed since, or happened before it. */
    private Optional<History> history(Assertion assertion, Lives lives, Life life) {
        boolean events = assertion.particulars().events();
        int since = -1;
        LocalDate lastSeen = null;
        LocalDate opened = null;
        LocalDate closed = null;
        String byBook = "";
        List<Spell> spells = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Mark mark = mark(assertion, lives, life, i);
            LocalDate date = days.get(i).date();
            boolean open = opened != null;
            if (mark != null && mark.deviating()) {
                if (!open) {
                    // Mended and broken again within a month is one finding: the clock does not start afresh.
                    if (closed == null || !YearMonth.from(closed).equals(YearMonth.from(date))) {
                        since = i;
                    }
                    opened = date;
                    closed = null;
                    byBook = "";
                }
                lastSeen = date;
            } else if (open && (mark == Mark.CONFORMS || mark == Mark.GONE && !events)) {
                closed = date;
                spells.add(new Spell(opened, closed, mark == Mark.GONE));
                opened = null;
                byBook = byBook(i, mark);
            }
        }
        if (since < 0 || closed != null && closed.isBefore(start)) {
            return Optional.empty();
        }
        if (events && lastSeen.isBefore(start)) {
            return Optional.empty();
        }
        if (opened != null) {
            spells.add(new Spell(opened, null));
        }
        LocalDate firstSeen = days.get(since).date();
        Mark last = events ? life.known() : mark(assertion, lives, life, days.size() - 1);
        return Optional.of(new History(
                assertion.id(),
                life.target(),
                life.key(),
                state(last),
                firstSeen,
                !knownBefore(since, lives, life),
                lastSeen,
                spells,
                due(assertion, firstSeen),
                text(assertion, life, lastSeen, last) + byBook,
                last == Mark.ACCEPTED ? life.acceptance() : "",
                life.accepted().stream()
                        .map(each -> new History.Accepted(
                                each.acceptance(),
                                days.get(each.from()).date(),
                                days.get(each.to()).date()))
                        .toList()));
    }

    /** What has to be so once is not broken on the other days of the period; nor of a month before it, in which it was so. */
    private Mark mark(Assertion assertion, Lives lives, Life life, int day) {
        Mark mark = life.mark(day);
        if (assertion.timing() != Timing.ONCE || mark == null || !mark.deviating()) {
            return mark;
        }
        boolean once = day >= first ? lives.conformed(life) : lives.conformedInMonthOf(day, life);
        return once ? Mark.CONFORMS : mark;
    }

    /** What ends on the day of another scope, threshold or register does not end silently. */
    private String byBook(int day, Mark mark) {
        if (!SealedDay.bookChanged(days, day)) {
            return "";
        }
        return mark == Mark.GONE
                ? " (left the population on a day on which the book changed)"
                : " (conforms since a day on which the book changed)";
    }

    /** Whether it was known on a sealed day before not to deviate. What has no mark did not draw attention on a day on which its place was read. */
    private static boolean knownBefore(int since, Lives lives, Life life) {
        for (int day = 0; day < since; day++) {
            Mark mark = life.mark(day);
            if (mark == null ? lives.read(day, life.target()) : mark == Mark.CONFORMS || mark == Mark.GONE) {
                return true;
            }
        }
        return false;
    }

    private static Item.State state(Mark last) {
        return switch (last) {
            case CONFORMS, GONE -> Item.State.CONFORMS;
            case DEVIATES -> Item.State.DEVIATES;
            case ACCEPTED -> Item.State.ACCEPTED;
            case INCONCLUSIVE, BLIND -> Item.State.INCONCLUSIVE;
        };
    }

    private LocalDate due(Assertion assertion, LocalDate firstSeen) {
        if (assertion.limit() || assertion.particulars().events()) {
            return null;
        }
        Parameter limit = parameters.get(assertion.severity().mending());
        return limit != null && limit.value() instanceof Long days ? firstSeen.plusDays(days) : null;
    }

    private String text(Assertion assertion, Life life, LocalDate lastSeen, Mark last) {
        String text = life.deviation();
        if (assertion.timing() != Timing.SNAPSHOT) {
            List<LocalDate> on = on(life, Mark.DEVIATES, Mark.ACCEPTED);
            text += on.isEmpty() ? " (last on " + lastSeen + ")" : " (on " + Dates.words(on) + ")";
        }
        return last == Mark.BLIND || last == Mark.INCONCLUSIVE
                ? text + " (on the last sealed day it could not be judged)"
                : text;
    }

    /** The days of the period on which an item had one of the marks. */
    List<LocalDate> on(Life life, Mark one, Mark other) {
        List<LocalDate> dates = new ArrayList<>();
        for (int i = first; i < days.size(); i++) {
            if (life.mark(i) == one || life.mark(i) == other) {
                dates.add(days.get(i).date());
            }
        }
        return dates;
    }
}
