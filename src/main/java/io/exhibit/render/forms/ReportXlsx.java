package io.exhibit.render.forms;

import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.render.PackContent;
import io.exhibit.render.forms.Workbook.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** One workbook for whoever works through a request list: what another catalog asks and where the answer is, units, tests, findings, populations. */
public final class ReportXlsx {

    /** Name in the pack. */
    public static final String NAME = "report.xlsx";

    private static final List<Integer> FINDINGS =
            List.of(10, 40, 9, 10, 40, 14, 18, 14, 50, 11, 9, 11, 11, 11, 14, 11, 9, 12, 30, 20, 50, 10, 10, 40);
    private static final List<Integer> POPULATIONS =
            List.of(24, 10, 40, 24, 9, 9, 9, 26, 40, 30, 40, 20, 20, 10, 66, 40);

    private final PackContent content;
    private final PeriodAssessment assessment;

    private ReportXlsx(PackContent content) {
        this.content = content;
        this.assessment = content.assessment();
    }

    /** Writes it. */
    public static void write(PackContent content, OutputStream out) throws IOException {
        new ReportXlsx(content).workbook().write(out);
    }

    private Workbook workbook() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(about());
        List<String> catalogs = assessment.book().framework().wording().crosswalk();
        if (!catalogs.isEmpty()) {
            sheets.add(UnitSheets.requests(assessment, catalogs.get(0)));
        }
        sheets.add(UnitSheets.units(assessment));
        sheets.add(tests());
        sheets.add(table("Findings", FINDINGS, FindingsCsv.COLUMNS, FindingsCsv.rows(content), "days_late"));
        sheets.add(table(
                "Populations",
                POPULATIONS,
                PopulationsCsv.COLUMNS,
                PopulationsCsv.rows(content.populations()),
                "rows",
                "places",
                "earlier",
                "bytes"));
        return new Workbook(sheets);
    }

    private Sheet about() {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("Evidence pack", content.issue().pack()));
        if (content.simulated()) {
            rows.add(List.of("SIMULATED", "The evidence comes from " + content.endpoint() + ", which is not AWS"));
        }
        String entity = assessment.book().scope().entity();
        rows.add(List.of("Entity", entity.isBlank() ? "not named in scope.yaml" : entity));
        rows.add(List.of("Classification", assessment.book().scope().classification()));
        rows.add(List.of("Framework", assessment.book().framework().title()));
        rows.add(List.of(
                "Period",
                assessment.period().first() + " to " + assessment.period().last() + ", "
                        + assessment.period().zone().getId()));
        rows.add(List.of(
                "Issue",
                (content.issue().draft() ? "DRAFT, not issued" : content.issue().number()) + ", "
                        + content.issue().at()));
        rows.add(
                List.of(
                        "What it is",
                        "Rows of report.pdf, for working through a list. It is not a determination of compliance."
                                + " Texts that begin like a formula are texts. The whole of each population is a table under populations/."));
        return new Sheet("About", List.of(20, 100), rows);
    }

    private Sheet tests() {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of(
                "Test",
                "Says",
                "Units",
                "Severity",
                "Timing",
                "Result",
                "Population",
                "Conform",
                "Deviate",
                "Accepted",
                "Not judged",
                "Places read",
                "Places not read",
                "Days judged",
                "Days deviating",
                "Days not known",
                "Reason"));
        for (TestResult test : assessment.tests()) {
            Judgement counted = test.counted();
            rows.add(List.of(
                    test.assertion().id(),
                    test.assertion().says(),
                    String.join(" ", new TreeSet<>(test.assertion().serves().keySet())),
                    word(test.assertion().severity()),
                    word(test.assertion().timing()),
                    test.verdict().words(),
                    test.things(),
                    test.thingsConforming(),
                    counted.deviating(),
                    counted.accepted(),
                    test.thingsUnknown(),
                    test.places().read(),
                    test.places().unread(),
                    (long) test.daysJudged(),
                    (long) test.daysDeviating(),
                    (long) test.daysUnknown(),
                    counted.reason()));
        }
        return new Sheet("Tests", List.of(10, 50, 36, 10, 10, 16, 10, 9, 9, 9, 10, 11, 14, 11, 13, 13, 50), rows);
    }

    private static Sheet table(
            String name, List<Integer> widths, List<String> columns, List<List<String>> texts, String... numbers) {
        List<Integer> counted = List.of(numbers).stream().map(columns::indexOf).toList();
        return new Sheet(
                name,
                widths,
                new MadeRows<>(texts.size() + 1, n -> n == 0 ? columns : cells(texts.get(n - 1), counted)));
    }

    private static List<?> cells(List<String> text, List<Integer> counted) {
        List<Object> row = new ArrayList<>(text);
        counted.forEach(column -> row.set(column, Long.valueOf(text.get(column))));
        return row;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
