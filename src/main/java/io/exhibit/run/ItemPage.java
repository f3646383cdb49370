package io.exhibit.run;

import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some items of a population, in their order.
 *
 * @param items that the page shows
 * @param from number of the first of them among those that match, from 0
 * @param matching how many match, on all pages
 * @param all how many there are
 */
public record ItemPage(List<Item> items, long from, long matching, long all) {

    public ItemPage {
        items = List.copyOf(items);
    }

    /**
     * Streams a sealed population by; no more than the page is held.
     *
     * @param from number of the first item among those that match; past their end the page is empty
     * @param most items of the page
     */
    public static ItemPage of(Days days, String run, String test, Predicate<Item> wanted, long from, int most) {
        List<Item> shown = new ArrayList<>();
        long[] counted = new long[2];
        days.items(run, test, item -> {
            counted[1]++;
            if (wanted.test(item)) {
                if (counted[0] >= from && shown.size() < most) {
                    shown.add(item);
                }
                counted[0]++;
            }
        });
        return new ItemPage(shown, from, counted[0], counted[1]);
    }

    /** The one of that key at that target; empty when the population has none. */
    public static List<Item> one(Days days, String run, String test, Predicate<Item> which) {
        return of(days, run, test, which, 0, 1).items();
    }
}
