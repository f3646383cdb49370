package io.exhibit.console.month;

import io.exhibit.assessment.SincePrevious.UnitChange;
import io.exhibit.console.page.Say;
import io.exhibit.evidence.Source;
import io.exhibit.render.PackContent.UsedBook;
import io.exhibit.run.Overnight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What changed since the day before, for the first page. */
final class ChangedRows {

    private ChangedRows() {}

    /** @param packs that were issued since */
    static Map<String, Object> of(Overnight night, List<String> packs, List<Source> sources) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("day", night.day().toString());
        model.put("before", night.before().toString());
        model.put("sums", sums(night, packs.size()));
        model.put("units", night.units().stream().map(ChangedRows::unit).toList());
        model.put("tests", night.tests().stream().map(ChangedRows::test).toList());
        model.put("blind", blind(night, sources));
        model.put("book", night.book().map(ChangedRows::book).orElse(List.of()));
        model.put("packs", packs);
        return model;
    }

    /** "3 items newly deviate", each with what it leads to; nothing that is none. */
    private static List<String> sums(Overnight night, int packs) {
        long opened = night.tests().stream().mapToLong(Overnight.Moved::opened).sum();
        long unknown =
                night.tests().stream().mapToLong(Overnight.Moved::unknown).sum();
        long closed = night.tests().stream().mapToLong(Overnight.Moved::closed).sum();
        List<String> sums = new ArrayList<>();
        add(sums, opened, "item newly deviates", "items newly deviate");
        add(sums, unknown, "item that was not read before deviates", "items that were not read before deviate");
        add(sums, closed, "finding is closed", "findings are closed");
        add(
                sums,
                night.tests().stream()
                        .filter(test -> test.was().filter(test.is()::equals).isEmpty())
                        .count(),
                "test says something else",
                "tests say something else");
        add(sums, night.units().size(), "unit stands otherwise", "units stand otherwise");
        add(sums, night.places(), "place is newly blind", "places are newly blind");
        add(sums, night.again(), "place is read again", "places are read again");
        if (night.book().isPresent()) {
            sums.add("the day was judged by another book");
        }
        add(sums, packs, "pack was issued", "packs were issued");
        return sums;
    }

    private static void add(List<String> sums, long n, String one, String many) {
        if (n > 0) {
            sums.add(Say.count(n, one, many));
        }
    }

    private static Map<String, Object> unit(UnitChange change) {
        return Map.of(
                "citation", change.citation(),
                "was", change.before().words(),
                "wasStyle", change.before().style(),
                "is", change.after().words(),
                "isStyle", change.after().style());
    }

    private static Map<String, Object> test(Overnight.Moved test) {
        return Map.of(
                "id", test.test(),
                "was", test.was().map(verdict -> verdict.words()).orElse("not judged"),
                "wasStyle", test.was().map(verdict -> style(Say.word(verdict))).orElse("not-applicable"),
                "is", test.is().words(),
                "isStyle", style(Say.word(test.is())),
                "opened", Say.count(test.opened() + test.unknown()),
                "unknown", test.unknown() == 0 ? "" : Say.count(test.unknown()),
                "closed", Say.count(test.closed()));
    }

    private static String style(String word) {
        return word.replace(' ', '-');
    }

    private static List<Map<String, Object>> blind(Overnight night, List<Source> sources) {
        Map<String, String> titles = sources.stream().collect(Collectors.toMap(Source::key, Source::title));
        List<Map<String, Object>> rows = new ArrayList<>();
        night.blind()
                .forEach((cause, keys) -> rows.add(Map.of(
                        "cause",
                        cause.words(),
                        "sources",
                        keys.stream().map(key -> titles.getOrDefault(key, key)).toList())));
        return rows;
    }

    private static List<String> book(UsedBook book) {
        return book.changes().isEmpty()
                ? List.of(book.instead())
                : book.changes().stream().map(Object::toString).toList();
    }
}
