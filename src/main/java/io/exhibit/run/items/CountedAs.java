package io.exhibit.run.items;

import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Population;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.evidence.Distinct;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a test of every day counts an item as: deviating when it did on one day, and not known when it was so on one and deviated on none.
 * Of several such days it is the newest. Items that were so on none are not kept.
 */
final class CountedAs {

    private final Map<Long, Seen> wrong = new HashMap<>();

    /** An item as it was in a run. */
    record Seen(Item item, String run) {}

    CountedAs(Days days, Population population) {
        if (population.test().timing() != Timing.PERIOD) {
            return;
        }
        String test = population.test().id();
        Stream.concat(Stream.of(population.run()), population.before().stream())
                .filter(run -> any(days, run, test))
                .forEach(run -> days.items(run, test, item -> add(item, run)));
    }

    private static boolean any(Days days, String run, String test) {
        return days.assessment(run).stream()
                .flatMap(day -> day.judgements().stream())
                .filter(judged -> judged.assertion().equals(test))
                .anyMatch(judged -> judged.deviating() + judged.accepted() + judged.inconclusive() > 0);
    }

    private void add(Item item, String run) {
        if (grave(item) > 0) {
            wrong.merge(
                    hash(item),
                    new Seen(item, run),
                    (newer, older) -> grave(older.item()) > grave(newer.item()) ? older : newer);
        }
    }

    /** An item of a run, as it is counted. */
    Seen of(Item item, String run) {
        Seen counted = wrong.get(hash(item));
        return counted == null ? new Seen(item, run) : counted;
    }

    /** Whether the test counts it as something else than conforming. */
    boolean counts(Item item) {
        return wrong.containsKey(hash(item));
    }

    static long hash(Item item) {
        return Distinct.hash(item.target().account(), item.target().region(), item.key());
    }

    private static int grave(Item item) {
        return switch (item.state()) {
            case DEVIATES -> 3;
            case ACCEPTED -> 2;
            case INCONCLUSIVE -> 1;
            case CONFORMS -> 0;
        };
    }
}
