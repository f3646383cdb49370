package io.exhibit.run.watch;

import io.exhibit.assessment.Item;
import io.exhibit.control.Assertion;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.AssessRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Agreements and reports that are in order and will not be in a month: the newest run, judged by the same tests as if it had been made
 * then. So what counts as an end is what the tests say.
 */
final class Soon {

    private static final int DAYS = 30;

    private Soon() {}

    /** Whether what a test asks for can run out, and nothing but time makes it so: entries of registers have dates of their own. */
    static boolean canRunOut(Assertion test) {
        return FindingAlarms.kind(test)
                        .filter(kind -> kind == AlarmKind.AGREEMENT || kind == AlarmKind.REPORT)
                        .isPresent()
                && test.timing() == Assertion.Timing.SNAPSHOT
                && !test.expect().text().contains("registers.");
    }

    /**
     * @param assess with a book of tests that can run out
     * @param run the newest one with evidence
     * @param deviating keys of alarms that there are already
     */
    static List<Alarm> of(AssessRun assess, RunRecord run, Set<String> deviating, Instant now) {
        SortedMap<String, SortedSet<String>> found = new TreeMap<>();
        assess.judge(later(run), (test, item) -> {
            if (item.state() == Item.State.DEVIATES) {
                found.computeIfAbsent(test, any -> new TreeSet<>())
                        .add(item.target().account());
            }
        });
        List<Alarm> alarms = new ArrayList<>();
        for (Assertion test : assess.book().assertions()) {
            AlarmKind kind = FindingAlarms.kind(test).orElseThrow();
            String key = FindingAlarms.key(kind, test);
            SortedSet<String> accounts = found.getOrDefault(test.id(), new TreeSet<>());
            if (!accounts.isEmpty() && !deviating.contains(key)) {
                alarms.add(new Alarm(
                        kind,
                        key,
                        now,
                        Optional.empty(),
                        true,
                        "soon",
                        "Within " + DAYS + " days: " + kind.title() + ", " + test.id(),
                        List.of(
                                "test " + test.id() + " conforms today and deviates within " + DAYS
                                        + " days if nothing changes: " + Lines.line(test.says()),
                                Lines.count(accounts.size(), "account", "accounts") + ": " + Lines.some(accounts)),
                        new Alarm.Concern(List.of(test.id()), List.of(), null)));
            }
        }
        return alarms;
    }

    private static RunRecord later(RunRecord run) {
        Duration by = Duration.ofDays(DAYS);
        return new RunRecord(
                run.id(),
                run.due(),
                run.started().plus(by),
                run.finished().plus(by),
                run.outcome(),
                run.reason(),
                run.endpoint(),
                run.identity(),
                run.organization(),
                run.accounts(),
                run.digests(),
                run.units());
    }
}
