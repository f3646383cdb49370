package io.exhibit.render;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.TestResult;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the evidence was made: what is asked of AWS and when, and how an answer becomes a result. */
final class MethodPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The parameter that names the collector's role: tests that use it say what the role is allowed. */
    private static final String COLLECTOR = "collector_role";

    private final PackContent content;

    MethodPages(PackContent content) {
        this.content = content;
    }

    Map<String, Object> model() {
        List<Source> sources = content.sources();
        return Map.of(
                "severities",
                SeverityPages.rows(content),
                "due",
                due(),
                "allowed",
                content.assessment().tests().stream()
                        .filter(test -> test.assertion().parameters().contains(COLLECTOR))
                        .map(MethodPages::allowed)
                        .toList(),
                "sources",
                sources.stream().map(MethodPages::source).toList(),
                "count",
                Words.count(sources.size(), "source", "sources"),
                "calls",
                Words.count(sources.stream()
                        .flatMap(source -> source.operations().stream())
                        .map(Operation::name)
                        .distinct()
                        .count()),
                "actions",
                Words.count(sources.stream()
                        .flatMap(source -> source.permissions().stream())
                        .distinct()
                        .count()));
    }

    private static String allowed(TestResult test) {
        Judgement counted = test.counted();
        return test.assertion().id() + ", " + test.assertion().says() + ": "
                + counted.verdict().words() + " ("
                + Words.count(counted.deviating() + counted.accepted()) + " of "
                + Words.count(counted.population()) + " deviate, " + Words.count(counted.inconclusive())
                + " not judged).";
    }

    /** The times of day at which a collection was due, in the time zone of the period. */
    private String due() {
        Period period = content.assessment().period();
        ZoneId zone = period.zone();
        SortedSet<String> times = new TreeSet<>();
        for (Day day : content.assessment().days()) {
            times.add(TIME.format(day.due().atZone(zone)));
        }
        return times.isEmpty() ? "" : String.join(", ", times) + " (" + zone.getId() + ")";
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("title", source.title());
        row.put(
                "where",
                switch (source.scope()) {
                    case ORGANIZATION -> "once";
                    case ACCOUNT -> "each account";
                    case REGION -> "each account and region";
                });
        row.put("calls", source.operations().stream().map(Operation::name).collect(Collectors.joining(", ")));
        row.put("only", source.only());
        return row;
    }
}
