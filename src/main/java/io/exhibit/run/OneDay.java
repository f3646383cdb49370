package io.exhibit.run;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.ItemSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A judged day in memory, for looking at one run without sealing anything. */
final class OneDay implements Days, ItemSink {

    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::target).thenComparing(Item::key);

    private final Map<String, List<Item>> items = new HashMap<>();
    private Assessment assessment;

    void keep(Assessment judged) {
        assessment = judged;
        items.values().forEach(list -> list.sort(ORDER));
    }

    /** Whether it has a judgement of that assertion. */
    boolean judged(String assertion) {
        return assessment.judgements().stream()
                .anyMatch(judged -> judged.assertion().equals(assertion));
    }

    @Override
    public void accept(String assertion, Item item) {
        items.computeIfAbsent(assertion, id -> new ArrayList<>()).add(item);
    }

    @Override
    public Optional<Assessment> assessment(String run) {
        return assessment.run().equals(run) ? Optional.of(assessment) : Optional.empty();
    }

    @Override
    public void items(String run, String assertion, Consumer<Item> each) {
        items.getOrDefault(assertion, List.of()).forEach(each);
    }
}
