package io.exhibit.render;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Blind;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where nothing was known: each source that brought a call without an answer, in scope, from which day to which, why, and what its tests
 * said on the last day before and on the first one after. Days without a collection are among them.
 */
final class BlindRows {

    /** Rows that are printed; each call without an answer is listed below them. */
    private static final int LISTED = 60;

    /** Sources of one row that are named. */
    private static final int NAMED = 6;

    /** Readings whose items can refuse a call, and whose ids AWS names when they do. */
    private static final Set<String> POLICIES = Set.of("organizations.policies", "organizations.resource-policies");

    private final PackContent content;
    private final PeriodAssessment assessment;
    private final Accounts accounts;
    private final List<LocalDate> sealed;
    private final Map<String, Source> sources;

    /** The same reason at the same place, of any source and day. */
    private record Why(Target target, String cause, String code, String source) {}

    /** What is one row: several sources, and several regions of an account. */
    private record Spell(String account, String cause, String code, SortedSet<LocalDate> days) {}

    /** What is blind in a row. */
    private static final class Unread {
        private final Map<Target, SortedSet<String>> sources = new TreeMap<>();
        private final Set<String> messages = new TreeSet<>();
    }

    BlindRows(PackContent content, Accounts accounts) {
        this.content = content;
        this.assessment = content.assessment();
        this.accounts = accounts;
        this.sealed = assessment.days().stream()
                .filter(Calendar::sealed)
                .map(Day::date)
                .distinct()
                .sorted()
                .toList();
        this.sources = content.sources().stream().collect(Collectors.toMap(Source::key, source -> source));
    }

    Map<String, Object> model() {
        List<Map<String, Object>> rows = new ArrayList<>(missed());
        spells().forEach((spell, unread) -> rows.add(row(spell, unread)));
        rows.sort(Comparator.comparing((Map<String, Object> row) -> (String) row.get("from"))
                .thenComparing(row -> (String) row.get("where"))
                .thenComparing(row -> (String) row.get("what")));
        return Map.of(
                "rows", rows.stream().limit(LISTED).toList(),
                "more", TestPages.more(rows.size(), LISTED));
    }

