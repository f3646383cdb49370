package io.exhibit.evaluate;

import io.exhibit.assessment.Unjudged;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Why one assertion could not be judged in full, day by day. */
final class Causes {

    private final Map<String, SortedSet<LocalDate>> days = new HashMap<>();

    /** Items come in their order, so that the same causes are kept in every process. */
    void add(String cause, LocalDate day) {
        boolean kept = days.containsKey(cause) || days.size() < Unjudged.KEPT;
        days.computeIfAbsent(kept ? cause : "", c -> new TreeSet<>()).add(day);
    }

    List<Unjudged> all() {
        return days.entrySet().stream()
                .map(e -> new Unjudged(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Unjudged u) -> u.cause().isEmpty())
                        .thenComparing(u -> u.days().first())
                        .thenComparing(Unjudged::cause))
                .toList();
    }
}
