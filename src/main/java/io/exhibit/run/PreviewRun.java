package io.exhibit.run;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.BookChange;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evaluate.PeriodJudge;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges stored months by an edited book, beside what is sealed of them, or beside what the book before makes of the same nights. Of a night that was judged by the book
 * before, only the tests that judge otherwise are judged again, so that only what these look at is read; of any other night, all of them. Nothing is sealed.
 */
public final class PreviewRun {

    private static final int EARLIER = 366;

    private final Vault vault;
    private final Catalog catalog;
    private final DueTimes due;
    private final ZoneId zone;
    private final Book before;
    private final Book after;
    private final Progress progress;
    private final Map<Set<String>, AssessRun> judges = new HashMap<>();
    private final Map<Set<String>, AssessRun> judgesBefore = new HashMap<>();
    private final Map<String, RunRecord> records = new HashMap<>();
    private final Set<String> otherwise;
    private final Optional<Set<String>> changed;
    /** Whether nights of another book are judged by the one before, too: then only what is between the two shows. */
    private final boolean alike;

    private final EditedDays was;
    private final EditedDays edited;
    private Both whole;
    private Both part;

    private PreviewRun(
            Vault vault,
            Catalog catalog,
            DueTimes due,
            ZoneId zone,
            Book before,
            Book after,
            boolean alike,
            Progress progress) {
        this.vault = vault;
        this.catalog = catalog;
        this.due = due;
        this.zone = zone;
        this.before = before;
        this.after = after;
        this.alike = alike;
        this.progress = progress;
        this.otherwise = BookChange.judgedOtherwise(before, after);
        this.changed = BookChange.resultsOtherwise(before, after);
        this.was = new EditedDays(vault, before);
        this.edited = new EditedDays(alike ? was : vault, after);
    }

    /**
     * Beside what is sealed.
     *
     * @param before by which the nights were judged, as far as that is known
     * @param after the edited one
     */
    public PreviewRun(
            Vault vault, Catalog catalog, DueTimes due, ZoneId zone, Book before, Book after, Progress progress) {
        this(vault, catalog, due, zone, before, after, false, progress);
    }

    /** Both books over the same nights, whatever book these were sealed by. */
    public static PreviewRun alike(
            Vault vault, Catalog catalog, DueTimes due, ZoneId zone, Book before, Book after, Progress progress) {
        return new PreviewRun(vault, catalog, due, zone, before, after, true, progress);
    }

    /** What judges periods by either book. */
    private record Both(Book book, PeriodJudge was, PeriodJudge is) {}

    /**
     * A month by both books. Where only tests changed, and nothing else was judged again, the units on which these bear are here, with
     * all tests that bear on them: the others come out as before.
     *
     * @param judged how many judgements of nights were made again
     * @param units how many the edited book has, and {@code tests} how many of these
     */
    public record Month(
            YearMonth month, PeriodAssessment before, PeriodAssessment after, long judged, int units, int tests) {}

    /** The newest months of which a night was judged, oldest first. */
    public List<YearMonth> months(int most) {
        Set<String> unjudged = Set.copyOf(vault.unassessed());
        return vault.runIds().stream()
                .filter(id -> !unjudged.contains(id))
                .map(id -> YearMonth.from(RunIds.due(id).atZone(zone)))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(most)
                .sorted()
                .toList();
    }

    /** @param now of a month that is not over, the days so far are judged */
    public Month month(YearMonth month, Instant now) throws IOException {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate last = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        Period period = new Period(month.atDay(1), last, zone);
        Period earlier = new Period(period.first().minusDays(EARLIER), period.last(), zone);
        List<RunRecord> log = log(earlier);
        long judged = 0;
        boolean known = true;
        List<RunRecord> runs = Contents.runs(period, log);
        for (int i = 0; i < runs.size(); i++) {
            progress.step("judging " + runs.get(i).id(), i, runs.size());
            judged += judge(runs.get(i));
            known &= isKnown(vault.assessment(runs.get(i).id()));
        }
        Both both = (known || alike) && changed.isPresent() ? part() : whole();
        // How the vault keeps its files is looked at when a pack is bound.
        return new Month(
                month,
                both.was()
                        .judge(
                                period,
                                DueDays.of(
                                        earlier, due, log, now, before.scope().on(last)),
                                was,
                                List.of()),
                both.is()
                        .judge(
                                period,
                                DueDays.of(earlier, due, log, now, after.scope().on(last)),
                                edited,
                                List.of()),
                judged,
                after.framework().controls().size(),
                after.assertions().size());
    }

    private Both whole() {
        whole = whole == null ? both(before, after) : whole;
        return whole;
    }

    private Both part() {
        if (part == null) {
            Set<String> units = Stream.of(before, after)
                    .flatMap(book -> book.assertions().stream())
                    .filter(test -> changed.get().contains(test.id()))
                    .flatMap(test -> test.serves().keySet().stream())
                    .collect(Collectors.toSet());
            part = both(before.about(changed.get(), units), after.about(changed.get(), units));
        }
        return part;
    }

    private Both both(Book one, Book other) {
        return new Both(
                one,
                new PeriodJudge(new Evaluator(one, catalog, zone)),
                new PeriodJudge(new Evaluator(other, catalog, zone)));
    }

    /** Of a night that was never judged nothing can come out otherwise. */
    private boolean isKnown(Optional<Assessment> sealed) {
        return sealed.map(Assessment::book).map(before.digest()::equals).orElse(true);
    }

    /** Each record is read once, however many months it stands in. */
    private List<RunRecord> log(Period period) throws IOException {
        List<RunRecord> log = new ArrayList<>();
        for (String id : vault.runIds()) {
            if (!RunIds.due(id).isBefore(period.start())) {
                if (!records.containsKey(id)) {
                    records.put(id, vault.run(id));
                }
                log.add(records.get(id));
            }
        }
        return log;
    }

    private long judge(RunRecord run) {
        Optional<Assessment> sealed = vault.assessment(run.id());
        if (sealed.isEmpty()) {
            return 0;
        }
        boolean known = isKnown(sealed);
        Assessment basis = sealed.get();
        long judged = 0;
        if (alike && !known) {
            Set<String> tests = ids(changed.isPresent() ? part().book() : before);
            judged += again(was, basis, run, tests, judgesBefore, before);
            basis = was.assessment(run.id()).orElseThrow();
        }
        return judged + again(edited, basis, run, known || alike ? otherwise : ids(after), judges, after);
    }

    private static Set<String> ids(Book book) {
        return book.assertions().stream().map(Assertion::id).collect(Collectors.toSet());
    }

    private long again(
            EditedDays days,
            Assessment basis,
            RunRecord run,
            Set<String> tests,
            Map<Set<String>, AssessRun> by,
            Book book) {
        OneDay day = new OneDay();
        Assessment again = tests.isEmpty()
                ? new Assessment(run.id(), run.started(), book.digest(), List.of())
                : by.computeIfAbsent(tests, some -> judge(some, book)).judge(run, day);
        day.keep(again);
        days.put(basis, again, day);
        return tests.size();
    }

    private AssessRun judge(Set<String> tests, Book book) {
        List<Assertion> some = new ArrayList<>(book.assertions());
        some.removeIf(test -> !tests.contains(test.id()));
        Book part = book.with(some);
        return new AssessRun(vault, catalog, new Evaluator(part, catalog, zone), part);
    }
}