    private List<Map<String, Object>> missed() {
        SortedSet<LocalDate> days = assessment.days().stream()
                .map(Day::date)
                .filter(day -> !sealed.contains(day))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SortedSet<LocalDate> some : runs(
                days,
                assessment.days().stream().map(Day::date).distinct().sorted().toList())) {
            rows.add(row("every source", "every account", some, "no collection", around(some, List.of())));
        }
        return rows;
    }

    private Map<Spell, Unread> spells() {
        Map<Why, SortedSet<LocalDate>> days = new LinkedHashMap<>();
        Map<Why, Set<String>> messages = new LinkedHashMap<>();
        for (Day day : assessment.days()) {
            day.run().stream()
                    .flatMap(run -> Blind.of(run.units(), accounts.scope()).stream())
                    .forEach(blind -> {
                        for (Gap gap : blind.gaps()) {
                            Why why = new Why(blind.target(), gap.cause().words(), gap.code(), blind.source());
                            days.computeIfAbsent(why, w -> new TreeSet<>()).add(day.date());
                            messages.computeIfAbsent(why, w -> new TreeSet<>()).add(gap.message());
                        }
                    });
        }
        Map<Spell, Unread> spells = new LinkedHashMap<>();
        days.forEach((why, all) -> runs(all, sealed).forEach(some -> {
            Unread unread = spells.computeIfAbsent(
                    new Spell(why.target().account(), why.cause(), why.code(), some), s -> new Unread());
            unread.sources.computeIfAbsent(why.target(), t -> new TreeSet<>()).add(why.source());
            unread.messages.addAll(messages.get(why));
        }));
        return spells;
    }

    /** Stretches of days that follow each other among others. */
    private static List<SortedSet<LocalDate>> runs(SortedSet<LocalDate> days, List<LocalDate> among) {
        List<SortedSet<LocalDate>> runs = new ArrayList<>();
        SortedSet<LocalDate> run = new TreeSet<>();
        for (LocalDate day : among) {
            if (days.contains(day)) {
                run.add(day);
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new TreeSet<>();
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private Map<String, Object> row(Spell spell, Unread unread) {
        SortedSet<String> keys = new TreeSet<>();
        unread.sources.values().forEach(keys::addAll);
        SortedSet<String> regions = unread.sources.keySet().stream()
                .map(target -> target.isGlobal() ? "account-wide" : target.region())
                .collect(Collectors.toCollection(TreeSet::new));
        return row(
                keys.size() > NAMED ? Words.count(keys.size(), "source", "sources") : titles(keys),
                accounts.printed(spell.account()) + ": " + String.join(", ", regions),
                spell.days(),
                spell.cause() + registered(unread.messages),
                around(spell.days(), concerned(keys, spell.days()), unread.sources.keySet()));
    }

    private String titles(Collection<String> keys) {
        return keys.stream()
                .map(key -> sources.containsKey(key) ? sources.get(key).title() : key)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> row(
            String what, String where, SortedSet<LocalDate> days, String why, Map<String, String> around) {
        return Map.of(
                "what", what,
                "where", where,
                "from", Words.date(days.first()),
                "to", Words.date(days.last()),
                "days", Words.count(days.size()),
                "why", why,
                "before", around.get("before"),
                "after", around.get("after"));
    }

    /** A change that an answer names, with what is on file for it: "; QuarantineEuWest1 (CHG-2203)". */
    private String registered(Set<String> messages) {
        return content.changes().all().stream()
                .filter(change -> POLICIES.contains(change.reading())
                        && messages.stream().anyMatch(message -> message.contains(change.key())))
                .map(BlindRows::named)
                .distinct()
                .map(text -> "; " + text)
                .collect(Collectors.joining());
    }

    private static String named(Change change) {
        String name = change.name().isEmpty() ? change.key() : change.name();
        return name + " ("
                + change.approval()
                        .map(given -> given.reference().isEmpty() ? given.register() : given.reference())
                        .orElse("no entry on file names it")
                + ")";
    }

    /** Tests that read what was not read, and could not be judged in full for it. */
    private List<TestResult> concerned(Set<String> keys, SortedSet<LocalDate> days) {
        Set<String> readings = keys.stream()
                .filter(sources::containsKey)
                .flatMap(key -> sources.get(key).readings().stream())
                .map(Reading::key)
                .collect(Collectors.toSet());
        return assessment.tests().stream()
                .filter(test -> !test.assertion().particulars().events())
                .filter(test -> !test.assertion().serves().isEmpty())
                .filter(test -> test.assertion().readings().stream().anyMatch(readings::contains))
                .filter(test -> days.stream().anyMatch(day -> unjudged(test, day)))
                .toList();
    }

    private static boolean unjudged(TestResult test, LocalDate day) {
        return test.unjudged().stream().anyMatch(cause -> cause.days().contains(day));
    }

    private Map<String, String> around(SortedSet<LocalDate> days, List<TestResult> tests) {
        return around(days, tests, Set.of());
    }

    private Map<String, String> around(SortedSet<LocalDate> days, List<TestResult> tests, Set<Target> targets) {
        LocalDate before = sealed.stream()
                .filter(day -> day.isBefore(days.first()))
                .reduce((one, later) -> later)
                .orElse(null);
        LocalDate after = sealed.stream()
                .filter(day -> day.isAfter(days.last()))
                .findFirst()
                .orElse(null);
        return Map.of(
                "before", before == null ? "no day of the period" : said(before, tests, targets),
                "after", after == null ? "no day of the period" : said(after, tests, targets));
    }

    /** "2026-10-12: GD-01, GD-04 conform; GD-05 deviates", of what lies at these places. */
    private String said(LocalDate day, List<TestResult> tests, Set<Target> targets) {
        Map<String, List<String>> byState = new TreeMap<>();
        tests.forEach(test -> byState.computeIfAbsent(state(test, day, targets), s -> new ArrayList<>())
                .add(test.assertion().id()));
        return day
                + (byState.isEmpty()
                        ? ""
                        : ": "
                                + byState.entrySet().stream()
                                        .map(state -> String.join(", ", state.getValue()) + " " + state.getKey())
                                        .collect(Collectors.joining("; ")));
    }

    private String state(TestResult test, LocalDate day, Set<Target> targets) {
        boolean deviates = test.histories().stream()
                .filter(history -> targets.contains(history.target()))
                .flatMap(history -> history.spells().stream())
                .anyMatch(spell -> !spell.opened().isAfter(day)
                        && (spell.closed() == null || spell.closed().isAfter(day)));
        if (deviates) {
            return "deviated";
        }
        // A book of another day may not have had the test: then that nothing is known to deviate is all there is to
        // say.
        boolean everyDay = test.daysJudged() >= sealed.size();
        return unjudged(test, day) ? "not judged in full" : everyDay ? "met" : "no deviation known";
    }
}
