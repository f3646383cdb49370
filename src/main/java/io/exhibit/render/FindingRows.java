package io.exhibit.render;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.History;
import io.exhibit.control.Parameter;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.control.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A finding as a row of a table. */
final class FindingRows {

    private final Accounts accounts;
    private final List<RiskAcceptance> acceptances;
    private final Map<String, Parameter> parameters;
    private final FindingAnchors anchors;

    FindingRows(PackContent content, Accounts accounts, FindingAnchors anchors) {
        this.accounts = accounts;
        this.anchors = anchors;
        this.acceptances = content.assessment().book().acceptances();
        this.parameters = content.assessment().book().parameters();
    }

    /** One row for each finding, in their order: who counts the rows has the number. */
    List<Map<String, Object>> of(List<Finding> findings) {
        return findings.stream().map(this::row).toList();
    }

    Map<String, Object> row(Finding finding) {
        History history = finding.history();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("test", finding.test().assertion().id());
        row.put("anchor", anchors.of(finding));
        row.put("key", history.key());
        row.put("item", ScreenPages.item(history.target(), history.key()));
        row.put("text", history.text());
        row.put("where", List.of(accounts.printed(history.target())));
        row.put("severity", Words.of(finding.severity()));
        row.put("first", Words.first(history));
        row.put("due", Words.due(finding));
        boolean late = finding.timeliness() == Finding.Timeliness.LATE && !finding.event();
        row.put("late", late ? late(finding) : "");
        row.put("beyond", late ? beyond(finding) : "");
        row.put("day", Words.date(history.firstSeen()));
        row.put("acceptance", acceptance(history.acceptance()));
        row.put("accepted", history.acceptance().isEmpty() ? "" : acceptance(history.acceptance()));
        row.put("remark", remark(finding));
        row.put("closed", Words.date(history.closed()));
        row.put("how", history.open() ? "" : history.gone() ? "gone" : "conforms");
        row.put(
                "took",
                history.open()
                        ? ""
                        : (history.orBefore() ? "at least " : "")
                                + Words.count(history.closed().toEpochDay()
                                        - history.firstSeen().toEpochDay()));
        row.put("within", within(finding));
        return row;
    }

    private static String late(Finding finding) {
        return finding.daysLate() == 0 && finding.history().orBefore()
                ? "late, nobody knows by how much"
                : beyond(finding) + " late";
    }

    /** What first deviated from a limit on the last day is late by a part of a day; of what was there when the log began nobody knows. */
    private static String beyond(Finding finding) {
        if (finding.daysLate() == 0) {
            return finding.history().orBefore() ? "not known" : "less than a day";
        }
        return (finding.history().orBefore() ? "at least " : "") + Words.count(finding.daysLate(), "day", "days");
    }

    private String acceptance(String id) {
        if (id.isEmpty()) {
            return "none on file";
        }
        return acceptances.stream()
                .filter(a -> a.id().equals(id))
                .map(a -> id + ", " + a.approver() + ", accepted on " + Words.date(a.approved()) + ", until "
                        + Words.date(a.expires()) + ": " + a.reason())
                .findFirst()
                .orElse(id);
    }

    private static String remark(Finding finding) {
        History history = finding.history();
        String again = history.reopened().isEmpty()
                ? ""
                : "Deviated again on " + Words.days(new TreeSet<>(history.reopened())) + ".";
        String unread = finding.unread()
                ? "Not known since " + Words.date(history.lastSeen())
                        + ", when it was last seen: at the end it could not be judged."
                : "";
        return (again + " " + unread).strip();
    }

    private static String within(Finding finding) {
        History history = finding.history();
        return switch (finding.timeliness()) {
            case NO_LIMIT -> Words.unlimited(finding);
            case WITHIN -> "yes";
            case NOT_KNOWN -> "not known";
            case LATE -> finding.event() ? Words.unlimited(finding) : "no, " + late(finding);
        };
    }

    /** The times to mend that the rows go by, each with the policy that sets it; "" without rows. */
    String limits(List<Finding> findings) {
        SortedMap<Severity, String> limits = new TreeMap<>(Comparator.reverseOrder());
        SortedSet<String> themselves = new TreeSet<>();
        for (Finding finding : findings) {
            if (finding.event()) {
                continue;
            }
            if (finding.test().assertion().limit()) {
                themselves.add(finding.test().assertion().id());
            } else {
                limits.computeIfAbsent(finding.severity(), this::limit);
            }
        }
        String times = limits.isEmpty() ? "" : "Time to mend: " + String.join("; ", limits.values()) + ".";
        String none = themselves.isEmpty()
                ? ""
                : String.join(", ", themselves)
                        + (themselves.size() == 1 ? " is itself a limit" : " are limits themselves")
                        + ": what deviates is beyond it from its first day on, and no further time is given.";
        return (times + " " + none).strip();
    }

    private String limit(Severity severity) {
        Parameter limit = parameters.get(severity.mending());
        return Words.of(severity) + " "
                + (limit == null
                        ? "no limit set"
                        : limit.value() + " " + limit.unit() + " (" + Words.policy(limit) + ")");
    }
}
