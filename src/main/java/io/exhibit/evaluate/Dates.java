package io.exhibit.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days in words: runs of days as "2026-10-03 to 2026-10-07", the rest one by one. */
final class Dates {

    private Dates() {}

    static String words(List<LocalDate> days) {
        List<String> words = new ArrayList<>();
        for (int from = 0; from < days.size(); ) {
            int to = from;
            while (to + 1 < days.size() && days.get(to + 1).equals(days.get(to).plusDays(1))) {
                to++;
            }
            words.add(from == to ? days.get(from).toString() : days.get(from) + " to " + days.get(to));
            from = to + 1;
        }
        return String.join(", ", words);
    }
}
