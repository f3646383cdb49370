package io.exhibit.render;

import io.exhibit.assessment.Day;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The collection log: what was asked of whom, on how many days it was answered in full, and every call that was not. */
final class CollectionPages {

    /** As many accounts as fit beside each other. */
    private static final int COLUMNS = 5;

    /** Days on which a source answered in full in an account, and on which some call did not. */
    private static final class Cell {
        private int answered;
        private int gaps;
    }

    private final List<Source> sources;
    private final Accounts accounts;
    private final Calendar calendar;
    private final List<RunRecord> runs;
    private final Gaps gaps;
    private final Map<String, Cell> cells = new HashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();
    private final TreeSet<String> outside = new TreeSet<>();

    CollectionPages(PackContent content, Accounts accounts, Calendar calendar) {
        this.sources = content.sources();
        this.accounts = accounts;
        this.calendar = calendar;
        List<Day> days = content.assessment().days();
        this.runs = days.stream().flatMap(day -> day.run().stream()).toList();
        this.gaps = new Gaps(days);
        runs.forEach(this::count);
    }

    private void count(RunRecord run) {
        Set<String> asking = new HashSet<>();
        Set<String> withGaps = new HashSet<>();
        for (Unit unit : run.units()) {
            if (accounts.scope().inScope(unit.target().account())) {
                asked.add(unit.target().account());
            } else {
                outside.add(unit.target().account());
            }
            for (Part part : unit.parts()) {
                String key = part.source() + " " + unit.target().account();
                asking.add(key);
                if (!part.gaps().isEmpty()) {
                    withGaps.add(key);
                }
            }
        }
        for (String key : asking) {
            Cell cell = cells.computeIfAbsent(key, k -> new Cell());
            if (withGaps.contains(key)) {
                cell.gaps++;
            } else {
                cell.answered++;
            }
        }
    }

    Map<String, Object> model() {
        return Map.of(
                "sealed", Words.count(calendar.sealed()),
                "days", Words.count(calendar.inPeriod()),
                "calls", Words.count(parts().mapToLong(Part::calls).sum()),
                "requests", Words.count(parts().mapToLong(Part::requests).sum()),
                "unanswered", Words.count(gaps.calls()),
                "reasons", calendar.reasons(),
                "tables", tables(),
                "outside",
                        String.join(
                                ", ", outside.stream().map(accounts::printed).toList()),
                "gaps", gaps.rows(accounts),
                "sources", sources.stream().map(CollectionPages::source).toList());
    }

    private Stream<Part> parts() {
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
            Cell cell = cells.getOrDefault(source.key() + " " + account, new Cell());
            row.add(Map.of(
                    "answered",
                    Words.count(cell.answered),
                    "gaps",
                    cell.gaps == 0 ? "" : Words.count(cell.gaps),
                    "asked",
                    cell.answered + cell.gaps > 0));
        }
        return Map.of("title", source.title(), "cells", row);
    }

    private static Map<String, Object> source(Source source) {
        return Map.of(
                "title", source.title(),
                "key", source.key(),
                "calls",
                        String.join(
                                ", ",
                                source.operations().stream()
                                        .map(Operation::name)
                                        .toList()),
                "where",
                        switch (source.scope()) {
                            case ORGANIZATION -> "once";
                            case ACCOUNT -> "each account";
                            case REGION -> "each account and region";
                        });
    }
}
