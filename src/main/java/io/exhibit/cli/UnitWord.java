package io.exhibit.cli;

import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Verdict;
import java.util.Locale;

/**
 * What programs read about a paragraph of law. None of the words says that it is passed or failed (decision 0005); those of
 * tests do.
 */
enum UnitWord {
    /** A fact that a named person signed takes it out, or none of its tests has a population. */
    NOT_APPLICABLE,
    /** At least one test was judged, and none deviates. */
    NO_DEVIATION,
    /** Documents are all that was looked at, and they are current. */
    DOCUMENTS_ONLY,
    /** No test deviates, and a document is missing, stale or incomplete. */
    DOCUMENTS_MISSING,
    /** Something could not be read or was never said, and nothing deviates. */
    NOT_FULLY_EVALUATED,
    DEVIATIONS;

    static UnitWord of(ControlResult unit) {
        return switch (unit.verdict()) {
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case PASS -> tested(unit) ? NO_DEVIATION : DOCUMENTS_ONLY;
            case MANUAL -> DOCUMENTS_MISSING;
            case INCONCLUSIVE -> NOT_FULLY_EVALUATED;
            case FAIL -> DEVIATIONS;
        };
    }

    /** Small letters, hyphens. */
    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where a decision makes its document decide, tests are information: then one may deviate beside a current document. */
    private static boolean tested(ControlResult unit) {
        return unit.tests().stream().anyMatch(test -> test.verdict() == Verdict.PASS)
                && unit.tests().stream().allMatch(test -> test.verdict().compareTo(Verdict.PASS) <= 0);
    }
}
