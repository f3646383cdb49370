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

    /** One that a person asked for at a prompt, and that is broken off by nothing but its end. */
    public static Night byHand(Instant due) {
        return new Night(due, "", () -> false);
    }
}
