package io.exhibit.cli.runs;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A collection that is to be made.
 *
 * @param due the instant that was intended
 * @param occasion why it is made, when the schedule did not ask for it, or ""
 * @param stopping whether it is to be broken off
 */
public record Night(Instant due, String occasion, BooleanSupplier stopping) {

    public static Night byHand(Instant due) {
        return new Night(due, "", () -> false);
    }
}
