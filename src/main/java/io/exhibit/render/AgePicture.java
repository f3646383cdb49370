package io.exhibit.render;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.control.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Open findings by their age, held against the limit of their severity: what is within it lies left of a line, what is beyond it right. */
final class AgePicture {

    /** Of the drawing, in its own units. */
    private static final long WIDTH = 1000;

    /** How old a finding is, seen from its limit. */
    enum Age {
        HALF("up to half of the limit"),
        LIMIT("up to the limit"),
        TWICE("up to twice the limit"),
        BEYOND("more than twice the limit"),
        NO_LIMIT("no limit");

        private final String words;

        Age(String words) {
            this.words = words;
        }

        String style() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Age of(Finding finding) {
            if (finding.limit().isEmpty()) {
                return NO_LIMIT;
            }
            long limit = finding.limit().getAsLong();
            if (finding.days() > limit) {
                return finding.days() > 2 * limit ? BEYOND : TWICE;
            }
            return 2 * finding.days() > limit ? LIMIT : HALF;
        }
    }

    private final Findings findings;
    private final Function<Severity, String> limit;

    AgePicture(Findings findings, Function<Severity, String> limit) {
        this.findings = findings;
        this.limit = limit;
    }

    Map<String, Object> model() {
        long orBefore = findings.count(f -> f.history().open() && f.history().orBefore());
        List<Object> classes = new ArrayList<>();
        for (Age age : Age.values()) {
            classes.add(Map.of("words", age.words, "style", age.style(), "drawn", age != Age.NO_LIMIT));
        }
        return Map.of(
                "classes",
                classes,
                "line",
                String.valueOf(line()),
                "orBefore",
                orBefore == 0 ? "" : Words.count(orBefore),
                "rows",
                BySeverity.rows(this::row));
    }

    private Map<String, Object> row(Optional<Severity> severity, Predicate<Finding> in) {
        List<Finding> open = findings.only(in.and(f -> f.history().open()));
        Map<Age, Long> counts = new EnumMap<>(Age.class);
        for (Age age : Age.values()) {
            counts.put(age, open.stream().filter(f -> Age.of(f) == age).count());
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("limit", severity.map(limit).orElse(""));
        row.put("open", Words.count(open.size()));
        row.put("within", Words.count(counts.get(Age.HALF) + counts.get(Age.LIMIT)));
        row.put("late", Words.count(counts.get(Age.TWICE) + counts.get(Age.BEYOND)));
        row.put(
                "counts",
                counts.values().stream().map(n -> Map.of("n", Words.count(n))).toList());
        row.put("oldest", oldest(open));
        row.put("blocks", severity.isEmpty() ? List.of() : blocks(counts));
        row.put("alternative", alternative(severity.map(Words::of).orElse("all"), counts));
        return row;
    }

    private static String oldest(List<Finding> open) {
        return open.stream()
                .max(Comparator.comparing(Finding::days)
                        .thenComparing(f -> f.history().orBefore()))
                .map(f -> (f.history().orBefore() ? "at least " : "") + Words.count(f.days()))
                .orElse("–");
    }

    /** The line of the limit stands where all severities have room on both of its sides. */
    private long line() {
        long left = most(Age.HALF, Age.LIMIT);
        long right = most(Age.TWICE, Age.BEYOND);
        return left + right == 0 ? WIDTH / 2 : WIDTH * left / (left + right);
    }

    private long most(Age one, Age other) {
        long most = 0;
        for (Severity severity : Severity.values()) {
            most = Math.max(
                    most,
                    findings.count(f -> f.severity() == severity
                            && f.history().open()
                            && (Age.of(f) == one || Age.of(f) == other)));
        }
        return most;
    }

    private List<Object> blocks(Map<Age, Long> counts) {
        long all = Math.max(1, most(Age.HALF, Age.LIMIT) + most(Age.TWICE, Age.BEYOND));
        long before = most(Age.HALF, Age.LIMIT) - counts.get(Age.HALF) - counts.get(Age.LIMIT);
        List<Object> blocks = new ArrayList<>();
        for (Age age : List.of(Age.HALF, Age.LIMIT, Age.TWICE, Age.BEYOND)) {
            long n = counts.get(age);
            if (n > 0) {
                long from = WIDTH * before / all;
                long width = Math.max(2, WIDTH * (before + n) / all - from - 2);
                blocks.add(Map.of("style", age.style(), "x", String.valueOf(from), "width", String.valueOf(width)));
            }
            before += n;
        }
        return blocks;
    }

    private static String alternative(String name, Map<Age, Long> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((age, n) -> {
            if (n > 0) {
                parts.add(Words.count(n) + " " + age.words);
            }
        });
        return "Open, " + name + ": " + (parts.isEmpty() ? "none" : String.join(", ", parts));
    }
}
