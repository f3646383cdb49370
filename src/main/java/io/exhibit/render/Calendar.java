package io.exhibit.render;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Period;
import io.exhibit.control.Register;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The days of the period by how their collection ended. */
final class Calendar {

    /** How a day is drawn and named. */
    enum Kind {
        COMPLETE("complete"),
        PARTLY("partly unread"),
        NOT_COLLECTED("not collected"),
        NOT_DUE("none due, or before the log began");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Map<LocalDate, Kind> kinds = new TreeMap<>();
    private final List<Day> days;
    private final Scope scope;
    private final List<Register.Entry> causes;

    /** @param causes what the entity's register has of collections that did not begin */
    Calendar(Period period, List<Day> days, Scope scope, List<Register.Entry> causes) {
        this.causes = causes;
        this.days = days;
        this.scope = scope;
        for (int i = 0; i < period.days(); i++) {
            kinds.put(period.first().plusDays(i), Kind.NOT_DUE);
        }
        days.forEach(day -> kinds.merge(day.date(), kind(day), Calendar::together));
    }

    /** Whether evidence of that day lies in the vault. */
    static boolean sealed(Day day) {
        return day.run()
                .filter(run -> run.outcome() == Outcome.COMPLETE || run.outcome() == Outcome.GAPS)
                .isPresent();
    }

    /** A day is complete when everything in scope was answered; what is out of scope stands in the collection log alone. */
    private Kind kind(Day day) {
        if (!sealed(day)) {
            return Kind.NOT_COLLECTED;
        }
        return day.run().orElseThrow().units().stream()
                        .filter(unit -> scope.inScope(unit.target()))
                        .flatMap(unit -> unit.parts().stream())
                        .allMatch(part -> part.gaps().isEmpty())
                ? Kind.COMPLETE
                : Kind.PARTLY;
    }

    /** A date with several collections is complete when all of them are; one of which some took place is read in part. */
    private static Kind together(Kind one, Kind other) {
        if (one == Kind.NOT_DUE || one == other) {
            return other;
        }
        return Kind.PARTLY;
    }

    /** Days of each kind. */
    Map<Kind, SortedSet<LocalDate>> byKind() {
        Map<Kind, SortedSet<LocalDate>> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, new TreeSet<>());
        }
        kinds.forEach((day, kind) -> all.get(kind).add(day));
        return all;
    }

    /** Squares of 40 units, 46 apart, for the drawing. */
    List<Map<String, Object>> squares() {
        List<Map<String, Object>> squares = new ArrayList<>();
        kinds.forEach((day, kind) -> squares.add(Map.of(
                "x", String.valueOf(46 * squares.size()),
                "kind", kind.name(),
                "day", String.valueOf(day.getDayOfMonth()))));
        return squares;
    }

    /** One row for each kind with its days, and the whole. */
    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        byKind().forEach((kind, of) -> {
            if (!of.isEmpty()) {
                rows.add(Map.of(
                        "kind", kind.name(),
                        "words", kind.words(),
                        "count", Words.count(of.size()),
                        "days", Words.days(of)));
            }
        });
        return rows;
    }

    /** What was wrong on days that are not complete, or were caught up; days in a row with the same reason are one row. */
    List<Map<String, Object>> reasons() {
        List<Map<String, Object>> rows = new ArrayList<>();
        SortedSet<LocalDate> same = new TreeSet<>();
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            same.add(day.date());
            boolean goesOn = i + 1 < days.size()
                    && kind(days.get(i + 1)) == kind(day)
                    && days.get(i + 1).reason().equals(day.reason());
            if (!goesOn) {
                if (kind(day) != Kind.COMPLETE || !day.reason().isEmpty()) {
                    rows.add(Map.of("days", Words.days(same), "kind", kind(day).words(), "reason", why(i)));
                }
                same.clear();
            }
        }
        return rows;
    }

    /** What stands above these rows. */
    String wanting() {
        boolean late = days.stream()
                .anyMatch(day -> kind(day) == Kind.COMPLETE && !day.reason().isEmpty());
        return "Days that are not complete" + (late ? ", or were not collected when they were due" : "");
    }

    /** Of a collection that never began the log has no cause; it was noticed when the next one began, if not before. */
    private String why(int day) {
        String reason = days.get(day).reason();
        if (days.get(day).run().filter(run -> run.outcome() == Outcome.MISSED).isEmpty()) {
            return reason;
        }
        String noticed = days.subList(day + 1, days.size()).stream()
                .filter(Calendar::sealed)
                .findFirst()
                .map(next -> " at the latest when the next one began, on "
                        + Words.minute(next.run().orElseThrow().started()))
                .orElse(" after the last one of the period");
        if (reason.startsWith(Day.PAUSED)) {
            return Words.sentence(reason);
        }
        return Words.sentence(reason) + " It was noticed" + noticed + ". " + cause(days.get(day));
    }

    /** The log has no cause of what did not begin: it is the entity's word, or nobody's. */
    private String cause(Day day) {
        return causes.stream()
                .filter(entry -> day.due().equals(entry.members().get("due")))
                .findFirst()
                .map(entry -> "Cause by the entity's register missed_runs: " + Words.sentence(entry.reason())
                        + " Entered by " + entry.approver() + " on " + Words.date(entry.approved())
                        + (entry.members().get("reference") instanceof String reference ? ", " + reference : "") + ".")
                .orElse("Its cause is not in the log, and the entity's register missed_runs has no entry for it.");
    }

    /** The drawing in words. */
    String alternative() {
        List<String> parts = new ArrayList<>();
        byKind().forEach((kind, of) -> {
            if (!of.isEmpty()) {
                parts.add(Words.count(of.size(), "day", "days") + " " + kind.words() + " (" + Words.days(of) + ")");
            }
        });
        return "Days of the period: " + String.join("; ", parts);
    }

    /** Dates of which evidence lies in the vault. */
    long sealed() {
        return days.stream().filter(Calendar::sealed).map(Day::date).distinct().count();
    }

    int inPeriod() {
        return kinds.size();
    }
}
