package io.exhibit.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When things of the world were used last, so that each day agrees with what the day before said. */
final class LastUse {

    private static final long DAY = 86_400;

    private LastUse() {}

    /**
     * The last moment before today at which something of this name was used, at most so many days ago. It is used once in each half
     * of them, so that what one day says was the last use is still so, or was followed by another, on the next.
     */
    static Instant of(World world, String name, int days) {
        long today = world.now().getEpochSecond() / DAY;
        long length = Math.max(1, days / 2);
        Instant latest = used(world, name, (today - 1) / length, length);
        return latest.getEpochSecond() < today * DAY ? latest : used(world, name, (today - 1) / length - 1, length);
    }

    private static Instant used(World world, String name, long half, long length) {
        int minute = world.digest().below((int) length * 24 * 60, "used", name + half);
        return Instant.ofEpochSecond(half * length * DAY + minute * 60L);
    }

    /** When the collector was at work before this run: its own call of today shows in no report of today. */
    static Instant collected(World world) {
        Instant before = world.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
        Instant night = before.equals(Story.COLLECTOR_SLEPT) ? before.minus(1, ChronoUnit.DAYS) : before;
        return night.plus(Duration.ofMinutes(2 * 60 + 16));
    }
}
