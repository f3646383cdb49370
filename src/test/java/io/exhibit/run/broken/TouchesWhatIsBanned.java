package io.exhibit.run.broken;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Broken on purpose: a sample for the architecture rules. */
final class TouchesWhatIsBanned {

    private TouchesWhatIsBanned() {}

    static final Supplier<Instant> CLOCK = Instant::now;
    static final Supplier<UUID> DICE = () -> UUID.randomUUID();

    static void end() {
        System.exit(1);
    }

    static void say() {
        System.out.println("hello");
    }

    static String lower(String text) {
        return text.toLowerCase();
    }

    static void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
