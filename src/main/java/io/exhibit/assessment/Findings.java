package io.exhibit.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every item that deviated in the period, counted once however many units its test serves. What happened ({@link Finding#event}) is kept
 * apart from how things stood: it comes and goes by no remedy, and is in no balance and no time.
 */
public final class Findings {

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

    private final List<Finding> everything;
    private final List<Finding> all;
    private final List<History> missed;
    private final Period period;

    public Findings(PeriodAssessment assessment) {
        period = assessment.period();
        everything = assessment.tests().stream()
                .filter(test -> !test.assertion().source().equals(SCHEDULE))
                .flatMap(test -> test.histories().stream().map(history -> new Finding(test, history, period.last())))
                .sorted(ORDER)
                .toList();
        all = everything.stream().filter(finding -> !finding.event()).toList();
        missed = assessment.tests().stream()
                .filter(test -> test.assertion().source().equals(SCHEDULE))
                .flatMap(test -> test.histories().stream())
                .toList();
    }

    /** Those of {@link #all} that are wanted, in its order. */
    public List<Finding> only(Predicate<Finding> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /** How many of {@link #all} are wanted; events are not among them. */
    public long count(Predicate<Finding> wanted) {
        return all.stream().filter(wanted).count();
    }

    public List<Finding> all() {
        return all;
    }

    /** What happened in the period and was not as it has to be: {@code open} while nothing explains it, closed from the day on which it conforms. */
    public List<Finding> events() {
        return everything.stream().filter(Finding::event).toList();
    }

    /** Both. */
    public List<Finding> everything() {
        return everything;
    }

    /** How many there were, came, went and stayed. */
    public Balance balance(Predicate<Finding> wanted) {
        return Balance.of(only(wanted), period.first(), period.last());
    }

    /** How long those took that are closed at the end. */
    public Remediation remediation(Predicate<Finding> wanted) {
        return Remediation.of(only(wanted));
    }

    /** The period by weeks from Monday on; the first and the last may be shorter. */
    public List<Week> weeks() {
        return Week.of(all, period);
    }

    /** The scheduled collections that did not happen. */
    public List<History> missed() {
        return missed;
    }
}
