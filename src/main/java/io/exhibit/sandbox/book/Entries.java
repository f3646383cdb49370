package io.exhibit.sandbox.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the entries of one list of the book; each is signed by a role of the organization, never by a person. */
final class Entries {
    static final String SECURITY_OFFICIAL = "Security Official";
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

    String yaml() {
        return Yaml.list(all);
    }

    private static Map<String, String> of(String... namesAndValues) {
        Map<String, String> entry = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entry.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return entry;
    }
}
