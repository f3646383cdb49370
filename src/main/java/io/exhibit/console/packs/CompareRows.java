package io.exhibit.console.packs;

import io.exhibit.console.page.Say;
import io.exhibit.run.ComparedPacks;
import io.exhibit.seal.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two packs side by side, for the page. */
final class CompareRows {

    private CompareRows() {}

    static Map<String, Object> of(PackDesk.Comparison comparison) {
        ComparedPacks compared = comparison.packs();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("older", pack(compared.older(), comparison.olderDigest(), comparison.olderAsLogged()));
        model.put("newer", pack(compared.newer(), comparison.newerDigest(), comparison.newerAsLogged()));
        model.put(
                "units",
                compared.units().stream()
                        .map(unit ->
                                Map.of("citation", unit.citation(), "was", none(unit.was()), "is", none(unit.is())))
                        .toList());
        model.put("tests", compared.tests().stream().map(CompareRows::test).toList());
        model.put(
                "opened",
                Say.count(compared.tests().stream()
                        .mapToLong(ComparedPacks.Test::opened)
                        .sum()));
        model.put(
                "closed",
                Say.count(compared.tests().stream()
                        .mapToLong(ComparedPacks.Test::closed)
                        .sum()));
        List<Map<String, Object>> runs = new ArrayList<>();
        compared.runs()
                .forEach((outcome, counts) -> runs.add(Map.of(
                        "outcome",
                        outcome.toLowerCase(Locale.ROOT),
                        "was",
                        Say.count(counts[0]),
                        "is",
                        Say.count(counts[1]))));
        model.put("runs", runs);
        model.put("book", comparison.book());
        model.put("bookNote", comparison.bookNote());
        return model;
    }

    private static Map<String, Object> pack(Statement.Meaning pack, String digest, boolean asLogged) {
        return Map.of(
                "name",
                pack.pack(),
                "period",
                pack.first() + " to " + pack.last(),
                "issued",
                Say.minute(pack.issued()),
                "digest",
                digest,
                "asLogged",
                asLogged);
    }

    private static String none(String text) {
        return text.isEmpty() ? "not in this pack" : text;
    }

    private static Map<String, Object> test(ComparedPacks.Test test) {
        return Map.of(
                "id", test.id(),
                "was", verdict(test.was()),
                "wasStyle", style(test.was()),
                "is", verdict(test.is()),
                "isStyle", style(test.is()),
                "populationWas", Say.count(test.populationWas()),
                "populationIs", Say.count(test.populationIs()),
                "opened", test.opened() == 0 ? "–" : Say.count(test.opened()),
                "closed", test.closed() == 0 ? "–" : Say.count(test.closed()));
    }

    private static String verdict(String word) {
        return word.isEmpty()
                ? "not in this pack"
                : word.replace('-', ' ').replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private static String style(String word) {
        return word.isEmpty() ? "not-applicable" : word.replace('_', '-').replace(' ', '-');
    }
}
