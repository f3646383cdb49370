package io.exhibit.run;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.ItemSink;
import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Book;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evaluate.PeriodJudge;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RunRecord;
import io.exhibit.read.RunEvidence;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Judges a sealed run, from the vault alone. */
public final class AssessRun {

    private final Vault vault;
    private final Catalog catalog;
    private final Evaluator evaluator;
    private final Book book;
    private final Optional<Supplier<AssessRun>> nights;
    private final Progress progress;

    public AssessRun(Vault vault, Catalog catalog, Evaluator evaluator, Book book) {
        this(vault, catalog, evaluator, book, Optional.empty());
    }

    /**
     * Judges by a book of one framework, and seals nights by that of another.
     *
     * @param nights seals by the book of nights, whichever framework a month is bound for; empty when it is this one
     */
    public AssessRun(
            Vault vault, Catalog catalog, Evaluator evaluator, Book book, Optional<Supplier<AssessRun>> nights) {
        this(vault, catalog, evaluator, book, nights, Progress.NONE);
    }

    private AssessRun(
            Vault vault,
            Catalog catalog,
            Evaluator evaluator,
            Book book,
            Optional<Supplier<AssessRun>> nights,
            Progress progress) {
        this.progress = progress;
        this.vault = vault;
        this.catalog = catalog;
        this.evaluator = evaluator;
        this.book = book;
        this.nights = nights;
    }

    /** The same for somebody who waits for a period to be judged. */
    public AssessRun telling(Progress other) {
        return new AssessRun(vault, catalog, evaluator, book, nights, other);
    }

    Progress progress() {
        return progress;
    }

    private PeriodJudge judge(Period period) {
        String what = "judging " + period.first() + " to " + period.last() + ", tests done";
        return new PeriodJudge(evaluator, (done, all) -> progress.step(what, done, all));
    }

    /** Judges a run and seals the day, and the book if it is another one than before. */
    public Assessment seal(RunRecord run) throws IOException {
        if (nights.isPresent()) {
            return nights.get().get().seal(run);
        }
        // A book that was put together in memory has no files to keep.
        if (!book.files().isEmpty()) {
            vault.keepBook(book.digest(), book.files());
        }
        return vault.assess(run.id(), items -> judge(run, items));
    }

    /** Judges a run and seals nothing. */
    public Assessment judge(RunRecord run, ItemSink items) {
        return evaluator.assess(evidence(run), items);
    }

    /** Judges and seals every run that has evidence and was never judged, because the process died between the two. */
    public List<RunRecord> sealUnjudged() throws IOException {
        List<RunRecord> unjudged = new ArrayList<>();
        for (String id : vault.unassessed()) {
            RunRecord run = vault.run(id);
            if (DueDays.hasEvidence(run)) {
                seal(run);
                unjudged.add(run);
            }
        }
        return unjudged;
    }

    /** Sealed days of which those that another book judged are judged again by this one, without sealing anything. */
    Days again(List<RunRecord> runs, Days sealed) {
        EditedDays days = new EditedDays(sealed, book);
        for (RunRecord run : runs) {
            Optional<Assessment> day = sealed.assessment(run.id());
            if (day.isPresent() && !day.get().book().equals(book.digest())) {
                OneDay items = new OneDay();
                Assessment judged = judge(run, items);
                items.keep(judged);
                days.put(day.get(), judged, items);
            }
        }
        return days;
    }

    /** Judges a period from its sealed days. */
    PeriodAssessment period(Period period, List<Day> days, Days sealed, List<Keeping> keepings) {
        return judge(period).judge(period, days, sealed, keepings);
    }

    /** The same of the period alone: its histories begin with its first day, its verdicts and counts are the same. */
    PeriodAssessment alone(Period period, List<Day> days, Days sealed) {
        return judge(period).judgeAlone(period, days, sealed, List.of());
    }

    public Book book() {
        return book;
    }

    /** What an item of a population is called, in the plural. */
    String noun(String population) {
        return evaluator.noun(population);
    }

    /** Judges a run again, without sealing anything, as a period of the one day on which it was due. */
    public PeriodAssessment day(RunRecord run, ZoneId zone) throws IOException {
        LocalDate date = LocalDate.ofInstant(run.due(), zone);
        Day day = new Day(date, run.due(), Optional.of(run), run.reason());
        OneDay judged = new OneDay();
        judged.keep(evaluator.assess(evidence(run), judged));
        return new PeriodJudge(evaluator)
                .judge(new Period(date, date, zone), List.of(day), judged, new KeptRuns(vault).of(List.of(run)));
    }

    private RunEvidence evidence(RunRecord run) {
        return new RunEvidence(
                run,
                catalog,
                new SmallParts(run, (target, source, each) -> vault.exchanges(run, target, source, each)));
    }
}
