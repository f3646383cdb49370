package io.exhibit.render;

import io.exhibit.assessment.Balance;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Finding.Timeliness;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.Remediation;
import io.exhibit.control.Parameter;
import io.exhibit.control.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The findings over the days: how many came and went, how long they took, and which took longer than they may. */
final class TimePages {

    /** Late findings that are named here; all of them stand in the lists of open and closed ones. */
    private static final int NAMED = 60;

    private final Findings findings;
    private final FindingRows rows;
    private final Map<String, Parameter> parameters;

    TimePages(PackContent content, Findings findings, FindingRows rows) {
        this.findings = findings;
        this.rows = rows;
        this.parameters = content.assessment().book().parameters();
    }

    Map<String, Object> model() {
        Balance balance = findings.balance(f -> true);
        Remediation all = findings.remediation(f -> true);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("balance", balance(findings));
        model.put("lapsed", balance.lapsed() == 0 ? "" : Words.count(balance.lapsed()));
        model.put("closings", Words.count(balance.closed()));
        model.put("closed", Words.count(all.closed()));
        model.put("unread", balance.unread() == 0 ? "" : Words.count(balance.unread(), "finding", "findings"));
        model.put("took", BySeverity.rows(this::took));
        model.put("atLeast", atLeast(all.atLeast()));
        model.put("limits", rows.limits(findings.all()));
        model.put("weeks", new WeekPicture(findings.weeks()).model());
        model.put("ages", new AgePicture(findings, this::limit).model());
        model.put("lateOpen", late(f -> f.history().open()));
        model.put("lateClosed", late(f -> !f.history().open()));
        return model;
    }

    /** Findings by severity: those at the start and those that came, less those that went, are those that stayed. */
    static List<Map<String, Object>> balance(Findings findings) {
        return BySeverity.rows((severity, in) -> {
            Balance balance = findings.balance(in);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("start", Words.count(balance.start()));
            row.put("found", Words.count(balance.found()));
            row.put("opened", Words.count(balance.opened()));
            row.put("reopened", Words.count(balance.reopened()));
            row.put("closed", Words.count(balance.closed()));
            row.put("gone", Words.count(balance.gone()));
            row.put("open", Words.count(balance.open()));
            row.put("accepted", Words.count(balance.accepted()));
            row.put("unread", Words.count(balance.unread()));
            row.put("late", Words.count(balance.late()));
            row.put("mayBeLate", Words.count(balance.mayBeLate()));
            return row;
        });
    }

    private Map<String, Object> took(Optional<Severity> severity, Predicate<Finding> in) {
        Remediation took = findings.remediation(in);
        long known = took.within() + took.late();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("limit", severity.map(this::limit).orElse(""));
        row.put("closed", Words.count(took.closed()));
        row.put("gone", Words.count(took.gone()));
        row.put("within", Words.count(took.within()));
        row.put("late", Words.count(took.late()));
        row.put("notKnown", Words.count(took.notKnown()));
        row.put("unlimited", Words.count(took.unlimited()));
        row.put("share", known == 0 ? "–" : share(took.within(), known));
        row.put("timed", Words.count(took.days().size()));
        row.put("median", days(took.percentile(50)));
        row.put("ninety", days(took.percentile(90)));
        return row;
    }

    private static String days(OptionalLong days) {
        return days.isPresent() ? Words.count(days.getAsLong()) : "–";
    }

    /** Days that the organization gives for a severity. */
    private String limit(Severity severity) {
        Parameter limit = parameters.get(severity.mending());
        return limit != null && limit.value() instanceof Long days ? Words.count(days) : "none";
    }

    /** "1 of at least 3 days, 2 of at least 10 days"; the long tail of many in one phrase. */
    private static String atLeast(List<Long> days) {
        Map<Long, Long> counted = new LinkedHashMap<>();
        days.forEach(n -> counted.merge(n, 1L, Long::sum));
        if (counted.size() > 8) {
            return Words.count(days.size()) + " took at least " + Words.count(days.get(0)) + " to at least "
                    + Words.count(days.get(days.size() - 1), "day", "days");
        }
        List<String> parts = new ArrayList<>();
        counted.forEach((n, many) -> parts.add(Words.count(many) + " took at least " + Words.count(n, "day", "days")));
        return String.join(", ", parts);
    }

    private Map<String, Object> late(Predicate<Finding> which) {
        List<Finding> late = findings.only(which.and(f -> f.timeliness() == Timeliness.LATE));
        return Map.of(
                "count", Words.count(late.size()),
                "rows", rows.of(late.stream().limit(NAMED).toList()),
                "more", late.size() > NAMED ? Words.count(late.size() - NAMED) : "");
    }

    /** In tenths of a per cent, the nearest, whole ones without a tenth; 100 % is all of them, and 0 % is none. */
    static String share(long of, long all) {
        if (of == all) {
            return "100 %";
        }
        long tenths = (2000 * of + all) / (2 * all);
        long shown = Math.max(of == 0 ? 0 : 1, Math.min(999, tenths));
        return shown % 10 == 0 ? shown / 10 + " %" : String.format(Locale.ROOT, "%d.%d %%", shown / 10, shown % 10);
    }
}
