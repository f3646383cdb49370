package io.exhibit.collect;

import java.time.Duration;

/** Waits; tests pass one that does not. */
@FunctionalInterface
public interface Pause {

    void of(Duration duration);
}
