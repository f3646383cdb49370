package io.exhibit.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How far back a reading of what happened goes. CloudTrail lists an event some minutes late (CloudTrail user guide, "Working with event
 * history"), so that it begins an hour before the beginning of the previous day (UTC); with a reading every day the windows overlap.
 */
public final class EventWindow {

    /** The source that is read so. */
    public static final String SOURCE = "cloudtrail.events";

    private static final Duration LATE = Duration.ofHours(1);

    private EventWindow() {}

    /** Hours of which no reading tells. */
    public record Stretch(Instant from, Instant until) {}

    /** From when on a reading that begins at an instant tells. */
    public static Instant since(Instant read) {
        return read.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS).minus(LATE);
    }

    /**
     * What of a span of time no reading tells of, oldest first.
     *
     * @param readings when they began, ascending
     */
    public static List<Stretch> uncovered(Instant from, Instant until, List<Instant> readings) {
        List<Stretch> stretches = new ArrayList<>();
        Instant told = from;
        for (Instant reading : readings) {
            if (since(reading).isAfter(told)) {
                stretches.add(new Stretch(told, since(reading)));
            }
            told = reading.isAfter(told) ? reading : told;
        }
        if (told.isBefore(until)) {
            stretches.add(new Stretch(told, until));
        }
        return stretches;
    }
}
