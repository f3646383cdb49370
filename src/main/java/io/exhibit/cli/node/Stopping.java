package io.exhibit.cli.node;

import java.time.Duration;
import java.util.function.Predicate;

/** How a node is told to stop: what runs has a while to come to its end, and is then broken off. */
public interface Stopping {

    /** Waits; false when the node is being stopped. */
    boolean pause(Duration pause);

    /** Whether nothing new is to begin. */
    boolean isAsked();

    /** Whether what runs has had its while. */
    boolean isUrgent();

    /** Nobody stops; for whoever only waits. */
    static Stopping never(Predicate<Duration> pause) {
        return new Stopping() {
            @Override
            public boolean pause(Duration step) {
                return pause.test(step);
            }

            @Override
            public boolean isAsked() {
                return false;
            }

            @Override
            public boolean isUrgent() {
                return false;
            }
        };
    }
}
