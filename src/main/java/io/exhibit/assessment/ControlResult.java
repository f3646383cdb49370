package io.exhibit.assessment;

import io.exhibit.control.Control;
import io.exhibit.control.Decision;
import java.util.List;
import java.util.Optional;

/**
 * One unit of the framework at the end of the period.
 *
 * @param verdict roll-up for machines; people read the conclusion
 * @param conclusion words and counts, never PASS or FAIL: "Deviations in 1 of 7 tests: 2 of 212 users"
 * @param tests that serve it, ordered by strength and id; empty when no assertion bears on it
 * @param basis what its verdict and its conclusion go by
 * @param decision for an addressable unit, if one is on file
 */
public record ControlResult(
        Control control,
        Verdict verdict,
        String conclusion,
        List<TestResult> tests,
        List<DocumentResult> documents,
        Basis basis,
        Optional<Decision> decision) {

    /** What decided a unit: the roll-up says so, because it cannot be told from a verdict afterwards. */
    public enum Basis {
        /** Its tests and documents. */
        TESTS,
        /** A statement about the entity, signed or missing: whether the unit applies at all. */
        FACT,
        /** The document of a decision that counts, by which the unit is met otherwise or not at all; its tests are information. */
        DECISION
    }

    /** False when neither test nor document is mapped to it yet. */
    public boolean mapped() {
        return !tests.isEmpty() || !documents.isEmpty();
    }
}
