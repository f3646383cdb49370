package io.exhibit.render;

import io.exhibit.assessment.Day;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The collection log: what was asked of whom, on how many days it was answered in full, and every call that was not. */
final class CollectionPages {

    /** As many accounts as fit beside each other. */
    private static final int COLUMNS = 5;

    /** Items that vanished which are named. */
    private static final int NAMED = 25;

    private final List<Source> sources;
    private final Accounts accounts;
    private final Calendar calendar;
    private final Completeness completeness;
    private final List<RunRecord> runs;
    private final List<RunRecord> further;
    private final Gaps gaps;
    private final BlindRows blind;
    /** By source and account, the dates on which it was asked, and whether every call was answered. */
    private final Map<String, Map<LocalDate, Boolean>> cells = new HashMap<>();

    private final TreeSet<String> asked = new TreeSet<>();
    private final TreeSet<String> outside = new TreeSet<>();

    CollectionPages(PackContent content, Accounts accounts, Calendar calendar, Completeness completeness) {
        this.sources = content.sources();
        this.accounts = accounts;
        this.calendar = calendar;
        this.completeness = completeness;
        List<Day> days = content.assessment().days();
        this.runs = days.stream().flatMap(day -> day.run().stream()).toList();
        this.further =
                content.runs().stream().filter(run -> !runs.contains(run)).toList();
        this.gaps = new Gaps(days, accounts.scope(), sources);
        this.blind = new BlindRows(content, accounts);
        days.forEach(day -> day.run().ifPresent(run -> count(day.date(), run)));
    }

    private void count(LocalDate date, RunRecord run) {
        for (Unit unit : run.units()) {
            if (accounts.scope().inScope(unit.target().account())) {
                asked.add(unit.target().account());
            } else {
                outside.add(unit.target().account());
            }
            for (Part part : unit.parts()) {
                String key = part.source() + " " + unit.target().account();
                cells.computeIfAbsent(key, k -> new HashMap<>())
                        .merge(date, part.gaps().isEmpty(), Boolean::logicalAnd);
            }
        }
    }

    Map<String, Object> model(OffRows off) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("causes", gaps.legend());
        model.put("sealed", Words.count(calendar.sealed()));
        model.put("days", Words.count(calendar.inPeriod()));
        model.put("calls", Words.count(parts(runs).mapToLong(Part::calls).sum()));
        model.put("requests", Words.count(parts(runs).mapToLong(Part::requests).sum()));
        model.put("unanswered", gaps.sentence());
        model.put("reasons", calendar.reasons());
        model.put("wanting", calendar.wanting());
        model.put("tests", completeness.rows());
        model.put("tables", tables());
        model.put(
                "outside",
                String.join(", ", outside.stream().map(accounts::printed).toList()));
        model.put("blind", blind.model());
        model.put("off", off.all());
        model.put("gaps", gaps.rows(accounts));
        model.put("none", calendar.sealed() == 0 ? "Nothing was collected." : "None. Every call was answered.");
        model.put("vanished", vanished());
        model.put("moved", moved());
        model.put("further", further());
        return model;
    }

    /** Items that were listed and gone a moment later: no blind spot, and told all the same. */
    private String vanished() {
        Set<String> items = new TreeSet<>();
        for (RunRecord run : runs) {
            for (Unit unit : run.units()) {
                unit.parts().stream()
                        .flatMap(part -> part.facts().stream())
                        .filter(Fact::vanished)
                        .forEach(fact -> items.add(fact.call().subject() + " ("
                                + fact.call().operation() + ", " + unit.target() + ", run " + run.id() + ")"));
            }
        }
        return items.isEmpty()
                ? ""
                : Words.count(items.size(), "item was", "items were")
                        + " listed and gone when asked about, and belong to no population of that day: "
                        + items.stream().limit(NAMED).collect(Collectors.joining("; "))
                        + (items.size() > NAMED ? "; the run records name the others." : ".");
    }

    /** Lists to which something was added while they were read. */
    private String moved() {
        Set<String> sources = new TreeSet<>();
        long items = 0;
        for (RunRecord run : runs) {
            for (Unit unit : run.units()) {
                for (Part part : unit.parts()) {
                    items += part.lists().repeated();
                    if (part.lists().repeated() > 0) {
                        sources.add(part.source() + " (" + unit.target() + ", run " + run.id() + ")");
                    }
                }
            }
        }
        return items == 0
                ? ""
                : Words.count(items, "item", "items")
                        + " stood on two pages of a list that moved while it was read, and each is counted once: "
                        + sources.stream().limit(NAMED).collect(Collectors.joining("; "))
                        + (sources.size() > NAMED ? "; the run records name the others." : ".");
    }

    /** What the runs that count for no day could not read: told as a number, and where it stands. */
    private String further() {
        if (further.isEmpty()) {
            return "";
        }
        String those = further.size() == 1
                ? "1 further run counts for no day and is not told here; its record holds "
                : Words.count(further.size())
                        + " further runs count for no day and are not told here; their records hold ";
        long unanswered = parts(further).mapToLong(part -> part.gaps().size()).sum();
        return those + Words.count(unanswered, "call", "calls")
                + " without an answer. The manifest lists every run with its gaps.";
    }

    private static Stream<Part> parts(List<RunRecord> runs) {
        return runs.stream().flatMap(run -> run.units().stream()).flatMap(unit -> unit.parts().stream());
    }

    private List<Object> tables() {
        List<String> columns = new ArrayList<>(asked);
        List<Object> tables = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += COLUMNS) {
            List<String> some = columns.subList(from, Math.min(columns.size(), from + COLUMNS));
            tables.add(Map.of(
                    "accounts",
                            some.stream()
                                    .map(id -> Map.of("id", id, "name", accounts.name(id)))
                                    .toList(),
                    "rows", sources.stream().map(source -> row(source, some)).toList()));
        }
        return tables;
    }

    private Map<String, Object> row(Source source, List<String> columns) {
        List<Object> row = new ArrayList<>();
        for (String account : columns) {
            Map<LocalDate, Boolean> days = cells.getOrDefault(source.key() + " " + account, Map.of());
            long answered = days.values().stream().filter(all -> all).count();
            row.add(Map.of(
                    "answered",
                    Words.count(answered),
                    "gaps",
                    answered == days.size() ? "" : Words.count(days.size() - answered),
                    "asked",
                    !days.isEmpty()));
        }
        return Map.of("title", source.title(), "cells", row);
    }
}
