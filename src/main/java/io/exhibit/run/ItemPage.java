package io.exhibit.run;

import io.exhibit.assessment.Item;
import java.util.List;

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
}
