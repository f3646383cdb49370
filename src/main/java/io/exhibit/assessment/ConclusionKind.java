package io.exhibit.assessment;

import java.util.Locale;

/**
 * The kinds of conclusion that units are counted by (decision 0016). They are words on purpose: no verdict stands under a paragraph of
 * law. They speak of the whole period and of tests and documents together, where the verdict of a snapshot test speaks of the last day.
 */
public enum ConclusionKind {
    /** On no day on which a test was judged did one deviate, and the documents are current. */
    NO_DEVIATION("No deviation"),
    /** The same, and a document is missing, stale or incomplete. */
    NO_DEVIATION_DOCUMENTS_WANTING("No deviation, documents not current"),
    /** At the end no test deviates, and on a day before one did; whatever the documents are. */
    MENDED("Mended in the period"),
    DEVIATIONS("Deviations"),
    NOT_FULLY_EVALUATED("Not fully evaluated"),
    /** No test decides: there is none with a population, or an alternative measure makes them information. */
    DOCUMENTS_CURRENT("Documents only, current"),
    DOCUMENTS_WANTING("Documents only, not current"),
    NOT_APPLICABLE("Not applicable"),
    NOT_MAPPED("Not yet mapped");

    private final String words;

    ConclusionKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The name of its style: {@code no-deviation}. */
    public String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Deviations were found, and there is more that could not be judged on the last day. */
    public static boolean alsoUnknown(ControlResult unit) {
        return of(unit) == DEVIATIONS
                && unit.tests().stream().anyMatch(t -> t.atEnd().unknown());
    }

    /** Counted among the units that were tested. */
    public boolean tested() {
        return compareTo(NOT_FULLY_EVALUATED) <= 0;
    }

    /** By the unit's verdict and by what it rests on: tests, a decision on file or a signed fact. */
    public static ConclusionKind of(ControlResult unit) {
        if (!unit.mapped()) {
            return NOT_MAPPED;
        }
        return switch (unit.verdict()) {
            case FAIL -> DEVIATIONS;
            case INCONCLUSIVE -> NOT_FULLY_EVALUATED;
            case PASS -> tests(unit, NO_DEVIATION, DOCUMENTS_CURRENT);
            case MANUAL -> tests(unit, NO_DEVIATION_DOCUMENTS_WANTING, DOCUMENTS_WANTING);
            case NOT_APPLICABLE -> tests(unit, NOT_APPLICABLE, NOT_APPLICABLE);
        };
    }

    private static ConclusionKind tests(ControlResult unit, ConclusionKind tested, ConclusionKind documents) {
        return switch (unit.basis()) {
            case FACT -> NOT_APPLICABLE;
            case DECISION -> documents;
            case TESTS -> {
                if (unit.tests().stream().anyMatch(TestResult::mended)) {
                    yield MENDED;
                }
                yield unit.tests().stream().anyMatch(t -> t.verdict() == Verdict.PASS) ? tested : documents;
            }
        };
    }
}
