package io.exhibit.render;

import io.exhibit.assessment.Balance;
import io.exhibit.assessment.SincePrevious;
import io.exhibit.assessment.SincePrevious.PopulationChange;
import io.exhibit.assessment.SincePrevious.Stand;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Book;
import io.exhibit.control.Parameter;
import io.exhibit.control.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What changed since the previous pack, in tables of what was then and is now. */
final class SincePages {

    /** Rows of one table; beyond it the count is printed. */
    private static final int LISTED = 60;

    private final PackContent content;
    private final Book book;
    private final UnitPages units;

    SincePages(PackContent content, UnitPages units) {
        this.content = content;
        this.book = content.assessment().book();
        this.units = units;
    }

    /** With nothing but {@code first} for the first pack of a log. */
    Map<String, Object> model() {
        Optional<SincePrevious> since = content.since();
        return since.isEmpty() ? Map.of("first", true) : model(since.get());
    }

    private Map<String, Object> model(SincePrevious since) {
        List<String> none = new ArrayList<>();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("first", false);
        model.put("pack", since.pack());
        model.put("sha256", since.sha256());
        model.put("period", Words.period(since.period()));
        model.put("findings", findings(since));
        model.put(
                "units",
                table(
                        since.units(),
                        "units by the kind of their conclusion",
                        none,
                        change -> Map.of(
                                "name", change.citation(),
                                "title", title(change.citation()),
                                "anchor", units.anchor(change.citation()),
                                "before", change.before().words(),
                                "after", change.after().words())));
        model.put(
                "tests",
                table(
                        since.tests(),
                        "tests by their result",
                        none,
                        change -> Map.of(
                                "name", change.assertion(),
                                "title", says(change.assertion()),
                                "before", stand(change.before()),
                                "after", stand(change.after()))));
        model.put(
                "documents",
                table(
                        since.documents(),
                        "documents by their state",
                        none,
                        change -> Map.of(
                                "name", change.id(),
                                "title", shows(change.id()),
                                "before", Words.of(change.before()).toUpperCase(java.util.Locale.ROOT),
                                "after", Words.of(change.after()).toUpperCase(java.util.Locale.ROOT))));
        model.put(
                "populations",
                table(
                        since.populations().orElse(List.of()),
                        since.populations().isPresent() ? "how many of each kind were read" : "",
                        none,
                        SincePages::population));
        model.put(
                "thresholds",
                table(
                        since.thresholds().orElse(List.of()),
                        since.thresholds().isPresent() ? "thresholds" : "",
                        none,
                        change -> Map.of(
                                "name", change.name(),
                                "before", threshold(change.before()),
                                "after", threshold(change.after()))));
        model.put("none", String.join(", ", none));
        model.put("unread", since.populations().isEmpty());
        model.put("unknownBook", since.thresholds().isEmpty());
        model.put("testsApart", String.join(", ", since.testsApart()));
        model.put("unitsApart", String.join(", ", since.unitsApart()));
        return model;
    }

    /** What is empty is named, once, in a sentence of its own. */
    private static <T> Map<String, Object> table(
            List<T> changes, String name, List<String> none, Function<T, Map<String, Object>> row) {
        if (changes.isEmpty() && !name.isEmpty()) {
            none.add(name);
        }
        return Map.of(
                "count", Words.count(changes.size()),
                "rows", changes.stream().limit(LISTED).map(row).toList(),
                "more", changes.size() > LISTED ? Words.count(changes.size() - LISTED) : "");
    }

    private static List<Object> findings(SincePrevious since) {
        List<Object> rows = new ArrayList<>();
        Severity[] all = Severity.values();
        for (int i = all.length - 1; i >= 0; i--) {
            rows.add(row(Words.of(all[i]), List.of(since.findings().get(all[i])), false));
        }
        rows.add(row("All", List.copyOf(since.findings().values()), true));
        return rows;
    }

    private static Map<String, Object> row(String name, List<Balance> of, boolean total) {
        return Map.of(
                "name", name,
                "before", sum(of, Balance::start),
                "came", sum(of, b -> b.found() + b.opened() + b.reopened()),
                "closed", sum(of, Balance::closed),
                "after", sum(of, Balance::open),
                "total", total);
    }

    private static String sum(List<Balance> of, ToLongFunction<Balance> part) {
        return Words.count(of.stream().mapToLong(part).sum());
    }

    private static Map<String, Object> population(PopulationChange change) {
        long more = change.after() - change.before();
        return Map.of(
                "name", change.reading(),
                "before", Words.count(change.before()),
                "after", Words.count(change.after()),
                "difference", (more > 0 ? "+" : "") + Words.count(more),
                "full", change.full());
    }

    private String title(String citation) {
        return book.framework().controls().stream()
                .filter(unit -> unit.citation().equals(citation))
                .findFirst()
                .map(unit -> unit.title())
                .orElse("");
    }

    private String says(String assertion) {
        return content.assessment().tests().stream()
                .map(TestResult::assertion)
                .filter(test -> test.id().equals(assertion))
                .findFirst()
                .map(test -> test.says())
                .orElse("");
    }

    private String shows(String document) {
        return book.documents().stream()
                .filter(asked -> asked.id().equals(document))
                .findFirst()
                .map(asked -> asked.says())
                .orElse("");
    }

    private static Map<String, Object> stand(Stand stand) {
        return Map.of(
                "verdict", stand.verdict().words(),
                "style", Words.of(stand.verdict()).replace(' ', '-'),
                "much",
                        stand.deviating() == 0
                                ? ""
                                : Words.count(stand.deviating()) + " of " + Words.count(stand.population()));
    }

    private static String threshold(Optional<Parameter> parameter) {
        return parameter
                .map(p -> (p.value() + " " + p.unit()).strip() + " (" + Words.policy(p) + ")")
                .orElse("not there");
    }
}
