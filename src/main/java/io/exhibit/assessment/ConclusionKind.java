package io.exhibit.assessment;

import java.util.Locale;

/** The kinds of conclusion that units are counted by. They are words on purpose: no verdict stands under a paragraph of law. */
public enum ConclusionKind {
    NO_DEVIATION("No deviation"),
    DEVIATIONS("Deviations"),
    NOT_FULLY_EVALUATED("Not fully evaluated"),
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

    /** Deviations were found, and there is more that could not be judged. */
    public static boolean alsoUnknown(ControlResult unit) {
        return of(unit) == DEVIATIONS
                && unit.tests().stream()
                        .anyMatch(t -> t.verdict() == Verdict.INCONCLUSIVE
                                || t.counted().inconclusive() > 0);
    }

    /** Counted among the units that were tested. */
    public boolean tested() {
        return this == NO_DEVIATION || this == DEVIATIONS || this == NOT_FULLY_EVALUATED;
    }

    public static ConclusionKind of(ControlResult unit) {
        if (!unit.mapped()) {
            return NOT_MAPPED;
        }
        return switch (unit.verdict()) {
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case FAIL -> DEVIATIONS;
            case INCONCLUSIVE -> NOT_FULLY_EVALUATED;
            case PASS -> decidedByTests(unit) ? NO_DEVIATION : DOCUMENTS_CURRENT;
            case MANUAL -> decidedByTests(unit) ? NO_DEVIATION : DOCUMENTS_WANTING;
        };
    }

    /** Where an alternative measure decides, tests that deviate are information. */
    private static boolean decidedByTests(ControlResult unit) {
        return unit.tests().stream().map(TestResult::verdict).anyMatch(v -> v == Verdict.PASS)
                && unit.tests().stream().map(TestResult::verdict).noneMatch(v -> v.compareTo(Verdict.MANUAL) > 0);
    }
}
