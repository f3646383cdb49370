package io.exhibit.evaluate;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Judgement;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A day whose run was sealed and assessed. A missed or failed day is none. */
final class SealedDay {

    private final LocalDate date;
    private final Assessment assessment;
    private final Map<String, Judgement> judgements = new HashMap<>();
    private final Map<String, Set<Target>> asked;

    private SealedDay(LocalDate date, Assessment assessment, Map<String, Set<Target>> asked) {
        this.date = date;
        this.assessment = assessment;
        this.asked = asked;
        assessment.judgements().forEach(j -> judgements.put(j.assertion(), j));
    }

    private static Map<String, Set<Target>> asked(RunRecord run) {
        Map<String, Set<Target>> asked = new HashMap<>();
        run.units()
                .forEach(unit -> unit.parts()
                        .forEach(part -> asked.computeIfAbsent(part.source(), s -> new HashSet<>())
                                .add(unit.target())));
        return asked;
    }

    /** In the order of the days. */
    static List<SealedDay> of(List<Day> days, Days vault) {
        List<SealedDay> sealed = new ArrayList<>();
        Map<String, Set<Target>> before = Map.of();
        for (Day day : days) {
            Optional<Assessment> assessment = day.run().flatMap(run -> vault.assessment(run.id()));
            if (assessment.isPresent()) {
                Map<String, Set<Target>> asked = asked(day.run().get());
                // Mostly the same places are asked for the same, day for day of a year: they are held once.
                before = asked.equals(before) ? before : asked;
                sealed.add(new SealedDay(day.date(), assessment.get(), before));
            }
        }
        return sealed;
    }

    /** Whether the day was judged by another book than the sealed day before it. */
    static boolean bookChanged(List<SealedDay> days, int day) {
        return day > 0 && !days.get(day).book().equals(days.get(day - 1).book());
    }

    LocalDate date() {
        return date;
    }

    Instant at() {
        return assessment.at();
    }

    String run() {
        return assessment.run();
    }

    /** Digest of the book that it was judged by. */
    String book() {
        return assessment.book();
    }

    /** Empty when the mapping of that day did not hold the assertion. */
    Optional<Judgement> judgement(String assertion) {
        return Optional.ofNullable(judgements.get(assertion));
    }

    boolean asked(String source) {
        return asked.containsKey(source);
    }

    boolean asked(String source, Target target) {
        return asked.getOrDefault(source, Set.of()).contains(target);
    }
}
