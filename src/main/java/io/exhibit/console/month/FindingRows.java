package io.exhibit.console.month;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.History;
import io.exhibit.console.page.Listing;
import io.exhibit.console.page.Names;
import io.exhibit.console.page.Say;
import io.exhibit.render.ScreenPages;
import io.exhibit.render.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Findings of the month as rows: which are wanted, a page of them. */
final class FindingRows {

    /** What can be shown. */
    static final List<String> SHOWN = List.of("open", "late", "accepted", "closed", "events", "all");

    private FindingRows() {}

    static Map<String, Object> of(List<Finding> findings, Listing asked, Names names, FindingFilter filter) {
        Predicate<Finding> wanted = wanted(asked, names, filter);
        long matching = findings.stream().filter(wanted).count();
        Listing listing = asked.within(matching);
        List<Map<String, Object>> rows = findings.stream()
                .filter(wanted)
                .skip(listing.from())
                .limit(Listing.ROWS)
                .map(finding -> row(finding, names.of(finding.history().target())))
                .toList();
        Map<String, Object> list = listing.model(matching, findings.size(), rows.size(), SHOWN);
        list.put("fields", filter.fields());
        list.put("day", filter.day());
        return Map.of("rows", rows, "list", list);
    }

    /** Those that a listing asks for. */
    static Predicate<Finding> wanted(Listing listing, Names names, FindingFilter filter) {
        return wanted(listing.show()).and(filter::takes).and(finding -> {
            History history = finding.history();
            return listing.finds(
                    finding.test().assertion().id(),
                    history.key(),
                    history.text(),
                    names.of(history.target()),
                    Say.word(finding.severity()));
        });
    }

    private static Predicate<Finding> wanted(String show) {
        return switch (show) {
            case "open" -> finding -> finding.open() && !finding.event();
            case "late" -> finding -> finding.openAndLate() && !finding.event();
            case "accepted" -> Finding::accepted;
            case "closed" -> finding -> !finding.history().open() && !finding.event();
            case "events" -> Finding::event;
            default -> finding -> true;
        };
    }

    private static Map<String, Object> row(Finding finding, String where) {
        History history = finding.history();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("test", finding.test().assertion().id());
        row.put("text", history.text());
        row.put("key", history.key());
        row.put("brief", Names.brief(history.key(), history.target()));
        row.put("where", where);
        row.put("item", ScreenPages.item(history.target(), history.key()));
        row.put("severity", Say.word(finding.severity()));
        row.put("first", Words.first(history));
        row.put("due", Words.due(finding));
        row.put("late", finding.openAndLate() && !finding.event());
        row.put("state", state(finding));
        row.put("acceptance", history.acceptance());
        return row;
    }

    static String state(Finding finding) {
        if (!finding.history().open()) {
            return (finding.history().gone() ? "gone on " : "closed on ")
                    + finding.history().closed();
        }
        return finding.unread()
                ? "open, not read on the last day"
                : finding.accepted() ? "open, risk accepted" : "open";
    }
}
