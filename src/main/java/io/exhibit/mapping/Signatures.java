package io.exhibit.mapping;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who answers for an entry, since when and until when. What keeps an entry from counting is a warning, because the entry is
 * left out and everything else is judged; dates that contradict each other are a problem.
 */
final class Signatures {

    private static final String CODE = "does-not-count";

    private final Problems problems;
    private final Optional<LocalDate> today;

    /** @param today empty when nobody asks what counts today */
    Signatures(Problems problems, Optional<LocalDate> today) {
        this.problems = problems;
        this.today = today;
    }

    /** @param asked the keys without which the entry does not count */
    void needs(Fields entry, String... asked) {
        List<String> missing =
                Arrays.stream(asked).filter(key -> !entry.given(key)).toList();
        if (!missing.isEmpty()) {
            problems.warn(
                    CODE,
                    entry.position(),
                    "This entry does not count: " + String.join(" and ", missing)
                            + (missing.size() == 1 ? " is missing." : " are missing."),
                    "");
        }
    }

    /** When it was approved; {@code null} when that is not said. */
    void since(Fields entry, LocalDate approved) {
        today.filter(day -> approved != null && approved.isAfter(day))
                .ifPresent(day -> problems.warn(
                        CODE,
                        entry.position("approved"),
                        "This entry does not count yet: " + approved + " lies in the future.",
                        ""));
    }

    /** When it was approved and when it ends, by the key that says so; each {@code null} when it is not said. */
    void between(Fields entry, LocalDate approved, String key, LocalDate end) {
        since(entry, approved);
        if (approved != null && end != null && end.isBefore(approved)) {
            problems.add(
                    "bad-date",
                    entry.position(key),
                    key + " lies before approved: " + end + " is earlier than " + approved + ".",
                    "Check both dates.");
        } else {
            today.filter(day -> end != null && end.isBefore(day))
                    .ifPresent(day -> problems.warn(
                            CODE,
                            entry.position(key),
                            "This entry does not count any more: " + key + " was " + end + ".",
                            ""));
        }
    }
}
