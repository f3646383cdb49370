package io.exhibit.render;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.How;
import io.exhibit.assessment.Changes;
import io.exhibit.assessment.Day;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed between the sealed nights: how much of each kind, then each change with before, after and approval. */
final class ChangePages {

    /** Rows of one kind; every change stands in {@code changes.json}. */
    private static final int LISTED = 300;

    private static final int KINDS = 6;

    private final PackContent content;
    private final Changes changes;
    private final Accounts accounts;
    private final ChangeRows rows;

    ChangePages(PackContent content, Accounts accounts) {
        this.content = content;
        this.changes = content.changes();
        this.accounts = accounts;
        this.rows = new ChangeRows(accounts);
    }

    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        long nights = content.assessment().days().stream().filter(Day::sealed).count();
        model.put("nights", Words.count(nights, "sealed night", "sealed nights"));
        model.put("none", nights == 0);
        model.put("base", changes.base().map(night -> night.day().toString()).orElse(""));
        model.put("first", Words.date(content.assessment().period().first()));
        model.put(
                "all",
                changes.all().size() == 1
                        ? "1 change was"
                        : Words.count(changes.all().size()) + " changes were");
        model.put("total", counts(changes.all()));
        model.put("kinds", changes.kinds().stream().map(this::kind).toList());
        model.put(
                "groups",
                changes.kinds().stream()
                        .map(this::group)
                        .filter(group -> !((List<?>) group.get("rows")).isEmpty())
                        .toList());
        model.put("unread", unread());
        model.put("begun", begun());
        model.put("apart", apart());
        model.put("books", books());
        return model;
    }

    /** What is read and not compared, by what its items are called. */
    private List<Map<String, String>> apart() {
        Map<String, String> titles = content.sources().stream()
                .flatMap(source -> source.readings().stream())
                .collect(Collectors.toMap(Reading::key, Reading::title, (one, other) -> one));
        return changes.apart().stream()
                .map(apart -> Map.of(
                        "why",
                        apart.why(),
                        "what",
                        apart.readings().stream()
                                .map(reading -> titles.getOrDefault(reading, reading))
                                .sorted()
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private List<Change> of(Changes.Kind kind) {
        return changes.all().stream()
                .filter(change -> change.kind().equals(kind.title()))
                .toList();
    }

    private Map<String, Object> kind(Changes.Kind kind) {
        Map<String, Object> row = new LinkedHashMap<>(counts(of(kind)));
        row.put("title", kind.title());
        row.put("watched", Words.count(kind.watched()));
        row.put("anchor", of(kind).isEmpty() ? "" : anchor(kind));
        return row;
    }

    private static Map<String, Object> counts(List<Change> some) {
        return Map.of(
                "added", Words.count(count(some, change -> change.how() == How.ADDED)),
                "changed", Words.count(count(some, change -> change.how() == How.CHANGED)),
                "removed", Words.count(count(some, change -> change.how() == How.REMOVED)),
                "all", Words.count(some.size()),
                "approved", Words.count(count(some, change -> change.approval().isPresent())),
                "late", Words.count(count(some, Change::approvedLate)),
                "none", Words.count(count(some, change -> change.approval().isEmpty())));
    }

    private static long count(List<Change> some, Function<Change, Boolean> which) {
        return some.stream().filter(which::apply).count();
    }

    private static String anchor(Changes.Kind kind) {
        return anchor(kind.title());
    }

    /** Of the list of a kind, by its title. */
    static String anchor(String kind) {
        return "changes-" + kind.replace(' ', '-');
    }

    private Map<String, Object> group(Changes.Kind kind) {
        List<Change> all = of(kind);
        return Map.of(
                "title", kind.title(),
                "anchor", anchor(kind),
                "count", Words.count(all.size(), "change", "changes"),
                "rows",
                        all.stream()
                                .limit(LISTED)
                                .map(change -> rows.of(kind, change))
                                .toList(),
                "more", all.size() > LISTED ? Words.count(all.size() - LISTED) : "");
    }

    /** What could not be read, the same nights of an account in one row. */
    private List<Map<String, String>> unread() {
        Map<List<String>, List<Changes.Unread>> rows = changes.unread().stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(
                                one.target().account(),
                                one.from().toString(),
                                one.until().toString(),
                                one.last().map(LocalDate::toString).orElse(""),
                                one.again().map(LocalDate::toString).orElse(""),
                                cause(one.why())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return rows.entrySet().stream()
                .map(row -> {
                    List<String> same = row.getKey();
                    List<Changes.Unread> spells = row.getValue();
                    return Map.of(
                            "where",
                            where(spells.stream().map(Changes.Unread::target).toList()),
                            "nights",
                            same.get(1).equals(same.get(2)) ? same.get(1) : same.get(1) + " to " + same.get(2),
                            "last",
                            same.get(3).isEmpty() ? "never" : same.get(3),
                            "again",
                            same.get(4).isEmpty() ? "not in the period" : same.get(4),
                            "why",
                            same.get(5),
                            "kinds",
                            kinds(spells.stream().map(Changes.Unread::kind)));
                })
                .toList();
    }

    /** Without the operations, which differ from list to list. */
    private static String cause(String why) {
        return Arrays.stream(why.split("; "))
                .map(part -> part.substring(part.lastIndexOf(": ") + (part.contains(": ") ? 2 : 1)))
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private String where(List<Target> targets) {
        String regions = targets.stream()
                .filter(target -> !target.isGlobal())
                .map(Target::region)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return accounts.printed(targets.get(0).account()) + (regions.isEmpty() ? "" : ", " + regions);
    }

    private String kinds(Stream<String> titles) {
        List<String> order = changes.kinds().stream().map(Changes.Kind::title).toList();
        TreeSet<Integer> places = titles.map(order::indexOf).collect(Collectors.toCollection(TreeSet::new));
        return places.size() > KINDS
                ? places.size() + " of the kinds; changes.json names each"
                : places.stream().map(order::get).collect(Collectors.joining(", "));
    }

    private List<Map<String, String>> begun() {
        Map<List<String>, List<Changes.Begun>> rows = changes.begun().stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.target().account(), one.day().toString()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return rows.entrySet().stream()
                .map(row -> Map.of(
                        "where",
                                where(row.getValue().stream()
                                        .map(Changes.Begun::target)
                                        .toList()),
                        "day", row.getKey().get(1),
                        "items",
                                Words.count(row.getValue().stream()
                                        .mapToLong(Changes.Begun::items)
                                        .sum()),
                        "kinds", kinds(row.getValue().stream().map(Changes.Begun::kind))))
                .toList();
    }

    /** Changes of what the nights were judged by; they are printed where the books are. */
    private Map<String, Object> books() {
        long told = content.books().stream()
                .mapToLong(book -> book.changes().size())
                .sum();
        long untold = content.books().stream()
                .filter(book -> !book.instead().isEmpty())
                .count();
        return Map.of(
                "count",
                Words.count(told, "change", "changes"),
                "any",
                told > 0 || untold > 0,
                "judging",
                new BookPages(content).judging(),
                "untold",
                untold == 0 ? "" : Words.count(untold, "more book", "more books"));
    }
}
