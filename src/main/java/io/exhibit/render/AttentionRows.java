package io.exhibit.render;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.ControlResult.Basis;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The units that need somebody, a row each: why, in counts that can be compared down a column. The conclusion in full stands on the unit's own page. */
final class AttentionRows {

    private static final String NOTHING = "–";

    private AttentionRows() {}

    /** Deviations, something unknown, or a document that is not current; where an alternative decides, its own. */
    static boolean needs(ControlResult unit) {
        return unit.verdict().compareTo(Verdict.MANUAL) >= 0;
    }

    /** @param line the unit as any list has it */
    static Map<String, Object> row(ControlResult unit, Map<String, Object> line) {
        List<TestResult> deciding = unit.basis() == Basis.TESTS ? unit.tests() : List.of();
        List<TestResult> deviating =
                deciding.stream().filter(t -> t.verdict() == Verdict.FAIL).toList();
        long documents = unit.documents().stream()
                .filter(d -> d.verdict() == Verdict.MANUAL)
                .count();
        Map<String, Object> row = new HashMap<>(line);
        row.put("conclusion", ConclusionKind.of(unit).words());
        row.put("gravest", gravest(deviating));
        row.put("deviate", outOf(deviating.size(), deciding.size()));
        row.put("open", outOf(deciding.stream().filter(AttentionRows::open).count(), deciding.size()));
        row.put("documents", outOf(documents, unit.documents().size()));
        return row;
    }

    /** Its result is not known, or that of one of its items at the end. */
    private static boolean open(TestResult test) {
        return test.verdict() == Verdict.INCONCLUSIVE || test.atEnd().unknown();
    }

    private static String gravest(List<TestResult> deviating) {
        return deviating.stream()
                .map(test -> test.assertion().severity())
                .max(Comparator.naturalOrder())
                .map(Words::of)
                .orElse(NOTHING);
    }

    private static String outOf(long some, int all) {
        return all == 0 ? NOTHING : Words.count(some) + " of " + Words.count(all);
    }
}
