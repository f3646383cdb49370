package io.exhibit.render.forms;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Verdict;
import io.exhibit.render.forms.Workbook.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The units of a framework as sheets: by what another catalog asks, and by what was found. */
final class UnitSheets {

    private UnitSheets() {}

    /** In the order of the rule; where a unit is asked about more than once, its entries stand in one cell. */
    static Sheet requests(PeriodAssessment assessment, String catalog) {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("Unit", "Title", catalog, "Conclusion", "Bookmark in report.pdf", "Documents", "Tests"));
        for (ControlResult unit : assessment.controls()) {
            String bookmark = unit.control().citation() + " " + unit.control().title();
            rows.add(List.of(
                    unit.control().citation(),
                    unit.control().title(),
                    unit.control().crosswalk().getOrDefault(catalog, ""),
                    unit.conclusion(),
                    unit.mapped() ? bookmark : "",
                    unit.documents().stream().map(UnitSheets::document).collect(Collectors.joining("; ")),
                    unit.tests().stream().map(test -> test.assertion().id()).collect(Collectors.joining(" "))));
        }
        return new Sheet("Request list", List.of(22, 36, 44, 50, 44, 60, 40), rows);
    }

    private static String document(DocumentResult result) {
        String title = result.document()
                .filed()
                .map(filed -> ", " + filed.title() + " " + filed.version())
                .orElse("");
        return result.document().id() + " " + ReportXlsx.word(result.state()) + title;
    }

    static Sheet units(PeriodAssessment assessment) {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of(
                "Unit",
                "Title",
                "Section",
                "Obligation",
                "Responsibility",
                "Kind of conclusion",
                "Conclusion",
                "Tests",
                "Deviate",
                "Not evaluated",
                "Documents",
                "Not current",
                "Owner"));
        for (ControlResult unit : assessment.controls()) {
            rows.add(List.of(
                    unit.control().citation(),
                    unit.control().title(),
                    unit.control().section(),
                    ReportXlsx.word(unit.control().obligation()),
                    unit.control().responsibility(),
                    ConclusionKind.of(unit).words(),
                    unit.conclusion(),
                    (long) unit.tests().size(),
                    unit.tests().stream()
                            .filter(test -> test.verdict() == Verdict.FAIL)
                            .count(),
                    unit.tests().stream()
                            .filter(test -> test.verdict() == Verdict.INCONCLUSIVE)
                            .count(),
                    (long) unit.documents().size(),
                    unit.documents().stream()
                            .filter(each -> each.verdict() == Verdict.MANUAL)
                            .count(),
                    unit.control().owner()));
        }
        return new Sheet("Units", List.of(22, 36, 26, 14, 24, 28, 50, 8, 9, 13, 11, 11, 24), rows);
    }
}
