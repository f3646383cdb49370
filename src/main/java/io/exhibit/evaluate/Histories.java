package io.exhibit.evaluate;

import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Parameter;
import io.exhibit.evaluate.Life.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells the lives of deviating items: when seen, when closed, when again, and by when the organization wanted them mended. */
final class Histories {

    private static final Comparator<History> ORDER = Comparator.comparing(History::open)
            .reversed()
            .thenComparing(History::firstSeen)
            .thenComparing(History::target)
            .thenComparing(History::key);

    private final List<SealedDay> days;
    private final int first;
    private final Map<String, Parameter> parameters;

    Histories(List<SealedDay> days, int first, Map<String, Parameter> parameters) {
        this.days = days;
        this.first = first;
        this.parameters = parameters;
    }

    List<History> of(Assertion assertion, Lives lives) {
        return lives.all().stream()
                .filter(l -> l.deviated(first))
                .map(l -> history(assertion, l))
                .sorted(ORDER)
                .toList();
    }

    private History history(Assertion assertion, Life life) {
        LocalDate firstSeen = null;
        LocalDate lastSeen = null;
        LocalDate closed = null;
        List<LocalDate> reopened = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Mark mark = life.mark(i);
            LocalDate date = days.get(i).date();
            boolean open = firstSeen != null && closed == null;
            if (mark != null && mark.deviating()) {
                if (!open) {
                    if (closed != null) {
                        reopened.add(date);
                    }
                    firstSeen = date;
                    closed = null;
                }
                lastSeen = date;
            } else if (open && (mark == Mark.CONFORMS || mark == Mark.GONE)) {
                closed = date;
            }
        }
        Mark last = life.mark(days.size() - 1);
        return new History(
                assertion.id(),
                life.target(),
                life.key(),
                state(last),
                firstSeen,
                lastSeen,
                closed,
                List.copyOf(reopened),
                due(assertion, firstSeen),
                text(assertion, life, last),
                last == Mark.ACCEPTED ? life.acceptance() : "");
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
        Parameter limit =
                parameters.get("mend_days_" + assertion.severity().name().toLowerCase(Locale.ROOT));
        return limit != null && limit.value() instanceof Long days ? firstSeen.plusDays(days) : null;
    }

    private String text(Assertion assertion, Life life, Mark last) {
        String text = life.deviation();
        if (assertion.timing() != Timing.SNAPSHOT) {
            text += " (on " + Dates.words(on(life, Mark.DEVIATES, Mark.ACCEPTED)) + ")";
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
