package io.exhibit.sandbox.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the entries of one list of the book; each is signed by a person with an office. */
final class Entries {
    static final String REVIEW = "2027-06-30";

    private final List<Map<String, String>> all = new ArrayList<>();

    /** Names and values in turn, then who answers for the entry since when, and why. */
    Entries signed(String approver, String approved, String reason, String... namesAndValues) {
        Map<String, String> entry = of(namesAndValues);
        entry.put("approver", approver);
        entry.put("approved", approved);
        entry.put("reason", reason);
        entry.put("review", REVIEW);
        all.add(entry);
        return this;
    }

    Entries plain(String... namesAndValues) {
        all.add(of(namesAndValues));
        return this;
    }

    /** As they stand in the book on a day: what was approved later is not written yet. */
    String yaml(LocalDate day) {
        return Yaml.list(all.stream()
                .filter(entry -> !LocalDate.parse(entry.get("approved")).isAfter(day))
                .toList());
    }

    private static Map<String, String> of(String... namesAndValues) {
        Map<String, String> entry = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entry.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return entry;
    }
}
