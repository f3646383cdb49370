package io.exhibit.cli.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What befalls a simulated node: drawn by a seed, so that the same seed gives the same life. */
final class Hardships {

    /** Kinds of them. */
    enum Kind {
        /** The process is not there; half of them are stopped in order, half die. */
        DOWN,
        /** The host sleeps, and the clock jumps. */
        ASLEEP,
        /** Somebody pauses collections. */
        PAUSED,
        /** The next collection is broken off by a stop, and the node comes back at the end. */
        STOPPED,
        /** The process dies as the next collection begins. */
        DIED,
        /** AWS refuses the credentials. */
        REFUSED
    }

    /** One hardship. */
    record Hardship(Kind kind, Instant from, Instant to) {}

    private final Random random;

    Hardships(long seed) {
        random = new Random(seed);
    }

    /** One after the other, with quiet days between them; among the first forty days each kind. */
    List<Hardship> draw(Instant start, int days) {
        List<Hardship> all = new ArrayList<>();
        Instant end = start.plus(Duration.ofDays(days - 1L));
        Instant at = start.plus(Duration.ofDays(2));
        for (int n = 0; at.isBefore(end); n++) {
            Kind kind = Kind.values()[n % Kind.values().length];
            Instant from = at.plus(Duration.ofMinutes(random.nextInt(24 * 60)));
            Instant to = from.plus(length(kind, n));
            if (to.isBefore(end)) {
                all.add(new Hardship(kind, from, to));
            }
            at = to.plus(Duration.ofHours(30 + random.nextInt(72)));
        }
        all.sort(Comparator.comparing(Hardship::from));
        return all;
    }

    private Duration length(Kind kind, int n) {
        boolean lasting = n % 18 >= 12;
        return switch (kind) {
            case DOWN -> lasting ? Duration.ofDays(7) : Duration.ofMinutes(60 + random.nextInt(36 * 60));
            case ASLEEP -> Duration.ofMinutes(30 + random.nextInt(30 * 60));
            case PAUSED -> lasting ? Duration.ofDays(7) : Duration.ofHours(6 + random.nextInt(60));
            case STOPPED, DIED -> Duration.ofMinutes(1 + random.nextInt(lasting ? 10 * 60 : 5 * 60));
            case REFUSED -> Duration.ofMinutes(30 + random.nextInt(20 * 60));
        };
    }
}
