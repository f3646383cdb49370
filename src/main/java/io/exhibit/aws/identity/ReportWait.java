package io.exhibit.aws.identity;

import io.exhibit.collect.Pause;
import io.exhibit.evidence.Target;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * How long to wait for a report that AWS has to make first: twice as long before each further question, from two seconds to
 * half a minute, until patience ends.
 *
 * @param patience in all
 * @param waiting told before each wait, with the time waited so far
 */
public record ReportWait(Duration patience, Pause pause, BiConsumer<Target, Duration> waiting) {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** One report's waiting. */
    final class Turn {
        private final Target target;
        private Duration waited = Duration.ZERO;
        private Duration next = FIRST;

        Turn(Target target) {
            this.target = target;
        }

        /** Waits and names the next question, or gives up with {@code null}. */
        String next() {
            if (waited.plus(next).compareTo(patience) > 0) {
                return null;
            }
            waiting.accept(target, waited);
            pause.of(next);
            waited = waited.plus(next);
            next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
            return "after " + waited;
        }
    }
}
