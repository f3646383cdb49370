package io.exhibit.console.month;

import io.exhibit.assessment.Day;
import io.exhibit.console.frame.CoverageMarks;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.control.Scope;
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
        Scope scope = standing.month().assessment().book().scope();
        CoverageMarks marks = standing.coverage();
        SortedMap<String, String> accounts = new TreeMap<>();
        marks.accounts().forEach(each -> accounts.put(each, standing.names().of(each)));
        if (account != null && !account.isEmpty() && !accounts.containsKey(account)) {
            throw Refusal.notHere("No account " + account + " was asked this month.");
        }
        List<Day> days = standing.month().assessment().days();
        Map<String, Long> partly = new HashMap<>();
        accounts.keySet().forEach(each -> partly.put(each, marks.partly(each)));
        String chosen = account == null || account.isEmpty()
                ? accounts.keySet().stream()
                        .max(Comparator.<String>comparingLong(partly::get).thenComparing(Comparator.reverseOrder()))
                        .orElse("")
                : account;
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, List<String>> cells = new HashMap<>();
        List<Map<String, String>> ofDays = marks.of(chosen);
        for (int day = 0; day < ofDays.size(); day++) {
            // A day on which nothing was collected is not one on which this account does not have the source.
            String otherwise = marks.missed(day) ? "missed" : "none";
            Map<String, String> ofChosen = ofDays.get(day);
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
}
