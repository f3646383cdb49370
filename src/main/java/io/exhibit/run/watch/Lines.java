package io.exhibit.run.watch;

import io.exhibit.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How alarms are worded. */
final class Lines {

    private static final int LISTED = 6;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Lines() {}

    /** The first few with the count of the others. */
    static String some(Collection<?> all) {
        String listed = all.stream().limit(LISTED).map(Object::toString).collect(Collectors.joining(", "));
        return all.size() <= LISTED ? listed : listed + " and " + (all.size() - LISTED) + " more";
    }

    /** "1 night", "3 nights". */
    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code 2026-10-05 02:15 UTC}. */
    static String time(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone)) + " " + zone.getId();
    }

    static String day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone).toString();
    }

    /** One line of what came from outside, and not more of it than a telephone shows. */
    static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 300 ? line : line.substring(0, 297) + "...";
    }

    /** Says whether two collections are the same, in a few letters. */
    static String print(Collection<?> all) {
        String text = all.stream().map(Object::toString).sorted().collect(Collectors.joining("\n"));
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
