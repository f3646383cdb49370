package io.exhibit.seal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The time at which a run was due, by which its id begins: {@code 2026-10-05T021500Z}. */
public final class RunTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LENGTH = "2026-10-05T021500Z".length();

    private RunTime() {}

    /** The beginning of an id, to the second. */
    public static String text(Instant due) {
        return FORM.format(due);
    }

    /** When the run of that id was due; nothing when its id does not tell. */
    public static Optional<Instant> of(String id) {
        if (id.length() < LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(FORM.parse(id.substring(0, LENGTH), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
