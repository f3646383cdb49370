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
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.evidence.RunRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Two periods that were judged by the same book, thing by thing. */
final class PackComparison {

    /** How the files of an earlier period were found when its pack was bound is not in the log. */
    private static final Set<String> FOUND_AT_BINDING = Set.of("collection.fixity", "collection.retention");

    private final PeriodAssessment was;
    private final PeriodAssessment is;

    PackComparison(PeriodAssessment was, PeriodAssessment is) {
        this.was = was;
        this.is = is;
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
                changes.add(new TestChange(id, stand(before.get(id)), stand(test)));
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

    /** Of every reading by one of its tests: what that took in and what it left out are all records that were read. */
    Optional<List<PopulationChange>> populations() {
        if (last(was).isEmpty() || last(is).isEmpty()) {
            return Optional.empty();
        }
        Map<String, TestResult> before =
                by(was.tests(), test -> test.assertion().id());
        Map<String, TestResult> one = new TreeMap<>();
        for (TestResult test : is.tests()) {
            if (test.assertion().timing() == Timing.SNAPSHOT && !apart(test)) {
                one.merge(test.assertion().source(), test, (a, b) -> places(a) && !places(b) ? b : a);
            }
        }
        List<PopulationChange> changes = new ArrayList<>();
        one.forEach((reading, test) -> {
            TestResult then = before.get(test.assertion().id());
            if (known(then) != known(test)) {
                changes.add(new PopulationChange(
                        reading, known(then), known(test), isFull(then.counted()) && isFull(test.counted())));
            }
        });
        return Optional.of(changes);
    }

    private static boolean places(TestResult test) {
        return test.assertion().across().given();
    }

    private static long known(TestResult test) {
        Judgement counted = test.counted();
        return test.thingsConforming() + counted.deviating() + counted.accepted() + counted.leftOut();
    }

    private static boolean isFull(Judgement counted) {
        return counted.verdict() != Verdict.INCONCLUSIVE && counted.inconclusive() == 0;
    }

    private static boolean apart(ControlResult unit) {
        return unit.tests().stream().anyMatch(PackComparison::apart);
    }

    private static boolean apart(TestResult test) {
        return FOUND_AT_BINDING.contains(test.assertion().source());
    }

    private static Stand stand(TestResult test) {
        Judgement counted = test.counted();
        return new Stand(counted.verdict(), counted.deviating() + counted.accepted(), test.things());
    }

    private static Optional<RunRecord> last(PeriodAssessment period) {
        return period.days().stream()
                .map(Day::run)
                .flatMap(Optional::stream)
                .filter(DueDays::hasEvidence)
                .reduce((older, newer) -> newer);
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> name) {
        Map<String, T> byName = new HashMap<>();
        all.forEach(one -> byName.put(name.apply(one), one));
        return byName;
    }
}
