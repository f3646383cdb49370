package io.exhibit.cli.runs;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A run as a table with a line for each source, however many accounts and regions there are: units asked (of those that
 * belong to the plan), calls, items, calls without an answer, and why.
 */
final class SourceTable {

    private static final String HEAD = "source";

    /** @param blind whether any of its calls brought no answer */
    record Row(String text, boolean blind) {}

    private final Map<String, List<Part>> sources;
    private final int widest;

    /** @param order keys of the sources, in the order in which they are listed */
    SourceTable(List<Unit> units, List<String> order) {
        sources = new TreeMap<>(Comparator.comparing(order::indexOf));
        for (Unit unit : units) {
            unit.parts()
                    .forEach(part -> sources.computeIfAbsent(part.source(), s -> new ArrayList<>())
                            .add(part));
        }
        widest = sources.keySet().stream().mapToInt(String::length).max().orElse(HEAD.length());
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(line(HEAD, "units", "calls", "items", "gaps", ""), false));
        sources.forEach((source, parts) -> rows.add(row(source, parts)));
        return rows;
    }

    private Row row(String source, List<Part> parts) {
        List<Gap> gaps = parts.stream().flatMap(part -> part.gaps().stream()).toList();
        long asked = parts.stream().filter(part -> part.calls() > 0).count();
        String units = asked == parts.size() ? String.valueOf(asked) : asked + " of " + parts.size();
        String causes = gaps.stream().map(gap -> gap.cause().words()).distinct().collect(Collectors.joining("; "));
        return new Row(
                line(
                        source,
                        units,
                        sum(parts, Part::calls),
                        sum(parts, Part::items),
                        gaps.isEmpty() ? "-" : String.valueOf(gaps.size()),
                        causes),
                !gaps.isEmpty());
    }

    private String line(String source, String units, String calls, String items, String gaps, String causes) {
        String format = "  %-" + widest + "s  %11s  %8s  %9s  %6s  %s";
        return String.format(Locale.ROOT, format, source, units, calls, items, gaps, causes)
                .stripTrailing();
    }

    private static String sum(List<Part> parts, ToLongFunction<Part> count) {
        return String.valueOf(parts.stream().mapToLong(count).sum());
    }
}
