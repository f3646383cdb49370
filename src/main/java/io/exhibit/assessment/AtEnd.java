package io.exhibit.assessment;

import java.util.List;

/**
 * What a test could not judge on the last sealed day, whatever it says of the period: a test of every day can be inconclusive for days
 * that are over.
 *
 * @param reason why nothing was judged on that day, or "" when something was
 * @param items that were not, with their reason of that day, at most 200
 * @param things how many of them are things
 * @param places how many are accounts and regions that were not read
 */
public record AtEnd(String reason, List<Item> items, long things, long places) {

    /** All was judged. */
    public static final AtEnd NOTHING = new AtEnd("", List.of(), 0, 0);

    public AtEnd {
        items = List.copyOf(items);
    }

    /** Nothing was judged. */
    public static AtEnd whole(String reason) {
        return new AtEnd(reason, List.of(), 0, 0);
    }

    /** Whether at least one thing or place could not be judged at the end, or nothing was. */
    public boolean unknown() {
        return !reason.isEmpty() || things + places > 0;
    }
}
