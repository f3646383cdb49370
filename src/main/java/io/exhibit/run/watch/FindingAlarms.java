package io.exhibit.run.watch;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.History;
import io.exhibit.control.Assertion;
import io.exhibit.control.Severity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the tests found that somebody should know today: one alarm for each test, and one for its limit. They name
 * test, account and count, and no item but certificates: whoever connects is shown those names.
 */
final class FindingAlarms {

    private static final int LEAD = 7;

    /** Certificates of one alarm, of which the count stands above. */
    private static final int NAMED = 10;

    private final ZoneId zone;
    private final LocalDate today;

    FindingAlarms(ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.today = today;
    }

    /** @param all as of the newest sealed day */
    List<Alarm> of(List<Finding> all) {
        Map<String, List<Finding>> struck = new TreeMap<>();
        Map<String, List<Finding>> due = new TreeMap<>();
        for (Finding finding : all) {
            if (!finding.open()) {
                continue;
            }
            Assertion test = finding.test().assertion();
            kind(test)
                    .ifPresent(kind -> struck.computeIfAbsent(key(kind, test), key -> new ArrayList<>())
                            .add(finding));
            if (isDue(finding)) {
                due.computeIfAbsent(test.id(), key -> new ArrayList<>()).add(finding);
            }
        }
        List<Alarm> alarms = new ArrayList<>();
        struck.forEach((key, found) -> alarms.add(found(key, found)));
        due.values().forEach(found -> alarms.add(deadline(found)));
        return alarms;
    }

    /** Of which kind what deviates from a test is; empty when nobody is told of it before its limit. */
    static Optional<AlarmKind> kind(Assertion test) {
        if (test.readings().contains("artifact.agreements")) {
            return Optional.of(AlarmKind.AGREEMENT);
        }
        if (test.readings().contains("artifact.reports")) {
            return Optional.of(AlarmKind.REPORT);
        }
        if (test.source().equals("acm.certificates")) {
            return Optional.of(AlarmKind.CERTIFICATE);
        }
        return test.severity() == Severity.CRITICAL ? Optional.of(AlarmKind.FINDING) : Optional.empty();
    }

    /** An agreement that is not in force is one cause, whichever tests say so. */
    static String key(AlarmKind kind, Assertion test) {
        return Alarm.key(kind, kind == AlarmKind.AGREEMENT ? "aws" : test.id());
    }

    /** A quarter of the limit before its end, a week at most, a day at least. */
    private boolean isDue(Finding finding) {
        LocalDate due = finding.history().due();
        return !finding.event() && due != null && !today.isBefore(due.minusDays(lead(finding)));
    }

    private static long lead(Finding finding) {
        return Math.min(LEAD, Math.max(1, finding.limit().orElse(0) / 4));
    }

    private Alarm found(String key, List<Finding> found) {
        AlarmKind kind = kind(found.get(0).test().assertion()).orElseThrow();
        // Nobody knows since when: it was there when the log began, or its source was blind before.
        List<Finding> news =
                found.stream().filter(finding -> !finding.history().orBefore()).toList();
        List<Finding> told = news.isEmpty() || kind != AlarmKind.FINDING ? found : news;
        LocalDate first = told.stream()
                .map(FindingAlarms::opened)
                .min(LocalDate::compareTo)
                .orElseThrow();
        SortedSet<String> accounts = accounts(told);
        List<String> facts = new ArrayList<>(says(told));
        facts.add(Lines.count(accounts.size(), "account", "accounts") + ": " + Lines.some(accounts));
        facts.add(Lines.count(told.size(), "finding", "findings") + ", first seen on " + first);
        if (kind == AlarmKind.CERTIFICATE) {
            told.stream()
                    .limit(NAMED)
                    .map(finding -> Lines.line(finding.history().text()))
                    .forEach(facts::add);
        }
        String tests = Lines.some(tests(told).keySet());
        Alarm alarm = new Alarm(
                kind,
                key,
                first.atStartOfDay(zone).toInstant(),
                Optional.empty(),
                true,
                items(told),
                kind.headline() + ": " + tests + " in "
                        + (accounts.size() == 1 ? "account " + accounts.first() : accounts.size() + " accounts"),
                facts,
                concern(told));
        return kind == AlarmKind.FINDING && news.isEmpty() ? alarm.known() : alarm;
    }

    private Alarm deadline(List<Finding> found) {
        Assertion test = found.get(0).test().assertion();
        LocalDate first = earliest(found, 0);
        long late = found.stream()
                .filter(finding -> finding.history().due().isBefore(today))
                .count();
        SortedSet<String> accounts = accounts(found);
        List<String> facts = new ArrayList<>(says(found));
        facts.add(Lines.count(accounts.size(), "account", "accounts") + ": " + Lines.some(accounts));
        facts.add("the first one is due by the end of " + first
                + (late == 0 ? "" : "; " + Lines.count(late, "is", "are") + " beyond the limit already"));
        return Alarm.on(
                        AlarmKind.DEADLINE,
                        test.id(),
                        earliest(found, 1).atStartOfDay(zone).toInstant(),
                        items(found) + " " + late,
                        (late == 0 ? "Due by " + first : "Beyond the limit since " + first) + ": "
                                + Lines.count(found.size(), "finding", "findings") + " of " + test.id(),
                        facts)
                .about(List.of(test.id()), List.of(), first);
    }

    private static Alarm.Concern concern(List<Finding> found) {
        LocalDate by = found.stream()
                .map(finding -> finding.history().due())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        return new Alarm.Concern(List.copyOf(tests(found).keySet()), List.of(), by);
    }

    /** The first day on which one is due, or so many leads before. */
    private static LocalDate earliest(List<Finding> found, int leads) {
        return found.stream()
                .map(finding -> finding.history().due().minusDays(leads * lead(finding)))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static SortedSet<String> accounts(List<Finding> found) {
        return found.stream()
                .map(finding -> finding.history().target().account())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, Assertion> tests(List<Finding> found) {
        SortedMap<String, Assertion> tests = new TreeMap<>();
        found.forEach(finding ->
                tests.put(finding.test().assertion().id(), finding.test().assertion()));
        return tests;
    }

    private static List<String> says(List<Finding> found) {
        return tests(found).values().stream()
                .map(test -> "test " + test.id() + " (" + word(test) + "): " + Lines.line(test.says()))
                .toList();
    }

    private static LocalDate opened(Finding finding) {
        History history = finding.history();
        return history.spells().get(history.spells().size() - 1).opened();
    }

    private static String items(List<Finding> found) {
        return Lines.print(found.stream()
                .map(finding ->
                        finding.history().target() + " " + finding.history().key())
                .toList());
    }

    private static String word(Assertion test) {
        return test.severity().name().toLowerCase(Locale.ROOT);
    }
}
