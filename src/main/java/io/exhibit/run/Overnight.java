package io.exhibit.run;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.SincePrevious.UnitChange;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Blind;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.render.PackContent;
import io.exhibit.render.PackContent.UsedBook;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is otherwise on the newest judged day of a month than on the judged day before it.
 *
 * @param before that other day, of the month before where it has to be
 * @param tests of which something moved, by id
 * @param units whose tests say something else, in the order of the framework: as of the day, where a pack's conclusion is of the period
 * @param blind places in scope that were read before and not on the day, by the cause: ids of their sources
 * @param places how many of them there are
 * @param again how many were blind before and were read on the day
 * @param book that the day was judged by, if the day before was judged by another one
 * @param from when the run of the day before was sealed
 * @param until the end of the day; {@link Instant#MAX} where its run is the newest of the log
 */
public record Overnight(
        LocalDate day,
        LocalDate before,
        List<Moved> tests,
        List<UnitChange> units,
        SortedMap<Cause, SortedSet<String>> blind,
        long places,
        long again,
        Optional<UsedBook> book,
        Instant from,
        Instant until) {

    public Overnight {
        tests = List.copyOf(tests);
        units = List.copyOf(units);
    }

    /**
     * A test of which something moved.
     *
     * @param was its verdict of the day before; empty when it was not judged then
     * @param opened items that deviate and did not the day before
     * @param unknown items that deviate, of which nobody knows since when: the day before they were not read
     * @param closed items that no longer deviate, or are gone
     */
    public record Moved(String test, Optional<Verdict> was, Verdict is, long opened, long unknown, long closed) {

        boolean still() {
            return was.filter(is::equals).isPresent() && opened + unknown + closed == 0;
        }
    }

    /** A judged night. */
    private record Night(LocalDate day, RunRecord run, Assessment judged) {

        Map<String, Judgement> tests() {
            Map<String, Judgement> tests = new HashMap<>();
            judged.judgements().forEach(judgement -> tests.put(judgement.assertion(), judgement));
            return tests;
        }
    }

    private record Place(String source, Target target) {}

    /** Empty when the month has no judged day, or the log has no judged day before it. */
    public static Optional<Overnight> of(Vault vault, PackContent month) throws IOException {
        List<Night> nights = new ArrayList<>();
        for (Day day : month.assessment().days()) {
            day.run()
                    .flatMap(run -> vault.assessment(run.id()).map(judged -> new Night(day.date(), run, judged)))
                    .ifPresent(nights::add);
        }
        if (nights.isEmpty()) {
            return Optional.empty();
        }
        Night last = nights.get(nights.size() - 1);
        Optional<Night> before = nights.size() > 1
                ? Optional.of(nights.get(nights.size() - 2))
                : RunIds.baseline(month.assessment().period(), vault)
                        .flatMap(run -> vault.assessment(run.id())
                                .map(judged -> new Night(
                                        LocalDate.ofInstant(
                                                run.due(),
                                                month.assessment().period().zone()),
                                        run,
                                        judged)));
        return before.map(night -> between(vault, month, night, last));
    }

    private static Overnight between(Vault vault, PackContent month, Night before, Night last) {
        Scope scope = month.assessment().book().scope();
        Set<Place> was = places(before, scope);
        SortedMap<Cause, SortedSet<String>> blind = new TreeMap<>();
        Set<Place> is = new HashSet<>();
        for (Blind each : Blind.of(last.run().units(), scope)) {
            Place place = new Place(each.source(), each.target());
            is.add(place);
            if (!was.contains(place)) {
                blind.computeIfAbsent(each.gaps().get(0).cause(), cause -> new TreeSet<>())
                        .add(each.source());
            }
        }
        return new Overnight(
                last.day(),
                before.day(),
                tests(month, before, last),
                units(month, before, last),
                blind,
                is.stream().filter(place -> !was.contains(place)).count(),
                was.stream().filter(place -> !is.contains(place)).count(),
                before.judged().book().equals(last.judged().book())
                        ? Optional.empty()
                        : month.books().stream()
                                .filter(book ->
                                        book.digest().equals(last.judged().book())
                                                && book.days().contains(last.day()))
                                .findFirst(),
                before.run().finished(),
                until(vault, month, last));
    }

    private static Set<Place> places(Night night, Scope scope) {
        return Blind.of(night.run().units(), scope).stream()
                .map(each -> new Place(each.source(), each.target()))
                .collect(Collectors.toSet());
    }

    private static List<Moved> tests(PackContent month, Night before, Night last) {
        Map<String, long[]> moved = new HashMap<>();
        for (TestResult test : month.assessment().tests()) {
            long[] counts = moved.computeIfAbsent(test.assertion().id(), id -> new long[3]);
            test.histories().forEach(history -> count(history, last.day(), counts));
        }
        Map<String, Judgement> was = before.tests();
        List<Moved> tests = new ArrayList<>();
        for (Judgement judgement : last.judged().judgements()) {
            long[] counts = moved.getOrDefault(judgement.assertion(), new long[3]);
            Moved test = new Moved(
                    judgement.assertion(),
                    Optional.ofNullable(was.get(judgement.assertion())).map(Judgement::verdict),
                    judgement.verdict(),
                    counts[0],
                    counts[1],
                    counts[2]);
            if (!test.still()) {
                tests.add(test);
            }
        }
        return tests;
    }

    private static void count(History history, LocalDate day, long[] counts) {
        for (Spell spell : history.spells()) {
            if (spell.opened().equals(day)) {
                counts[history.orBefore() && spell.opened().equals(history.firstSeen()) ? 1 : 0]++;
            }
            if (day.equals(spell.closed())) {
                counts[2]++;
            }
        }
    }

    private static List<UnitChange> units(PackContent month, Night before, Night last) {
        Map<String, Judgement> was = before.tests();
        Map<String, Judgement> is = last.tests();
        List<UnitChange> changes = new ArrayList<>();
        for (ControlResult unit : month.assessment().controls()) {
            if (unit.basis() == ControlResult.Basis.TESTS && !unit.tests().isEmpty()) {
                ConclusionKind then = kind(unit, was);
                ConclusionKind now = kind(unit, is);
                if (then != now) {
                    changes.add(new UnitChange(unit.control().citation(), then, now));
                }
            }
        }
        return changes;
    }

    /** What the tests of a day say; tests that were not judged on it say nothing. */
    private static ConclusionKind kind(ControlResult unit, Map<String, Judgement> day) {
        Verdict verdict = unit.tests().stream()
                .map(TestResult::assertion)
                .flatMap(test -> Optional.ofNullable(day.get(test.id())).stream())
                .map(Judgement::verdict)
                .reduce(Verdict.NOT_APPLICABLE, Verdict::max);
        return switch (verdict) {
            case FAIL -> ConclusionKind.DEVIATIONS;
            case INCONCLUSIVE -> ConclusionKind.NOT_FULLY_EVALUATED;
            case MANUAL, PASS -> ConclusionKind.NO_DEVIATION;
            case NOT_APPLICABLE -> ConclusionKind.NOT_APPLICABLE;
        };
    }

    private static Instant until(Vault vault, PackContent month, Night last) {
        List<String> runs = vault.runIds();
        return runs.get(runs.size() - 1).equals(last.run().id())
                ? Instant.MAX
                : last.day()
                        .plusDays(1)
                        .atStartOfDay(month.assessment().period().zone())
                        .toInstant();
    }

    /** Whether something came in the meantime. */
    public boolean spans(Instant at) {
        return at.isAfter(from) && at.isBefore(until);
    }
}
