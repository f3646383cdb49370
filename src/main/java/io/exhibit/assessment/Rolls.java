package io.exhibit.assessment;

import java.util.List;
import java.util.Map;

/**
 * What an auditor draws samples from, beside the populations themselves.
 *
 * @param counts by assertion id
 * @param items of small populations, by assertion id
 */
public record Rolls(Users users, Map<String, Count> counts, Map<String, List<Item>> items) {

    public static final Rolls NONE = new Rolls(Users.NONE, Map.of(), Map.of());

    public Rolls {
        counts = Map.copyOf(counts);
        items = Map.copyOf(items);
    }

    /**
     * How large a population was.
     *
     * @param atStart on the first sealed day of the period, or -1 when it was not judged then
     * @param leftOut records of the last sealed day that were read and do not belong to it
     */
    public record Count(long atStart, long leftOut) {}
}
