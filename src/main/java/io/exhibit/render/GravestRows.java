package io.exhibit.render;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.control.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader looks at first, by name, each with the page on which it is told: critical, beyond its limit, critical and over. */
final class GravestRows {

    /** Of one kind; the others are counted. */
    private static final int NAMED = 8;

    private final Findings findings;
    private final FindingRows rows;

    GravestRows(Findings findings, FindingRows rows) {
        this.findings = findings;
        this.rows = rows;
    }

    List<Map<String, Object>> model() {
        return List.of(
                kind("Critical and open", "exceptions-open", findings.only(f -> f.open() && critical(f))),
                kind(
                        "Open and beyond its limit, beside the critical ones",
                        "exceptions-late",
                        findings.only(f -> f.openAndLate() && !(f.open() && critical(f)))),
                kind(
                        "Critical, and it happened",
                        "exceptions-events",
                        findings.events().stream().filter(GravestRows::critical).toList()));
    }

    private static boolean critical(Finding finding) {
        return finding.severity() == Severity.CRITICAL;
    }

    private Map<String, Object> kind(String title, String anchor, List<Finding> all) {
        return Map.of(
                "title", title,
                "count", Words.count(all.size()),
                "rows", all.stream().limit(NAMED).map(this::row).toList(),
                "more", TestPages.more(all.size(), NAMED),
                "anchor", anchor);
    }

    private Map<String, Object> row(Finding finding) {
        Map<String, Object> row = new LinkedHashMap<>(rows.row(finding));
        row.put("stands", stands(finding, row));
        return row;
    }

    private static String stands(Finding finding, Map<String, Object> row) {
        if (finding.event()) {
            return finding.history().open() ? "conforms on no later day" : "conforms since " + row.get("closed");
        }
        String accepted = finding.accepted() ? "; risk accepted" : "";
        return (finding.openAndLate() ? row.get("late") : "due " + row.get("due")) + accepted;
    }
}
