package io.exhibit.run.watch;

import io.exhibit.control.Assertion;
import io.exhibit.control.Blind;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.run.Reliance;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sources that went blind: they could be read and cannot be read any more. What one policy or one cause took away is one alarm, however many
 * sources, accounts and regions it touches.
 */
final class BlindSources {

    /** Causes that strike many sources at once, so that each source by itself would be a flood. */
    private static final Set<Cause> COMMON = EnumSet.complementOf(EnumSet.of(
            Cause.MALFORMED,
            Cause.LOOPING,
            Cause.TOO_LARGE,
            Cause.TOO_MANY,
            Cause.FAILED,
            Cause.NOT_READY,
            Cause.NOT_AVAILABLE));

    private final Map<String, Source> sources;
    private final Reliance reliance;
    private final Scope scope;
    private final ZoneId zone;

    private record Place(String source, Target target) {

        static Place of(Blind blind) {
            return new Place(blind.source(), blind.target());
        }
    }

    /** Gaps of one cause that belong together. */
    private static final class Group {
        final Cause cause;
        final String by;
        final Map<Place, List<Gap>> places = new HashMap<>();

        Group(Cause cause, String by) {
            this.cause = cause;
            this.by = by;
        }

        void add(Place place, List<Gap> gaps) {
            places.computeIfAbsent(place, p -> new ArrayList<>()).addAll(gaps);
        }

        /** Whether it took something of the account that what follows in other regions could not be asked without. */
        boolean isIn(String account) {
            return places.keySet().stream()
                    .anyMatch(place -> place.target().isGlobal()
                            && place.target().account().equals(account));
        }
    }

    BlindSources(List<Source> sources, Reliance reliance, Scope scope, ZoneId zone) {
        this.sources = sources.stream().collect(Collectors.toMap(Source::key, source -> source));
        this.reliance = reliance;
        this.scope = scope;
        this.zone = zone;
    }

    /** @param runs with evidence, newest first; no more of them are taken than it needs to tell since when */
    List<Alarm> of(Iterator<RunRecord> runs) {
        if (!runs.hasNext()) {
            return List.of();
        }
        RunRecord newest = runs.next();
        Map<String, Group> groups = groups(newest);
        Map<Place, Instant> since = new HashMap<>();
        groups.values().forEach(group -> group.places.keySet().forEach(place -> since.put(place, newest.due())));
        Set<Place> answered = new HashSet<>();
        while (runs.hasNext() && answered.size() < since.size()) {
            RunRecord before = runs.next();
            Set<Place> blind =
                    Blind.of(before.units(), scope).stream().map(Place::of).collect(Collectors.toSet());
            before.units()
                    .forEach(unit -> unit.parts().forEach(part -> {
                        Place place = new Place(part.source(), unit.target());
                        if (since.containsKey(place) && !answered.contains(place)) {
                            if (blind.contains(place)) {
                                since.put(place, before.due());
                            } else {
                                answered.add(place);
                            }
                        }
                    }));
        }
        List<Alarm> alarms = new ArrayList<>();
        groups.forEach((key, group) -> alarms.add(alarm(key, group, since, answered)));
        return alarms;
    }

    private Map<String, Group> groups(RunRecord run) {
        Map<String, Group> groups = new TreeMap<>();
        Map<Place, List<Gap>> following = new HashMap<>();
        for (Blind blind : Blind.of(run.units(), scope)) {
            Place place = Place.of(blind);
            for (Gap gap : blind.gaps()) {
                if (gap.cause() == Cause.NOT_ASKED) {
                    following.computeIfAbsent(place, p -> new ArrayList<>()).add(gap);
                } else {
                    String by = COMMON.contains(gap.cause()) ? gap.policy() : place.source();
                    groups.computeIfAbsent(key(gap.cause(), by), key -> new Group(gap.cause(), by))
                            .add(place, List.of(gap));
                }
            }
        }
        List<Group> causes = List.copyOf(groups.values());
        following.forEach((place, gaps) -> causes.stream()
                .filter(group -> group.places.containsKey(place))
                .findFirst()
                .or(() -> causes.stream()
                        .filter(group -> group.isIn(place.target().account()))
                        .findFirst())
                .orElseGet(
                        () -> groups.computeIfAbsent(key(Cause.NOT_ASKED, ""), key -> new Group(Cause.NOT_ASKED, "")))
                .add(place, gaps));
        return groups;
    }

    private static String key(Cause cause, String by) {
        return cause.name().toLowerCase(Locale.ROOT) + (by.isEmpty() ? "" : " " + by);
    }

    private Alarm alarm(String key, Group group, Map<Place, Instant> since, Set<Place> answered) {
        // Places that were never read are old news; beside new ones they would only blur where it struck.
        List<Place> news =
                group.places.keySet().stream().filter(answered::contains).toList();
        List<Place> told = news.isEmpty() ? List.copyOf(group.places.keySet()) : news;
        SortedSet<String> blind = new TreeSet<>();
        SortedSet<String> accounts = new TreeSet<>();
        SortedSet<String> regions = new TreeSet<>();
        Map<String, Assertion> tests = new TreeMap<>();
        for (Place place : told) {
            Source source = sources.get(place.source());
            blind.add(source == null ? place.source() : source.title());
            accounts.add(place.target().account());
            if (!place.target().isGlobal()) {
                regions.add(place.target().region());
            }
            if (source != null) {
                group.places
                        .get(place)
                        .forEach(gap -> reliance.on(source, gap.call().operation())
                                .forEach(test -> tests.put(test.id(), test)));
            }
        }
        Instant first = told.stream().map(since::get).min(Instant::compareTo).orElseThrow();
        List<String> facts = new ArrayList<>();
        facts.add("since the collection of " + Lines.time(first, zone));
        facts.add("reason: " + group.cause.words() + ". " + group.cause.meaning());
        if (group.by.startsWith("arn:")) {
            facts.add("by the policy " + group.by);
        }
        facts.add(Lines.count(blind.size(), "source", "sources") + ": " + Lines.some(blind));
        facts.add(Lines.count(accounts.size(), "account", "accounts") + ": " + Lines.some(accounts));
        if (!regions.isEmpty()) {
            facts.add(Lines.count(regions.size(), "region", "regions") + ": " + Lines.some(regions));
        }
        facts.add(touched(List.copyOf(tests.values())));
        String what = blind.size() == 1 ? blind.first() : blind.size() + " sources";
        String where = accounts.size() == 1 ? "account " + accounts.first() : accounts.size() + " accounts";
        Alarm alarm = Alarm.on(
                        AlarmKind.BLIND,
                        key,
                        first,
                        Lines.print(told),
                        "No longer read: " + what + " in " + where + ", " + group.cause.words(),
                        facts)
                .about(List.copyOf(tests.keySet()), List.of(), null);
        return news.isEmpty() ? alarm.known() : alarm;
    }

    private String touched(List<Assertion> tests) {
        SortedSet<String> citations = Reliance.citations(tests);
        return tests.isEmpty()
                ? "no test relies on it"
                : Lines.count(tests.size(), "test is", "tests are") + " inconclusive by it: "
                        + Lines.some(tests.stream().map(Assertion::id).toList())
                        + (citations.isEmpty() ? "" : "; " + reliance.wording().units() + ": " + Lines.some(citations));
    }
}
