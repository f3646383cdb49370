package io.exhibit.render;

import io.exhibit.assessment.Finding;
import io.exhibit.control.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A table of findings: a row for each severity, gravest first, and one for all. */
final class BySeverity {

    private BySeverity() {}

    /** What a row tells of the findings that are in it; the severity is empty for all of them. */
    @FunctionalInterface
    interface Row {
        Map<String, Object> of(Optional<Severity> severity, Predicate<Finding> in);
    }

    static List<Map<String, Object>> rows(Row row) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Severity[] all = Severity.values();
        for (int i = all.length - 1; i >= 0; i--) {
            Severity severity = all[i];
            rows.add(row(Words.of(severity), false, row.of(Optional.of(severity), f -> f.severity() == severity)));
        }
        rows.add(row("All", true, row.of(Optional.empty(), f -> true)));
        return rows;
    }

    private static Map<String, Object> row(String name, boolean total, Map<String, Object> cells) {
        Map<String, Object> row = new LinkedHashMap<>(cells);
        row.put("name", name);
        row.put("total", total);
        return row;
    }
}
