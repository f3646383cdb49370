package io.exhibit.evaluate.changes;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.Night;
import io.exhibit.assessment.Changes;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the sealed nights of one source at one target after the other, in order, and gathers what changed. One target's source
 * is finished with {@link Place#end} before the next is begun, so that one night's records of it are in memory. Several threads may do
 * so, each with places of its own.
 */
public final class Nights {

    private final Map<String, Long> watched = new LinkedHashMap<>();
    private final List<Change> all = new ArrayList<>();
    private final List<Changes.Unread> unread = new ArrayList<>();
    private final List<Changes.Begun> begun = new ArrayList<>();

    /** One source at one target. */
    public final class Place {

        private final Map<String, List<Comparison>> byReading = new LinkedHashMap<>();

        private Place(Target target, List<String> readings) {
            for (Watch watch : Watched.ALL) {
                if (readings.contains(watch.reading())) {
                    byReading
                            .computeIfAbsent(watch.reading(), key -> new ArrayList<>())
                            .add(new Comparison(watch, target));
                }
            }
        }

        /**
         * A night.
         *
         * @param coverages whether each reading is known
         * @param records of those that are
         */
        public void night(Night night, List<Coverage> coverages, List<Record> records) {
            Map<String, List<Record>> read = records.stream().collect(Collectors.groupingBy(Record::reading));
            for (Coverage coverage : coverages) {
                for (Comparison one : byReading.get(coverage.reading())) {
                    if (coverage.known()) {
                        one.night(night, read.getOrDefault(coverage.reading(), List.of()));
                    } else {
                        one.blind(night, why(coverage));
                    }
                }
            }
        }

        /** A night on which the answers are those of the night before. */
        public void same(Night night) {
            byReading.values().forEach(list -> list.forEach(one -> one.same(night)));
        }

        /** A night on which the target was not asked, though its account is there. */
        public void blind(Night night, String why) {
            byReading.values().forEach(list -> list.forEach(one -> one.blind(night, why)));
        }

        /** A night on which the account is none of the organization's. */
        public void left() {
            byReading.values().forEach(list -> list.forEach(Comparison::left));
        }

        /** After the last night. */
        public void end() {
            byReading.values().forEach(list -> list.forEach(Nights.this::take));
        }
    }

    /** An account and region to go through night by night; what changes there is among {@code changes} when it is ended. */
    public Place place(Target target, List<String> readings) {
        return new Place(target, readings);
    }

    private synchronized void take(Comparison one) {
        long items = one.end();
        watched.merge(one.watch().kind(), items, Long::sum);
        all.addAll(one.changes());
        unread.addAll(one.unread());
        // Of a list that is compared twice, the items are told once.
        if (one.watch().existence()) {
            begun.addAll(one.begun());
        }
    }

    private static String why(Coverage coverage) {
        return coverage.gaps().isEmpty()
                ? "not asked"
                : coverage.gaps().stream()
                        .map(gap -> gap.call().operation() + ": " + gap.cause().words())
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    /**
     * What changed.
     *
     * @param base the night before the period that was handed in first, if any
     * @param approvals what is on file for a change
     */
    public Changes changes(Optional<Night> base, Function<Change, Optional<Change.Approved>> approvals) {
        List<Changes.Kind> kinds = kinds();
        List<String> order = kinds.stream().map(Changes.Kind::title).toList();
        List<Change> sorted = all.stream()
                .map(change -> change.approved(approvals.apply(change)))
                .sorted(Comparator.comparing((Change change) -> order.indexOf(change.kind()))
                        .thenComparing(change -> change.seen().day())
                        .thenComparing(Change::target)
                        .thenComparing(Change::reading)
                        .thenComparing(Change::key))
                .toList();
        return new Changes(
                base,
                kinds,
                sorted,
                unread.stream()
                        .sorted(Comparator.comparing((Changes.Unread one) -> order.indexOf(one.kind()))
                                .thenComparing(Changes.Unread::reading)
                                .thenComparing(Changes.Unread::target)
                                .thenComparing(Changes.Unread::from))
                        .toList(),
                begun.stream()
                        .sorted(Comparator.comparing((Changes.Begun one) -> order.indexOf(one.kind()))
                                .thenComparing(Changes.Begun::reading)
                                .thenComparing(Changes.Begun::target)
                                .thenComparing(Changes.Begun::day))
                        .toList(),
                apart());
    }

    private static List<Changes.Apart> apart() {
        Map<String, List<String>> readings = new LinkedHashMap<>();
        LeftOut.READINGS.forEach((reading, why) ->
                readings.computeIfAbsent(why, w -> new ArrayList<>()).add(reading));
        return readings.entrySet().stream()
                .map(entry -> new Changes.Apart(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Changes.Kind> kinds() {
        Set<String> titles = new LinkedHashSet<>();
        List<Changes.Kind> kinds = new ArrayList<>();
        for (Watch watch : Watched.ALL) {
            if (titles.add(watch.kind())) {
                kinds.add(new Changes.Kind(
                        watch.kind(), watch.added(), watch.removed(), watched.getOrDefault(watch.kind(), 0L)));
            }
        }
        return kinds;
    }
}
