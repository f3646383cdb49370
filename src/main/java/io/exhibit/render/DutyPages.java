package io.exhibit.render;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.Inheritance.Report;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What AWS's reports leave to the entity, duty by duty, as its register {@code customer_duties} has it; and whether it is the list of the
 * version that is relied on, and the whole of it, by the word of who read that version ({@code reports_read}).
 */
final class DutyPages {

    private final PeriodAssessment assessment;
    private final List<Report> reports;
    private final List<Register.Entry> duties;
    private final List<Register.Entry> read;

    DutyPages(PeriodAssessment assessment, List<Report> reports) {
        this.assessment = assessment;
        this.reports = reports;
        this.duties = entries(Register.DUTIES);
        this.read = entries(Register.READ);
    }

    /** Those that count on the last day of the period. */
    private List<Register.Entry> entries(String register) {
        return assessment.book().entries(register, assessment.period().last());
    }

    /** As they are written. */
    List<Map<String, String>> rows() {
        return duties.stream().map(this::row).toList();
    }

    /** Of each report that is relied on, and that somebody read or listed duties of, what is known of the list; empty without a list. */
    List<String> lines() {
        return duties.isEmpty()
                ? List.of()
                : reports.stream()
                        .filter(report -> duties.stream().anyMatch(duty -> isOf(duty, report))
                                || read.stream().anyMatch(one -> names(one, report)))
                        .map(this::line)
                        .toList();
    }

    private String line(Report report) {
        String version = String.valueOf(report.version());
        long here = duties.stream()
                .filter(duty -> isOf(duty, report) && member(duty, "version").equals(version))
                .count();
        long older = duties.stream().filter(duty -> isOf(duty, report)).count() - here;
        List<String> sentences = new ArrayList<>();
        if (older > 0) {
            sentences.add(report.name() + " is relied on in version " + version + ", and "
                    + (here == 0 ? "the list" : Words.count(older) + " of the list")
                    + " is of another version: what it leaves to the entity may be otherwise.");
        }
        sentences.add(read.stream()
                .filter(one -> names(one, report) && member(one, "version").equals(version))
                .findFirst()
                .map(one -> "By the register reports_read, version " + version + " of " + report.name()
                        + " was read by " + one.approver() + " (entered on " + Words.date(one.approved()) + ")"
                        + whole(member(one, "duties"), here))
                .orElse("Nobody on the register reports_read read version " + version + " of " + report.name()
                        + ": whether these are all of its duties, nobody says."));
        return String.join(" ", sentences);
    }

    /** Whether the list is whole, by the count of who read the report. */
    private static String whole(String counted, long here) {
        if (counted.isEmpty()) {
            return ". The entry does not say how many duties there are: whether these are all, nobody says.";
        }
        boolean all = counted.equals(String.valueOf(here));
        return ", who counted " + counted + " duties in it. "
                + (all
                        ? "All of them are on this list."
                        : "Of that version " + Words.count(here) + (here == 1 ? " is" : " are")
                                + " on this list: it is not the whole.");
    }

    private static boolean isOf(Register.Entry duty, Report report) {
        return member(duty, "report").equals(report.name());
    }

    private static boolean names(Register.Entry one, Report report) {
        return member(one, "report").equals(report.id());
    }

    private Map<String, String> row(Register.Entry entry) {
        String shown = member(entry, "shown_by");
        return Map.of(
                "duty",
                member(entry, "duty"),
                "report",
                member(entry, "report") + ", version " + member(entry, "version"),
                "shown",
                shown.isEmpty() ? "–" : (shown + " " + state(shown)).strip(),
                "owner",
                or(member(entry, "owner")));
    }

    /** How a test came out, or whether a document is current. */
    private String state(String id) {
        Stream<String> tests = assessment.tests().stream()
                .filter(test -> test.assertion().id().equals(id))
                .map(TestResult::verdict)
                .map(verdict -> verdict.words());
        Stream<String> documents = assessment.documents().stream()
                .filter(result -> result.document().id().equals(id))
                .map(DocumentResult::state)
                .map(Words::of);
        return Stream.concat(tests, documents).findFirst().orElse("(nothing of this name is in the book)");
    }

    private static String member(Register.Entry entry, String name) {
        return entry.members().get(name) instanceof String text ? text : "";
    }

    private static String or(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
