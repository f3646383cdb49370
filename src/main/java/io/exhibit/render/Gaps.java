package io.exhibit.render;

import io.exhibit.assessment.Day;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every call that brought no answer, the same one on several days folded into one row. */
final class Gaps {

    /** What makes two gaps the same one. */
    private record Same(Target target, String source, String operation, String subject, Cause cause, String code)
            implements Comparable<Same> {

        private static final Comparator<Same> ORDER = Comparator.comparing(Same::target)
                .thenComparing(Same::source)
                .thenComparing(Same::operation)
                .thenComparing(Same::subject)
                .thenComparing(Same::cause)
                .thenComparing(Same::code);

        @Override
        public int compareTo(Same other) {
            return ORDER.compare(this, other);
        }
    }

    /** How often it came: on which days, how many calls, and what the first of them said. */
    private static final class Times {
        private final TreeSet<LocalDate> days = new TreeSet<>();
        private final String message;
        private long calls;

        Times(String message) {
            this.message = message;
        }
    }

    private final Map<Same, Times> rows = new TreeMap<>();
    private long calls;

    Gaps(List<Day> days) {
        for (Day day : days) {
            day.run().ifPresent(run -> run.units().forEach(unit -> add(day.date(), unit)));
        }
    }

    private void add(LocalDate day, Unit unit) {
        for (Part part : unit.parts()) {
            for (Gap gap : part.gaps()) {
                Same same = new Same(
                        unit.target(),
                        part.source(),
                        gap.call().operation(),
                        gap.call().subject(),
                        gap.cause(),
                        gap.code());
                Times times = rows.computeIfAbsent(same, s -> new Times(gap.message()));
                times.days.add(day);
                times.calls++;
                calls++;
            }
        }
    }

    long calls() {
        return calls;
    }

    List<Map<String, Object>> rows(Accounts accounts) {
        return rows.entrySet().stream()
                .map(row -> row(row.getKey(), row.getValue(), accounts))
                .toList();
    }

    private static Map<String, Object> row(Same gap, Times times, Accounts accounts) {
        return Map.of(
                "days", Words.days(times.days),
                "count", Words.count(times.calls),
                "target", accounts.printed(gap.target()),
                "call", gap.operation(),
                "subject", gap.subject(),
                "cause", gap.cause().words(),
                "code", gap.code(),
                "message", times.message);
    }
}
