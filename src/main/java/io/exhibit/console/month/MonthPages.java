package io.exhibit.console.month;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Period;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Listing;
import io.exhibit.console.page.Names;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.console.page.Table;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.render.forms.FindingsCsv;
import io.exhibit.run.Overnight;
import io.exhibit.run.RunFigures;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The month so far: what needs a person, the units, and what lies behind them as a whole. */
public final class MonthPages {

    private final Screen screen;
    private final Months months;

    public MonthPages(Screen screen, Months months) {
        this.screen = screen;
        this.months = months;
    }

    public void today(Context context) throws IOException {
        Standing standing = months.standing(context);
        Period period = standing.month().assessment().period();
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("day", Say.day(standing.at(), period.zone()));
        own.put("month", Say.month(period.first()));
        own.put(
                "last",
                standing.month()
                        .newest()
                        .map(run ->
                                last(run, standing.month().assessment().book().scope()))
                        .orElse("Nothing was collected this month."));
        own.put("alarms", new Persons(standing).rows());
        own.put("persons", Say.count(standing.alarms().size()));
        own.put("conclusions", conclusions(standing));
        own.put(
                "next",
                standing.next().stream()
                        .map(next -> Map.of("what", next.what(), "when", next.when()))
                        .toList());
        own.put("packs", PackRows.of(standing));
        own.put(
                "changed",
                standing.overnight()
                        .map(night -> List.of(ChangedRows.of(
                                night, issued(standing, night), standing.month().sources())))
                        .orElse(List.of()));
        screen.show(context, "today", "Today", standing, own);
    }

    private static List<String> issued(Standing standing, Overnight night) {
        return standing.packs().stream()
                .filter(pack -> pack.issued().filter(night::spans).isPresent())
                .map(Standing.Pack::name)
                .toList();
    }

    /** What is out of scope is not missed. */
    private static String last(RunRecord run, Scope scope) {
        RunFigures figures = RunFigures.of(run);
        long gaps = run.units().stream()
                .filter(unit -> scope.inScope(unit.target()))
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(part -> part.gaps().size())
                .sum();
        return "The last collection ended on " + Say.minute(run.finished()) + ": "
                + Say.count(run.accounts().size(), "account", "accounts") + ", "
                + Say.count(figures.calls(), "call", "calls") + ", "
                + (gaps == 0 ? "none" : Say.count(gaps)) + " in scope without an answer.";
    }

    /** How many units have which conclusion, in the order of the pack. */
    public static List<Map<String, Object>> conclusions(Standing standing) {
        return conclusions(standing, unit -> true);
    }

    private static List<Map<String, Object>> conclusions(Standing standing, Predicate<ControlResult> wanted) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ConclusionKind kind : ConclusionKind.values()) {
            long units = standing.month().assessment().controls().stream()
                    .filter(ControlResult::mapped)
                    .filter(unit -> ConclusionKind.of(unit) == kind)
                    .filter(wanted)
                    .count();
            if (units > 0) {
                rows.add(Map.of("style", kind.style(), "words", kind.words(), "count", Say.count(units)));
            }
        }
        return rows;
    }

    public void units(Context context) throws IOException {
        unit(context, "");
    }

    public void unit(Context context) throws IOException {
        unit(context, context.pathParam("citation"));
    }

    private void unit(Context context, String citation) throws IOException {
        Standing standing = months.standing(context);
        boolean there = standing.month().assessment().controls().stream()
                .anyMatch(unit -> unit.mapped() && unit.control().citation().equals(citation));
        if (!citation.isEmpty() && !there) {
            throw Refusal.notHere("This book has no unit " + citation + ".");
        }
        UnitFilter filter = new UnitFilter(context, standing);
        screen.show(
                context,
                "units",
                citation.isEmpty() ? "Controls" : citation,
                standing,
                Map.of(
                        "citation",
                        citation,
                        "filter",
                        filter.model(),
                        "conclusions",
                        conclusions(standing, filter::takes)));
    }

    public void findings(Context context) throws IOException {
        Standing standing = months.standing(context);
        Names names = standing.names();
        FindingFilter filter = new FindingFilter(context, standing, names);
        Listing listing = Listing.of(context, FindingRows.SHOWN).asking(filter.query());
        Map<String, Object> own = new LinkedHashMap<>(FindingRows.of(standing.findings(), listing, names, filter));
        own.put("chart", FindingChart.of(standing.byDay(), read(standing)));
        screen.show(context, "findings", "Findings", standing, own);
    }

    private static Set<LocalDate> read(Standing standing) {
        return standing.month().assessment().days().stream()
                .filter(Day::sealed)
                .map(Day::date)
                .collect(Collectors.toSet());
    }

    /** All of those that are asked for, whichever page is shown. */
    public void findingsTable(Context context) throws IOException {
        Standing standing = months.standing(context);
        Names names = standing.names();
        FindingFilter filter = new FindingFilter(context, standing, names);
        Predicate<Finding> wanted = FindingRows.wanted(Listing.of(context, FindingRows.SHOWN), names, filter);
        Table table = new Table(
                context,
                "findings-"
                        + Say.yearMonth(standing.month().assessment().period().first()),
                FindingsCsv.head());
        FindingsCsv.lines(
                standing.month(),
                () -> standing.findings().stream().filter(wanted).iterator(),
                table::row);
        table.end();
    }

    public void frameworks(Context context) throws IOException {
        Standing standing = months.standing(context);
        String own = standing.month().assessment().book().framework().id();
        String asked = Optional.ofNullable(context.queryParam("framework")).orElse(own);
        Map<String, Object> page = new LinkedHashMap<>();
        if (asked.equals(own)) {
            page.putAll(FrameworkRows.of(standing));
        } else if (months.frameworks().contains(asked)) {
            page.putAll(FrameworkRows.of(standing, months.inFramework(asked)));
        } else {
            throw Refusal.notHere("There is no framework " + asked + " beside the book.");
        }
        page.put("choices", List.copyOf(months.frameworks()));
        screen.show(context, "frameworks", "Frameworks", standing, page);
    }

    public void coverage(Context context) throws IOException {
        Standing standing = months.standing(context);
        screen.show(
                context, "coverage", "Coverage", standing, CoverageGrid.of(standing, context.queryParam("account")));
    }
}
