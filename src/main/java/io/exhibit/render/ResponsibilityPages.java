package io.exhibit.render;

import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.Inheritance;
import io.exhibit.assessment.Inheritance.Report;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who answers for what: units by responsibility, and what of AWS's half the entity relies on. */
final class ResponsibilityPages {

    /** Of the drawing of a bar, in its own units. */
    private static final long WIDTH = 400;

    private final PackContent content;
    private final Inheritance inheritance;
    private final Accounts accounts;
    private final UnitPages units;

    ResponsibilityPages(PackContent content, Accounts accounts, UnitPages units) {
        this.content = content;
        this.inheritance = content.inheritance();
        this.accounts = accounts;
        this.units = units;
    }

    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("kinds", kinds());
        model.put("read", inheritance.read().map(Words::minute).orElse(""));
        model.put("unread", inheritance.unread());
        model.put("reports", inheritance.reports().stream().map(this::report).toList());
        model.put("series", series());
        model.put("others", Words.count(inheritance.others(), "other report", "other reports"));
        AgreementRows agreements = new AgreementRows(content, accounts);
        model.put("agreements", agreements.all());
        model.put("covered", agreements.covered());
        DutyPages duties = new DutyPages(content.assessment(), inheritance.reports());
        model.put("duties", duties.rows());
        model.put("dutyLines", duties.lines());
        model.put(
                "agreementsUnread",
                String.join(
                        ", ",
                        inheritance.agreementsUnread().stream()
                                .map(accounts::printed)
                                .toList()));
        List<TestResult> tests = content.assessment().tests().stream()
                .filter(ResponsibilityPages::onAws)
                .toList();
        model.put("tests", tests.stream().map(this::test).toList());
        model.put("documents", DocumentPages.rows(documents(tests), content.assessment()));
        return model;
    }

    /** How many units there are of each responsibility, and which; a framework that says nothing of it has none. */
    private List<Object> kinds() {
        Map<String, List<ControlResult>> kinds = new LinkedHashMap<>();
        for (ControlResult unit : content.assessment().controls()) {
            if (!unit.control().responsibility().isEmpty()) {
                kinds.computeIfAbsent(unit.control().responsibility(), k -> new ArrayList<>())
                        .add(unit);
            }
        }
        int largest = kinds.values().stream().mapToInt(List::size).max().orElse(1);
        List<Object> rows = new ArrayList<>();
        kinds.forEach((name, of) -> rows.add(Map.of(
                "name",
                name,
                "count",
                Words.count(of.size()),
                "width",
                String.valueOf(WIDTH * of.size() / largest),
                "units",
                of.stream().map(unit -> unit.control().citation()).toList())));
        return rows;
    }

    private Map<String, Object> report(Report report) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("held", new ReportLimits(content.assessment()).of(report, covered(List.of(report))));
        row.put("name", report.name() + ", version " + report.version());
        row.put("id", report.id());
        row.put("series", report.series());
        row.put("covers", Words.date(report.from()) + " to " + Words.date(report.to()));
        row.put("against", against(report));
        row.put("state", report.state());
        row.put("parameters", String.join(", ", report.parameters()));
        row.put("sha256", Words.grouped(report.sha256()));
        row.put("bytes", Words.count(report.bytes(), "byte", "bytes"));
        row.put("terms", Words.grouped(report.terms()));
        row.put("account", accounts.printed(report.account()));
        row.put("accepted", accepted(report));
        return row;
    }

    /** Who accepted its terms, by the entity's register: an entry names the report, or its whole series; "" where there is none. */
    private String accepted(Report report) {
        return content
                .assessment()
                .book()
                .entries(Register.TERMS, content.assessment().period().last())
                .stream()
                .filter(entry -> List.of(report.id(), report.series())
                        .contains(entry.members().getOrDefault("report", "")))
                .map(entry -> entry.approver() + " on " + Words.date(entry.approved()) + " ("
                        + entry.members().get("report") + ": " + entry.reason() + ")")
                .collect(Collectors.joining("; "));
    }

    private String against(Report report) {
        Period period = content.assessment().period();
        if (report.from() == null || report.to() == null) {
            return "not known: AWS gives no period";
        }
        long days = covered(List.of(report));
        String much = days == period.days()
                ? "covers it"
                : "covers " + Words.count(days) + " of its " + Words.count(period.days(), "day", "days");
        long late = period.last().toEpochDay() - report.to().toEpochDay();
        return much + (late > 0 ? "; ends " + Words.count(late, "day", "days") + " before it does" : "");
    }

    /** Days of the period that lie in the time of at least one of them. */
    private long covered(List<Report> reports) {
        Period period = content.assessment().period();
        return period.first()
                .datesUntil(period.last().plusDays(1))
                .filter(day -> reports.stream().anyMatch(report -> within(day, report)))
                .count();
    }

    private static boolean within(LocalDate day, Report report) {
        return report.from() != null
                && report.to() != null
                && !day.isBefore(report.from())
                && !day.isAfter(report.to());
    }

    /** What several documents of a series cover together: one may continue where another ends. */
    private List<String> series() {
        SortedMap<String, List<Report>> series = new TreeMap<>();
        inheritance
                .reports()
                .forEach(report -> series.computeIfAbsent(report.series(), s -> new ArrayList<>())
                        .add(report));
        List<String> lines = new ArrayList<>();
        long all = content.assessment().period().days();
        // Without a series nobody says that two of them belong together.
        series.remove("");
        series.values().removeIf(reports -> reports.size() < 2);
        series.forEach((name, reports) -> {
            long covered = covered(reports);
            lines.add(name + ": " + Words.count(covered) + " of " + Words.count(all, "day", "days")
                    + " of the period lie in the time of what is relied on"
                    + (covered == all ? "." : "; the other " + Words.count(all - covered) + " rest on none of it."));
        });
        return lines;
    }

    static boolean onAws(TestResult test) {
        return test.assertion().readings().stream().anyMatch(reading -> reading.startsWith("artifact."));
    }

    private Map<String, Object> test(TestResult test) {
        String home = units.home(test.assertion().id());
        return Map.of(
                "id", test.assertion().id(),
                "says", test.assertion().says(),
                "verdict", test.verdict().words(),
                "style", Words.of(test.verdict()).replace(' ', '-'),
                "anchor",
                        home.isEmpty()
                                ? ""
                                : UnitPages.anchorOf(test.assertion().id()));
    }

    /** The documents of the units on which these tests bear: the half that AWS leaves to the entity. */
    private List<DocumentResult> documents(List<TestResult> tests) {
        Set<String> citations = new HashSet<>();
        tests.forEach(test -> citations.addAll(test.assertion().serves().keySet()));
        return content.assessment().documents().stream()
                .filter(document ->
                        document.document().serves().keySet().stream().anyMatch(citations::contains))
                .toList();
    }
}
