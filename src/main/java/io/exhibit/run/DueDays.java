package io.exhibit.run;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Period;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds the log against the schedule: which run counts for each day on which one was due. */
final class DueDays {

    private DueDays() {}

    /**
     * What was due before the first run of the log has no day: there was nobody yet to collect it. Of every later one the log has a run, a
     * missed one if no other, once the period is over.
     *
     * @param until days that are due at or after this instant are not part of the period yet
     * @return one day for every due instant, in order
     */
    static List<Day> of(Period period, DueTimes due, List<RunRecord> log, Instant until, Scope scope) {
        Instant end = until.isBefore(period.end()) ? until : period.end();
        List<Instant> instants = due.between(begun(log, period), end);
        Set<Instant> meant = Set.copyOf(instants);
        List<RunRecord> byHand = log.stream()
                .filter(run -> hasEvidence(run) && !meant.contains(run.due()))
                .toList();
        return instants.stream()
                .map(instant -> day(instant, period.zone(), log, byHand, scope))
                .toList();
    }

    /** The beginning of the day of the first run, when that is in the period. */
    private static Instant begun(List<RunRecord> log, Period period) {
        return log.stream()
                .map(RunRecord::due)
                .min(Comparator.naturalOrder())
                .map(first -> LocalDate.ofInstant(first, period.zone())
                        .atStartOfDay(period.zone())
                        .toInstant())
                .filter(first -> first.isAfter(period.start()))
                .orElse(period.start());
    }

    /** The last run with evidence that was due then, or was made by hand on that day; otherwise the note that there is none. */
    private static Day day(Instant due, ZoneId zone, List<RunRecord> log, List<RunRecord> byHand, Scope scope) {
        LocalDate date = LocalDate.ofInstant(due, zone);
        List<RunRecord> scheduled =
                log.stream().filter(run -> run.due().equals(due)).toList();
        Optional<RunRecord> run = last(scheduled.stream().filter(DueDays::hasEvidence))
                .or(() -> last(byHand.stream()
                        .filter(r -> LocalDate.ofInstant(r.due(), zone).equals(date))))
                .or(() -> last(scheduled.stream()));
        return new Day(date, due, run, reason(run, scope) + late(due, run, last(scheduled.stream())));
    }

    /** That the evidence of the day is not of the time at which it was due, and what became of that. */
    private static String late(Instant due, Optional<RunRecord> counts, Optional<RunRecord> then) {
        if (counts.isEmpty() || counts.get().due().equals(due)) {
            return "";
        }
        RunRecord run = counts.get();
        String how = CatchUp.standsInFor(run).isPresent() ? "caught up at " : "collected by hand at ";
        return (run.outcome() == Outcome.COMPLETE ? "" : "; ")
                + how
                + run.started().truncatedTo(ChronoUnit.SECONDS)
                + then.map(missed -> "; at " + due + ": " + missed.reason()).orElse("");
    }

    private static Optional<RunRecord> last(Stream<RunRecord> runs) {
        return runs.reduce((first, second) -> second);
    }

    private static String reason(Optional<RunRecord> run, Scope scope) {
        if (run.isEmpty()) {
            return "no run is in the log";
        }
        RunRecord record = run.get();
        return switch (record.outcome()) {
            case COMPLETE -> "";
            case GAPS ->
                gaps(record, scope) == 1
                        ? "1 call could not be read"
                        : gaps(record, scope) + " calls could not be read";
            case FAILED, MISSED -> record.reason();
        };
    }

    private static long gaps(RunRecord run, Scope scope) {
        return run.units().stream()
                .filter(unit -> scope.inScope(unit.target()))
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(part -> part.gaps().size())
                .sum();
    }

    static boolean hasEvidence(RunRecord run) {
        return run.outcome() == Outcome.COMPLETE || run.outcome() == Outcome.GAPS;
    }
}
