package io.exhibit.evaluate;

import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The further readings that an assertion names under {@code with}: read when first needed, held in memory for one account,
 * refused when they are not small.
 */
final class Companions {

    /** Records, or why there are none to go by. */
    record Answered(List<Map<String, Object>> records, String unknown) {

        static Answered unknown(String reason) {
            return new Answered(List.of(), reason);
        }
    }

    private record Place(String reading, String account, String region) {}

    private record Asked(String source, Target target) {}

    private static final String ALL = "*";

    private final Evidence evidence;
    private final Targets targets;
    private final Vocabulary vocabulary;
    private final CollectionRecords collection;
    private final Set<String> wanted;
    private final int limit;
    private final Map<Place, Answered> held = new HashMap<>();
    private final Map<Asked, Map<String, Answered>> read = new HashMap<>();
    private String account = "";

    Companions(
            Evidence evidence,
            Targets targets,
            Vocabulary vocabulary,
            CollectionRecords collection,
            Set<String> wanted,
            int limit) {
        this.evidence = evidence;
        this.targets = targets;
        this.vocabulary = vocabulary;
        this.collection = collection;
        this.wanted = wanted;
        this.limit = limit;
    }

    /**
     * The records of a reading that stand beside an item.
     *
     * @param written the reading, with its {@link Reach}
     * @param everywhere when the item belongs to no account of its own (an organization's answer, a register's entry)
     */
    Answered of(String written, Target item, boolean everywhere) {
        if (!everywhere && !item.account().equals(account)) {
            held.keySet().removeIf(p -> p.account().equals(account));
            read.clear();
            account = item.account();
        }
        Reach reach = Reach.of(written);
        Source source = vocabulary.source(reach.reading()).orElse(null);
        boolean whole = everywhere || source != null && source.scope() == Source.Scope.ORGANIZATION;
        // Accounts have no region, wherever the item lies.
        boolean byRegion =
                source == null ? reach.reading().equals(Vocabulary.TARGETS) : source.scope() == Source.Scope.REGION;
        boolean regional = !whole && !item.isGlobal() && byRegion;
        String whose = whole
                ? ALL
                : switch (reach.extent()) {
                    case ACCOUNT -> item.account();
                    case MANAGEMENT -> targets.management();
                    case ORGANIZATION -> ALL;
                };
        Place place = new Place(reach.reading(), whose, regional ? item.region() : ALL);
        Answered known = held.get(place);
        if (known == null) {
            if (source == null) {
                held.put(place, collected(place));
            } else {
                load(source, place);
            }
            known = held.get(place);
        }
        return known;
    }

    private Answered collected(Place place) {
        return new Answered(
                collection.of(place.reading()).stream()
                        .filter(r -> covers(place, r.target()))
                        .map(Record::members)
                        .toList(),
                "");
    }

    /** Reads all further readings of the source at once: one pass over its answers serves all of them. */
    private void load(Source source, Place place) {
        List<String> readings = source.readings().stream()
                .map(r -> r.key())
                .filter(wanted::contains)
                .toList();
        Map<String, List<Map<String, Object>>> records = new LinkedHashMap<>();
        Map<String, String> unknown = new HashMap<>();
        readings.forEach(r -> records.put(r, new ArrayList<>()));
        List<Target> some = targets.of(source).stream()
                .filter(t -> covers(place, t))
                .filter(t -> !place.account().equals(ALL) || targets.counts(t, source))
                .toList();
        if (some.isEmpty()) {
            readings.forEach(r -> unknown.put(r, vocabulary.noun(r) + " were not asked for"));
        }
        for (Target target : some) {
            // What a region out of scope answered counts beside an item; what it did not answer is missed by nobody.
            if (targets.regionLeft(target) && !targets.answered(target, source.key())) {
                continue;
            }
            at(source, target, readings).forEach((reading, answered) -> {
                List<Map<String, Object>> list = records.get(reading);
                answered.records().stream().limit(limit + 1L - list.size()).forEach(list::add);
                if (!answered.unknown().isEmpty()) {
                    unknown.putIfAbsent(reading, answered.unknown());
                }
            });
        }
        records.forEach((reading, list) -> {
            String tooMany =
                    vocabulary.noun(reading) + " are more than " + limit + ", too many to stand beside an item";
            String why = list.size() > limit ? tooMany : unknown.getOrDefault(reading, "");
            held.put(
                    new Place(reading, place.account(), place.region()),
                    why.isEmpty() ? new Answered(List.copyOf(list), "") : Answered.unknown(why));
        });
    }

    /** At one target; for the account at hand it is read once, also when items of the account and of its regions ask for it. */
    private Map<String, Answered> at(Source source, Target target, List<String> readings) {
        Asked asked = new Asked(source.key(), target);
        Map<String, Answered> known = read.get(asked);
        if (known == null) {
            known = ask(source, target, readings);
            if (target.account().equals(account)) {
                read.put(asked, known);
            }
        }
        return known;
    }

    private Map<String, Answered> ask(Source source, Target target, List<String> readings) {
        Map<String, Answered> answered = new LinkedHashMap<>();
        if (!targets.asked(target, source.key())) {
            readings.forEach(
                    r -> answered.put(r, Answered.unknown(vocabulary.noun(r) + " were not asked for at " + target)));
            return answered;
        }
        Map<String, List<Map<String, Object>>> records = new HashMap<>();
        readings.forEach(r -> records.put(r, new ArrayList<>()));
        List<Coverage> coverages = evidence.read(target, readings, record -> {
            List<Map<String, Object>> list = records.get(record.reading());
            if (list.size() <= limit) {
                list.add(PartlyRead.members(record));
            }
        });
        coverages.forEach(c ->
                answered.put(c.reading(), new Answered(records.get(c.reading()), c.known() ? "" : reason(c, target))));
        return answered;
    }

    private String reason(Coverage coverage, Target target) {
        return vocabulary.noun(coverage.reading()) + " could not be read at " + target + ": "
                + CollectionRecords.words(coverage.gaps());
    }

    private static boolean covers(Place place, Target target) {
        return (place.account().equals(ALL) || place.account().equals(target.account()))
                && (place.region().equals(ALL) || place.region().equals(target.region()));
    }
}
