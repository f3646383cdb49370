package io.exhibit.render;

import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.render.Findings.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A finding as a row of a table. */
final class FindingRows {

    private final Accounts accounts;
    private final List<RiskAcceptance> acceptances;

    FindingRows(PackContent content, Accounts accounts) {
        this.accounts = accounts;
        this.acceptances = content.assessment().book().acceptances();
    }

    Map<String, Object> row(Finding finding) {
        History history = finding.history();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("test", finding.test().assertion().id());
        row.put("key", history.key());
        row.put("text", history.text());
        row.put("where", accounts.printed(history.target()));
        row.put("severity", Words.of(finding.severity()));
        row.put("first", Words.date(history.firstSeen()));
        row.put("due", history.due() == null ? "no limit set" : Words.date(history.due()));
        row.put("late", finding.daysLate() == 0 ? "" : Words.count(finding.daysLate(), "day", "days") + " late");
        row.put("acceptance", acceptance(history.acceptance()));
        row.put("remark", remark(history));
        row.put("closed", Words.date(history.closed()));
        row.put(
                "took",
                history.open()
                        ? ""
                        : Words.count(history.closed().toEpochDay()
                                - history.firstSeen().toEpochDay()));
        row.put("within", within(finding));
        return row;
    }

    private String acceptance(String id) {
        if (id.isEmpty()) {
            return "none on file";
        }
        return acceptances.stream()
                .filter(a -> a.id().equals(id))
                .map(a -> id + ", " + a.approver() + ", until " + Words.date(a.expires()) + ": " + a.reason())
                .findFirst()
                .orElse(id);
    }

    private static String remark(History history) {
        String again = history.reopened().isEmpty()
                ? ""
                : "Deviated again on " + Words.days(new TreeSet<>(history.reopened())) + ".";
        String unread = history.state() == Item.State.INCONCLUSIVE
                ? "Could not be judged on the last day; last seen " + Words.date(history.lastSeen()) + "."
                : "";
        return (again + " " + unread).strip();
    }

    private static String within(Finding finding) {
        if (finding.history().due() == null) {
            return "no limit set";
        }
        return finding.daysLate() == 0 ? "yes" : "no, " + Words.count(finding.daysLate(), "day", "days") + " late";
    }
}
