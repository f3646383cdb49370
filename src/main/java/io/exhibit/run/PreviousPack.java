package io.exhibit.run;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Balance;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.SincePrevious;
import io.exhibit.assessment.SincePrevious.ThresholdChange;
import io.exhibit.control.Book;
import io.exhibit.control.Parameter;
import io.exhibit.control.Severity;
import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.SealedBook;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the pack before one in its series, and tells from the log alone what changed since. */
final class PreviousPack {

    private final Vault sealed;
    private final long size;
    private final DueTimes due;
    private final AssessRun assess;
    private final Function<Map<String, byte[]>, Optional<Book>> reader;

    /**
     * @param sealed the vault as it was when the new pack was issued, with a log of that size
     * @param reader reads the files of a book; empty when they are refused
     */
    PreviousPack(
            Vault sealed,
            long size,
            DueTimes due,
            AssessRun assess,
            Function<Map<String, byte[]>, Optional<Book>> reader) {
        this.sealed = sealed;
        this.size = size;
        this.due = due;
        this.assess = assess;
        this.reader = reader;
    }

    /**
     * Empty for the first pack of a series.
     *
     * @param now the period of the pack, judged
     * @param days due in it and before
     * @param judged the days that it was judged from
     */
    Optional<SincePrevious> until(String pack, PeriodAssessment now, List<Day> days, Days judged) throws IOException {
        Optional<String> name = Edition.before(pack, sealed.packs());
        return name.isEmpty() ? Optional.empty() : Optional.of(since(name.get(), now, days, judged));
    }

    private SincePrevious since(String name, PeriodAssessment now, List<Day> days, Days judged) throws IOException {
        Period period = Edition.period(name, now.period().zone());
        Vault then = before(name);
        Period earlier = MonthRun.earlier(period);
        List<RunRecord> log = RunIds.since(earlier.start(), period, then);
        List<Day> due = DueDays.of(
                earlier, this.due, log, period.end(), assess.book().scope().on(period.last()));
        PeriodAssessment was = assess.alone(period, due, then);
        PackComparison comparison = new PackComparison(was, now);
        return new SincePrevious(
                name,
                sealed.packs().get(name),
                period,
                comparison.units(),
                comparison.tests(),
                findings(period.last().plusDays(1), now, days, judged),
                comparison.documents(),
                comparison.populations(),
                thresholds(was, then),
                comparison.testsApart(),
                comparison.unitsApart());
    }

    /** The vault as it was when the log got that pack: the largest part of the log that does not hold it. */
    private Vault before(String name) throws IOException {
        String digest = sealed.packs().get(name);
        long without = 0;
        long with = size;
        while (without + 1 < with) {
            long middle = (without + with) / 2;
            if (digest.equals(sealed.asOf(middle).packs().get(name))) {
                with = middle;
            } else {
                without = middle;
            }
        }
        return sealed.asOf(without);
    }

    /** Also over days for which no pack was issued. */
    private SortedMap<Severity, Balance> findings(LocalDate from, PeriodAssessment now, List<Day> days, Days judged) {
        LocalDate last = now.period().last();
        Period whole = new Period(from, last, now.period().zone());
        Findings findings =
                new Findings(from.isBefore(now.period().first()) ? assess.period(whole, days, judged, List.of()) : now);
        SortedMap<Severity, Balance> bySeverity = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, Balance.of(findings.only(f -> f.severity() == severity), from, last));
        }
        return bySeverity;
    }

    private Optional<List<ThresholdChange>> thresholds(PeriodAssessment was, Vault then) throws IOException {
        List<String> runs = was.days().stream()
                .flatMap(day -> day.run().stream())
                .map(RunRecord::id)
                .toList();
        Optional<String> last = runs.stream()
                .flatMap(run -> then.assessment(run).map(Assessment::book).stream())
                .reduce((older, newer) -> newer);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().equals(assess.book().digest())) {
            return Optional.of(List.of());
        }
        Optional<SealedBook> book = then.books(runs).stream()
                .filter(kept -> kept.digest().equals(last.get()))
                .findFirst();
        return book.flatMap(kept -> reader.apply(kept.content()))
                .map(older -> between(older.parameters(), assess.book().parameters()));
    }

    private static List<ThresholdChange> between(Map<String, Parameter> older, Map<String, Parameter> newer) {
        TreeSet<String> names = new TreeSet<>(older.keySet());
        names.addAll(newer.keySet());
        List<ThresholdChange> changes = new ArrayList<>();
        for (String name : names) {
            Optional<Parameter> before = Optional.ofNullable(older.get(name));
            Optional<Parameter> after = Optional.ofNullable(newer.get(name));
            if (!before.map(PreviousPack::says).equals(after.map(PreviousPack::says))) {
                changes.add(new ThresholdChange(name, before, after));
            }
        }
        return changes;
    }

    private static List<Object> says(Parameter parameter) {
        return List.of(parameter.value(), parameter.unit(), parameter.policy());
    }
}
