package io.exhibit.run;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.SincePrevious.DocumentChange;
import io.exhibit.assessment.SincePrevious.PopulationChange;
import io.exhibit.assessment.SincePrevious.Stand;
import io.exhibit.assessment.SincePrevious.TestChange;
import io.exhibit.assessment.SincePrevious.UnitChange;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Two periods that were judged by the same book, thing by thing. */
final class PackComparison {

    /** How the files of an earlier period were found when its pack was bound is not in the log. */
    private static final Set<String> FOUND_AT_BINDING = Set.of("collection.fixity", "collection.retention");

    private final PeriodAssessment was;
    private final PeriodAssessment is;
    private final List<Source> sources;

    PackComparison(PeriodAssessment was, PeriodAssessment is, List<Source> sources) {
        this.was = was;
        this.is = is;
        this.sources = sources;
    }

    List<UnitChange> units() {
        Map<String, ControlResult> before =
                by(was.controls(), unit -> unit.control().citation());
        List<UnitChange> changes = new ArrayList<>();
        for (ControlResult unit : is.controls()) {
            ConclusionKind then = ConclusionKind.of(before.get(unit.control().citation()));
            ConclusionKind now = ConclusionKind.of(unit);
            if (then != now && !apart(unit)) {
                changes.add(new UnitChange(unit.control().citation(), then, now));
            }
        }
        return changes;
    }

    List<String> unitsApart() {
        return is.controls().stream()
                .filter(PackComparison::apart)
                .map(unit -> unit.control().citation())
                .toList();
    }

    List<TestChange> tests() {
        Map<String, TestResult> before =
                by(was.tests(), test -> test.assertion().id());
        List<TestChange> changes = new ArrayList<>();
        for (TestResult test : is.tests()) {
            String id = test.assertion().id();
            if (test.verdict() != before.get(id).verdict() && !apart(test)) {
                changes.add(new TestChange(id, stand(before.get(id).counted()), stand(test.counted())));
            }
        }
        return changes;
    }

    List<String> testsApart() {
        return is.tests().stream()
                .filter(PackComparison::apart)
                .map(test -> test.assertion().id())
                .toList();
    }

    List<DocumentChange> documents() {
        Map<String, DocumentResult> before =
                by(was.documents(), result -> result.document().id());
        List<DocumentChange> changes = new ArrayList<>();
        for (DocumentResult result : is.documents()) {
            DocumentResult.State then = before.get(result.document().id()).state();
            if (then != result.state()) {
                changes.add(new DocumentChange(result.document().id(), then, result.state()));
            }
        }
        return changes;
    }

    /** Of what is asked in scope, on the last day with evidence of each period. */
    Optional<List<PopulationChange>> populations() {
        Optional<RunRecord> before = last(was);
        Optional<RunRecord> after = last(is);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        List<PopulationChange> changes = new ArrayList<>();
        for (Source source : sources) {
            List<Part> then = parts(before.get(), source, was.book().scope());
            List<Part> now = parts(after.get(), source, is.book().scope());
            if (items(then) != items(now)) {
                changes.add(new PopulationChange(source.key(), items(then), items(now), isFull(then) && isFull(now)));
            }
        }
        return Optional.of(changes);
    }

    private static boolean apart(ControlResult unit) {
        return unit.tests().stream().anyMatch(PackComparison::apart);
    }

    private static boolean apart(TestResult test) {
        return FOUND_AT_BINDING.contains(test.assertion().source());
    }

    private static Stand stand(Judgement counted) {
        return new Stand(counted.verdict(), counted.deviating() + counted.accepted(), counted.population());
    }

    private static Optional<RunRecord> last(PeriodAssessment period) {
        return period.days().stream()
                .map(Day::run)
                .flatMap(Optional::stream)
                .filter(DueDays::hasEvidence)
                .reduce((older, newer) -> newer);
    }

    private static List<Part> parts(RunRecord run, Source source, Scope scope) {
        return run.units().stream()
                .filter(unit -> scope.inScope(unit.target()))
                .flatMap(unit -> unit.parts().stream())
                .filter(part -> part.source().equals(source.key()))
                .toList();
    }

    private static long items(List<Part> parts) {
        return parts.stream().mapToLong(Part::items).sum();
    }

    private static boolean isFull(List<Part> parts) {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.gaps().isEmpty());
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> name) {
        Map<String, T> byName = new HashMap<>();
        all.forEach(one -> byName.put(name.apply(one), one));
        return byName;
    }
}
