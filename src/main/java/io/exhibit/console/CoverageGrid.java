package io.exhibit.console;

import io.exhibit.assessment.Day;
import io.exhibit.control.Blind;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was read of one account, by source and day. */
final class CoverageGrid {

    private CoverageGrid() {}

    /** @param account "" or {@code null} for the one of which most is wanting */
    static Map<String, Object> of(Standing standing, String account) {
        Names names = new Names(standing);
        Scope scope = standing.month().assessment().book().scope();
        SortedMap<String, String> accounts = new TreeMap<>();
        for (RunRecord run : standing.month().runs()) {
            run.units()
                    .forEach(unit -> accounts.put(
                            unit.target().account(), names.of(unit.target().account())));
        }
        if (account != null && !account.isEmpty() && !accounts.containsKey(account)) {
            throw Refusal.notHere("No account " + account + " was asked this month.");
        }
        List<Day> days = standing.month().assessment().days();
        List<Map<String, Map<String, String>>> marks =
                days.stream().map(day -> marks(day, scope)).toList();
        Map<String, Long> partly = new HashMap<>();
        accounts.keySet()
                .forEach(each -> partly.put(
                        each,
                        marks.stream()
                                .flatMap(day -> day.getOrDefault(each, Map.of()).values().stream())
                                .filter("partly"::equals)
                                .count()));
        String chosen = account == null || account.isEmpty()
                ? accounts.keySet().stream()
                        .max(Comparator.<String>comparingLong(partly::get).thenComparing(Comparator.reverseOrder()))
                        .orElse("")
                : account;
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, List<String>> cells = new HashMap<>();
        for (Map<String, Map<String, String>> day : marks) {
            Map<String, String> ofChosen = day.getOrDefault(chosen, Map.of());
            // A day on which nothing was collected is not one on which this account does not have the source.
            String otherwise = day.isEmpty() ? "missed" : "none";
            for (Source source : standing.month().sources()) {
                cells.computeIfAbsent(source.key(), key -> new ArrayList<>())
                        .add(ofChosen.getOrDefault(source.key(), otherwise));
            }
        }
        for (Source source : standing.month().sources()) {
            List<String> row = cells.getOrDefault(source.key(), List.of());
            long read = row.stream().filter("read"::equals).count();
            rows.add(Map.of(
                    "source", source.key(),
                    "title", source.title(),
                    "cells", row,
                    "read", Say.count(read),
                    "partly", Say.count(row.stream().filter("partly"::equals).count())));
        }
        rows.sort(Comparator.comparing(row -> row.get("partly").equals("0")));
        return Map.of(
                "rows", rows,
                "days",
                        days.stream()
                                .map(day -> String.valueOf(day.date().getDayOfMonth()))
                                .toList(),
                "dates", days.stream().map(day -> day.date().toString()).toList(),
                "accounts",
                        accounts.entrySet().stream()
                                .map(each -> Map.of(
                                        "id",
                                        each.getKey(),
                                        "name",
                                        each.getValue() + ": "
                                                + (partly.get(each.getKey()) == 0
                                                        ? "every call answered"
                                                        : Say.count(partly.get(each.getKey())) + " partly"),
                                        "chosen",
                                        each.getKey().equals(chosen)))
                                .toList(),
                "chosen", accounts.getOrDefault(chosen, ""),
                "inScope", scope.inScope(chosen));
    }

    /** Of each account by source: "read" when every region answered, "partly" when one did not. */
    private static Map<String, Map<String, String>> marks(Day day, Scope scope) {
        Map<String, Map<String, String>> marks = new HashMap<>();
        List<Unit> units = day.run().map(RunRecord::units).orElse(List.of());
        for (Unit unit : units) {
            Map<String, String> ofAccount = marks.computeIfAbsent(unit.target().account(), any -> new HashMap<>());
            unit.parts().forEach(part -> ofAccount.putIfAbsent(part.source(), "read"));
        }
        Blind.of(units, scope)
                .forEach(blind -> marks.get(blind.target().account()).put(blind.source(), "partly"));
        return marks;
    }
}
