package io.exhibit.render.forms;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.History;
import io.exhibit.render.AnswerPlaces;
import io.exhibit.render.PackContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every item that deviated in the period as a row, in the order of the report: gravest first. */
public final class FindingsCsv {

    static final List<String> COLUMNS = columns(
            "test",
            "says",
            "severity",
            "state",
            "key",
            "account",
            "account_name",
            "region",
            "text",
            "first_seen",
            "or_before",
            "last_seen",
            "closed",
            "closed_how",
            "reopened",
            "due",
            "days_late",
            "acceptance",
            "units");

    private FindingsCsv() {}

    private static List<String> columns(String... own) {
        return Stream.concat(Stream.of(own), AnswerPlaces.COLUMNS.stream()).toList();
    }

    /** Head and rows of all of them, one after the other. */
    static void all(PackContent content, Consumer<String> each) {
        each.accept(head());
        rows(content).forEach(row -> each.accept(Csv.row(row)));
    }

    /** The first row. */
    public static String head() {
        return Csv.row(COLUMNS);
    }

    /** Some findings of a month, each handed over as a row. */
    public static void lines(PackContent content, Iterable<Finding> findings, Consumer<String> each) {
        Rows rows = new Rows(content);
        findings.forEach(finding -> each.accept(Csv.row(rows.of(finding))));
    }

    static List<List<String>> rows(PackContent content) {
        Rows rows = new Rows(content);
        List<Finding> findings = new Findings(content.assessment()).everything();
        return new MadeRows<>(findings.size(), i -> rows.of(findings.get(i)));
    }

    private static final class Rows {
        private final Map<String, String> names = new TreeMap<>();
        private final Map<LocalDate, String> runs = new HashMap<>();
        private final AnswerPlaces places;

        Rows(PackContent content) {
            content.runs().forEach(run -> run.accounts().forEach(account -> names.put(account.id(), account.name())));
            content.assessment().days().forEach(day -> day.run().ifPresent(run -> runs.put(day.date(), run.id())));
            places = new AnswerPlaces(content);
        }

        List<String> of(Finding finding) {
            History history = finding.history();
            List<String> row = new ArrayList<>(row(finding, names));
            row.addAll(
                    places.of(finding.test().assertion(), runs.getOrDefault(history.lastSeen(), ""), history.target())
                            .cells());
            return row;
        }
    }

    private static List<String> row(Finding finding, Map<String, String> names) {
        History history = finding.history();
        return List.of(
                history.assertion(),
                finding.test().assertion().says(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                state(finding),
                history.key(),
                history.target().account(),
                names.getOrDefault(history.target().account(), ""),
                history.target().region(),
                history.text(),
                history.firstSeen().toString(),
                history.orBefore() ? "yes" : "no",
                history.lastSeen().toString(),
                date(history.closed()),
                history.open() ? "" : history.gone() ? "gone" : "conforms",
                history.reopened().stream().map(LocalDate::toString).collect(Collectors.joining(" ")),
                date(history.due()),
                Long.toString(finding.daysLate()),
                history.acceptance(),
                String.join(
                        " ", new TreeSet<>(finding.test().assertion().serves().keySet())));
    }

    /** An open one that could not be judged on the last day is not known to be open, and is never called closed. */
    static String state(Finding finding) {
        if (finding.event()) {
            return finding.history().open()
                    ? finding.accepted() ? "event, accepted" : "event"
                    : "event, conforms since";
        }
        if (!finding.history().open()) {
            return "closed";
        }
        if (finding.accepted()) {
            return "accepted";
        }
        return finding.unread() ? "not judged" : "open";
    }

    private static String date(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
