package io.exhibit.evaluate;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.control.Book;
import io.exhibit.evidence.Evidence;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A day that was judged, with its items at hand. */
record Judged(Assessment assessment, Map<String, List<Item>> items) {

    static Judged of(Book book, Evidence evidence) {
        return of(new Evaluator(book, Samples.catalog(), ZoneOffset.UTC), evidence);
    }

    static Judged of(Evaluator evaluator, Evidence evidence) {
        Map<String, List<Item>> items = new LinkedHashMap<>();
        Assessment assessment = evaluator.assess(
                evidence,
                (id, item) -> items.computeIfAbsent(id, i -> new ArrayList<>()).add(item));
        return new Judged(assessment, items);
    }

    /** The only judgement. */
    Judgement only() {
        return assessment.judgements().get(0);
    }

    List<Item> all() {
        return items.values().stream().flatMap(List::stream).toList();
    }

    List<String> states() {
        return all().stream().map(i -> i.key() + " " + i.state()).toList();
    }
}
