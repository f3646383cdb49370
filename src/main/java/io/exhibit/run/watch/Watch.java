package io.exhibit.run.watch;

import io.exhibit.assessment.Finding;
import io.exhibit.control.Assertion;
import io.exhibit.control.Blind;
import io.exhibit.control.Book;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Source;
import io.exhibit.run.AssessRun;
import io.exhibit.run.DueTimes;
import io.exhibit.run.Log;
import io.exhibit.run.OpenFindings;
import io.exhibit.run.Reliance;
import io.exhibit.seal.Retained;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Looks at the vault and at the book, and lists what is wrong now. It judges nothing anew: nights are held against the schedule as a
 * pack does, and findings are those that the sealed days tell of. What follows from the newest run is worked out once for each.
 */
public final class Watch {

    /** Nights in which it is looked for when something was otherwise. */
    static final int RUNS = 35;

    /** What a look at the vault can bring. Of these kinds nothing is over while the vault cannot be read. */
    public static final Set<AlarmKind> OF_VAULT = Set.of(
            AlarmKind.COLLECTION,
            AlarmKind.STALE,
            AlarmKind.BLIND,
            AlarmKind.AGREEMENT,
            AlarmKind.REPORT,
            AlarmKind.FINDING,
            AlarmKind.DEADLINE,
            AlarmKind.CERTIFICATE,
            AlarmKind.APPROVAL,
            AlarmKind.RETENTION);

    /** Days in which nights without evidence are one cause as long as none between them has any. */
    private static final int DAYS = 100;

    private static final int YEARS = 6;

    private final DueTimes due;
    private final ZoneId zone;
    private final List<Source> sources;
    private final boolean locks;
    private final BiFunction<Vault, Book, AssessRun> judges;
    private final Map<String, RunRecord> read = new HashMap<>();
    private String known = "";
    private List<Alarm> night = List.of();
    private SortedMap<String, Long> blind = new TreeMap<>();

    /**
     * @param locks whether the vault lies where evidence can be locked
     * @param judges judges by a book
     */
    public Watch(
            DueTimes due, ZoneId zone, List<Source> sources, boolean locks, BiFunction<Vault, Book, AssessRun> judges) {
        this.due = due;
        this.zone = zone;
        this.sources = List.copyOf(sources);
        this.locks = locks;
        this.judges = judges;
    }

    /** What the book says about its own entries. */
    public List<Alarm> entries(Book book, Instant now) {
        return new Entries(zone, LocalDate.ofInstant(now, zone)).of(book);
    }

    /** What the vault says. */
    public List<Alarm> look(Vault vault, Book book, Instant now) throws IOException {
        Log log = new Log(vault);
        if (log.begun().isEmpty()) {
            return List.of();
        }
        Instant from = now.minus(Duration.ofDays(DAYS));
        List<RunRecord> outcomes = log.outcomes(from, read);
        Nights nights = new Nights(zone);
        List<Alarm> alarms = new ArrayList<>(nights.of(log.days(outcomes, from, now, due, zone), now));
        Iterator<RunRecord> newest = log.newest(RUNS);
        Instant fresh =
                newest.hasNext() ? newest.next().finished() : log.begun().get();
        alarms.addAll(nights.stale(fresh, now));
        alarms.addAll(ofNewest(vault, log, book, now));
        return alarms;
    }

    /** In how many accounts and regions each source is blind, by the last look; empty before one saw a run. */
    public SortedMap<String, Long> blind() {
        return blind;
    }

    private List<Alarm> ofNewest(Vault vault, Log log, Book book, Instant now) throws IOException {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Iterator<RunRecord> runs = log.newest(RUNS);
        if (!runs.hasNext()) {
            return List.of();
        }
        RunRecord newest = runs.next();
        // What the newest found is not known before it was judged: until then what was found before goes on.
        RunRecord judged = judged(vault, newest, runs);
        String asked = newest.id() + " " + judged.id() + " " + book.digest() + " " + today;
        if (!asked.equals(known)) {
            Scope scope = book.scope().on(today);
            List<Alarm> found =
                    new ArrayList<>(new BlindSources(sources, new Reliance(book), scope, zone).of(log.newest(RUNS)));
            List<Alarm> findings = findings(vault, book, judged, today);
            found.addAll(findings);
            found.addAll(soon(vault, book, judged, findings, now));
            found.addAll(retention(vault, newest));
            night = List.copyOf(found);
            blind = Blind.places(newest, scope);
            known = asked;
        }
        return night;
    }

    private static RunRecord judged(Vault vault, RunRecord newest, Iterator<RunRecord> older) {
        RunRecord judged = newest;
        while (vault.assessment(judged.id()).isEmpty() && older.hasNext()) {
            judged = older.next();
        }
        return judged;
    }

    private List<Alarm> findings(Vault vault, Book book, RunRecord newest, LocalDate today) throws IOException {
        Set<String> deviating = new HashSet<>();
        vault.assessment(newest.id())
                .ifPresent(day -> day.judgements().stream()
                        .filter(judgement ->
                                judgement.deviating() + judgement.inconclusive() > 0 || judgement.population() == 0)
                        .forEach(judgement -> deviating.add(judgement.assertion())));
        List<Assertion> tests = book.assertions().stream()
                .filter(test -> !test.ofWholePeriod() && deviating.contains(test.id()))
                .toList();
        if (tests.isEmpty()) {
            return List.of();
        }
        List<Finding> open = OpenFindings.of(vault, judges.apply(vault, book.with(tests)), due, zone, newest);
        return new FindingAlarms(zone, today).of(open);
    }

    private List<Alarm> soon(Vault vault, Book book, RunRecord newest, List<Alarm> findings, Instant now) {
        List<Assertion> tests =
                book.assertions().stream().filter(Soon::canRunOut).toList();
        Set<String> deviating = findings.stream().map(Alarm::key).collect(Collectors.toSet());
        return tests.isEmpty() ? List.of() : Soon.of(judges.apply(vault, book.with(tests)), newest, deviating, now);
    }

    private List<Alarm> retention(Vault vault, RunRecord newest) throws IOException {
        if (!locks) {
            return List.of();
        }
        Retained retained = vault.retained(newest.id());
        LocalDate until = LocalDate.ofInstant(newest.finished(), ZoneOffset.UTC).plusYears(YEARS);
        if (retained.covers(until.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            return List.of();
        }
        String found = retained.locked() + " of " + retained.objects() + " objects of the run " + newest.id()
                + " are locked"
                + retained.until()
                        .map(end -> ", the first until " + Lines.day(end, zone))
                        .orElse("");
        return List.of(Alarm.on(
                AlarmKind.RETENTION,
                "",
                newest.finished(),
                retained.mode() + (retained.locked() == retained.objects()),
                "Evidence is not locked for six years",
                List.of(found, "asked for is " + until)));
    }
}
