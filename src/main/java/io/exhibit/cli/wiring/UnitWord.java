package io.exhibit.cli.wiring;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;

/**
 * What programs read about a paragraph of law: the kind of its conclusion (decisions 0005 and 0016). None of the words says that it is
 * passed or failed; those of tests do.
 */
final class UnitWord {

    private UnitWord() {}

    /** Small letters, hyphens. */
    static String of(ControlResult unit) {
        return switch (ConclusionKind.of(unit)) {
            case NO_DEVIATION -> "no-deviation";
            case NO_DEVIATION_DOCUMENTS_WANTING -> "no-deviation-documents-not-current";
            case MENDED -> "mended";
            case DEVIATIONS -> "deviations";
            case NOT_FULLY_EVALUATED, NOT_MAPPED -> "not-fully-evaluated";
            case DOCUMENTS_CURRENT -> "documents-only";
            case DOCUMENTS_WANTING -> "documents-not-current";
            case NOT_APPLICABLE -> "not-applicable";
        };
    }
}
