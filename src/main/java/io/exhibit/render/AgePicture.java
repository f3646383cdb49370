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
import java.util.stream.Stream;

/**
 * Open findings by their age, held against the limit of their severity: what is within it lies left of a line, what is known to be beyond it
 * right. Those whose age nobody knows are of neither, and are drawn apart.
 */
final class AgePicture {

    /** Of the drawing, in its own units. */
    private static final long WIDTH = 1000;

    private static final List<Age> LEFT = List.of(Age.HALF, Age.LIMIT);
    private static final List<Age> RIGHT = List.of(Age.TWICE, Age.BEYOND, Age.ITSELF);
    private static final List<Age> DRAWN =
            Stream.concat(LEFT.stream(), RIGHT.stream()).toList();

    /** How old a finding is, seen from its limit. */
    enum Age {
        HALF("up to half of the limit"),
        LIMIT("up to the limit"),
        MAY_BE("may be beyond: age not known"),
        TWICE("up to twice the limit"),
        BEYOND("more than twice the limit"),
        ITSELF("the test is a limit"),
        NO_LIMIT("no limit");

        private final String words;

        Age(String words) {
            this.words = words;
        }

        String style() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Age of(Finding finding) {
            if (finding.test().assertion().limit()) {
                return ITSELF;
            }
            if (finding.limit().isEmpty()) {
                return NO_LIMIT;
            }
            if (finding.openAndMayBeLate()) {
                return MAY_BE;
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
        List<Object> classes = new ArrayList<>();
        for (Age age : Age.values()) {
            classes.add(Map.of("words", age.words, "style", age.style(), "drawn", DRAWN.contains(age)));
        }
        return Map.of("classes", classes, "line", String.valueOf(line()), "rows", BySeverity.rows(this::row));
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
        row.put("mayBe", Words.count(counts.get(Age.MAY_BE)));
        row.put("late", Words.count(counts.get(Age.TWICE) + counts.get(Age.BEYOND) + counts.get(Age.ITSELF)));
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
        long left = most(LEFT);
        long right = most(RIGHT);
        return left + right == 0 ? WIDTH / 2 : WIDTH * left / (left + right);
    }

    private long most(List<Age> side) {
        long most = 0;
        for (Severity severity : Severity.values()) {
            most = Math.max(
                    most,
                    findings.count(f -> f.severity() == severity && f.history().open() && side.contains(Age.of(f))));
        }
        return most;
    }

    private List<Object> blocks(Map<Age, Long> counts) {
        long all = Math.max(1, most(LEFT) + most(RIGHT));
        long before = most(LEFT) - counts.get(Age.HALF) - counts.get(Age.LIMIT);
        List<Object> blocks = new ArrayList<>();
        for (Age age : DRAWN) {
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
