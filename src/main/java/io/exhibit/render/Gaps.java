package io.exhibit.render;

import io.exhibit.assessment.Day;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every call that brought no answer, or was not made for want of an earlier one: one row for those of an account that failed for the same reason on the same days. */
final class Gaps {

    /** The same question failing for the same reason, whatever the day. */
    private record Same(Target target, Cause cause, String code, String source, String call)
            implements Comparable<Same> {

        private static final Comparator<Same> ORDER = Comparator.comparing(Same::target)
                .thenComparing(Same::cause)
                .thenComparing(Same::code)
                .thenComparing(Same::source)
                .thenComparing(Same::call);

        @Override
        public int compareTo(Same other) {
            return ORDER.compare(this, other);
        }
    }

    /** What is printed as one row. */
    private record Row(String account, Cause cause, String code, SortedSet<LocalDate> days) {}

    /** How often it came: on which days, how many calls, and what they said. */
    private static final class Times {
        private final TreeSet<LocalDate> days = new TreeSet<>();
        private final Set<String> messages = new LinkedHashSet<>();
        private long calls;
    }

    private final Map<Same, Times> all = new TreeMap<>();
    private final TreeSet<LocalDate> collected = new TreeSet<>();
    private final Map<String, String> titles;
    private final Map<Boolean, Unanswered> byScope = Map.of(true, new Unanswered(), false, new Unanswered());

    /** How many calls brought no answer, and how many were not made at all. */
    private static final class Unanswered {
        private long made;
        private long unmade;

        String words() {
            return Words.count(made, "call", "calls") + " brought no answer and " + Words.count(unmade)
                    + (unmade == 1 ? " was not made" : " were not made");
        }
    }

    Gaps(List<Day> days, Scope scope, List<Source> sources) {
        titles = sources.stream().collect(Collectors.toMap(Source::key, Source::title));
        for (Day day : days) {
            if (Calendar.sealed(day)) {
                collected.add(day.date());
            }
            day.run().ifPresent(run -> run.units().forEach(unit -> add(day.date(), unit, scope)));
        }
    }

    private void add(LocalDate day, Unit unit, Scope scope) {
        Unanswered of = byScope.get(scope.inScope(unit.target()));
        boolean closed = isClosed(unit);
        String every = "all " + Words.count(unit.parts().size(), "source", "sources");
        for (Part part : unit.parts()) {
            for (Gap gap : part.gaps()) {
                Same same = new Same(
                        unit.target(),
                        gap.cause(),
                        gap.code(),
                        closed ? every : titles.getOrDefault(part.source(), part.source()),
                        closed ? "" : gap.call().toString());
                Times times = all.computeIfAbsent(same, s -> new Times());
                times.days.add(day);
                times.messages.add(gap.message());
                times.calls++;
                if (part.calls() == 0 || gap.cause() == Cause.NOT_ASKED) {
                    of.unmade++;
                } else {
                    of.made++;
                }
            }
        }
    }

    /** Nothing could be asked there at all, for one and the same reason: its calls tell no more than that. */
    private static boolean isClosed(Unit unit) {
        return unit.parts().size() > 1
                && unit.parts().stream()
                        .allMatch(part -> part.calls() == 0 && !part.gaps().isEmpty())
                && unit.parts().stream()
                                .flatMap(part -> part.gaps().stream())
                                .map(gap -> gap.cause() + " " + gap.code())
                                .distinct()
                                .count()
                        == 1;
    }

    /** What is wanting in scope, and apart from it what is wanting outside. */
    String sentence() {
        Unanswered outside = byScope.get(false);
        String others = outside.made + outside.unmade == 0 ? "" : "; out of scope " + outside.words();
        return "In scope " + byScope.get(true).words() + others + ".";
    }

    List<Map<String, Object>> rows(Accounts accounts) {
        Map<Row, List<Same>> rows = new LinkedHashMap<>();
        all.forEach((same, times) -> rows.computeIfAbsent(
                        new Row(same.target().account(), same.cause(), same.code(), times.days), r -> new ArrayList<>())
                .add(same));
        return rows.entrySet().stream()
                .map(row -> row(row.getKey(), row.getValue(), accounts))
                .toList();
    }

    private Map<String, Object> row(Row row, List<Same> gaps, Accounts accounts) {
        List<String> messages = gaps.stream()
                .flatMap(gap -> all.get(gap).messages.stream())
                .filter(message -> !message.isEmpty())
                .distinct()
                .toList();
        return Map.of(
                "days", Words.days(row.days(), collected),
                "count",
                        Words.count(gaps.stream()
                                .mapToLong(gap -> all.get(gap).calls)
                                .sum()),
                "account", accounts.printed(row.account()),
                "places", places(gaps),
                "cause", row.cause().words(),
                "code", row.code(),
                "message", messages.isEmpty() ? "" : messages.get(0),
                "others",
                        messages.size() < 2 ? "" : Words.count(messages.size() - 1, "other message", "other messages"));
    }

    /** The causes that occur, with what each means. */
    List<Map<String, Object>> legend() {
        return all.keySet().stream()
                .map(Same::cause)
                .distinct()
                .sorted()
                .map(cause -> Map.<String, Object>of("words", cause.words(), "meaning", cause.meaning()))
                .toList();
    }

    /** Regions in which the same calls of the same sources failed, beside each other. */
    private static List<Object> places(List<Same> gaps) {
        Map<String, Map<String, List<String>>> byRegion = gaps.stream()
                .collect(Collectors.groupingBy(
                        gap -> gap.target().region(),
                        TreeMap::new,
                        Collectors.groupingBy(
                                Same::source, TreeMap::new, Collectors.mapping(Same::call, Collectors.toList()))));
        Map<Map<String, List<String>>, List<String>> byAsked = new LinkedHashMap<>();
        byRegion.forEach((region, asked) ->
                byAsked.computeIfAbsent(asked, a -> new ArrayList<>()).add(region));
        List<Object> places = new ArrayList<>();
        byAsked.forEach((asked, regions) -> places.add(Map.of(
                "regions",
                String.join(", ", regions),
                "asked",
                asked.entrySet().stream()
                        .map(source -> Map.of(
                                "source",
                                source.getKey(),
                                "calls",
                                source.getValue().stream()
                                        .filter(call -> !call.isEmpty())
                                        .toList()))
                        .toList())));
        return places;
    }
}
