package io.exhibit.run;

import io.exhibit.deliver.Delivery;
import java.util.function.Predicate;

/**
 * A channel of the settings.
 *
 * @param takes whether packs of a name are for it
 */
public record Route(Delivery delivery, Predicate<String> takes) {}
