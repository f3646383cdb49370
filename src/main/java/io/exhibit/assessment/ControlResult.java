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
 * @param mapped false when neither test nor document is mapped to it yet
 * @param decision for an addressable unit, if one is on file
 */
public record ControlResult(
        Control control,
        Verdict verdict,
        String conclusion,
        List<TestResult> tests,
        List<DocumentResult> documents,
        boolean mapped,
        Optional<Decision> decision) {}
