package io.exhibit.render;

import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Severity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Every item that deviated in the period, counted once however many units its test serves. */
final class Findings {

    /** Gravest first, then what is due first, then what has been open longest. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(f -> f.history().due(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(f -> f.history().firstSeen())
            .thenComparing(f -> f.test().assertion().id())
            .thenComparing(f -> f.history().target())
            .thenComparing(f -> f.history().key());

    /** A day on which no collection ran is no item that anybody could mend; such days are printed apart. */
    private static final String SCHEDULE = "collection.schedule";

    private final List<Finding> all;
    private final List<History> missed;
    private final LocalDate first;

    Findings(PeriodAssessment assessment) {
        LocalDate last = assessment.period().last();
        first = assessment.period().first();
        all = assessment.tests().stream()
                .filter(test -> !test.assertion().source().equals(SCHEDULE))
                .flatMap(test -> test.histories().stream().map(history -> new Finding(test, history, last)))
                .sorted(ORDER)
                .toList();
        missed = assessment.tests().stream()
                .filter(test -> test.assertion().source().equals(SCHEDULE))
                .flatMap(test -> test.histories().stream())
                .toList();
    }

    /** An item's life and the test that it deviated from; {@code last} is the last day of the period. */
    record Finding(TestResult test, History history, LocalDate last) {

        Severity severity() {
            return test.assertion().severity();
        }

        boolean accepted() {
            return history.open() && history.state() == Item.State.ACCEPTED;
        }

        boolean open() {
            return history.open() && !accepted();
        }

        /** Days beyond the limit, at the end of the period or when it was closed; 0 when within it. */
        long daysLate() {
            if (history.due() == null) {
                return 0;
            }
            LocalDate end = history.open() ? last : history.closed();
            return Math.max(0, end.toEpochDay() - history.due().toEpochDay());
        }
    }

    List<Finding> only(Predicate<Finding> wanted) {
        return all.stream().filter(wanted).toList();
    }

    long count(Predicate<Finding> wanted) {
        return all.stream().filter(wanted).count();
    }

    /** Open when the period began: seen on a sealed day before it and not closed since. */
    boolean atStart(Finding finding) {
        return finding.history().firstSeen().isBefore(first);
    }

    /** The scheduled collections that did not happen. */
    List<History> missed() {
        return missed;
    }
}
