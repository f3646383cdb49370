package io.exhibit.evaluate;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Judges a period from its sealed days alone; no raw evidence is read. */
public final class PeriodJudge {

    private final Book book;
    private final Vocabulary vocabulary;
    private final List<CompiledTest> tests;
    private final Judged judged;

    /** Hears of each test that was judged, of how many. */
    @FunctionalInterface
    public interface Judged {
        void test(int done, int all);
    }

    /** With the book of an evaluator, whose expressions it has compiled. */
    public PeriodJudge(Evaluator evaluator) {
        this(evaluator, (done, all) -> {});
    }

    /** The same for somebody who waits: over much evidence a period takes minutes. */
    public PeriodJudge(Evaluator evaluator, Judged judged) {
        this.judged = judged;
        this.book = evaluator.book();
        this.vocabulary = evaluator.vocabulary();
        Set<String> bearing = book.assertions().stream().map(Assertion::id).collect(Collectors.toSet());
        this.tests = evaluator.tests().stream()
                .filter(test -> bearing.contains(test.assertion().id()))
                .toList();
    }

    /**
     * Judges a period.
     *
     * @param days every day on which a collection was due, in order; days before the period are used to tell how long a
     *     deviation has been open, and for nothing else
     * @param keepings how the sealed runs of the period were found where they are kept
     */
    public PeriodAssessment judge(Period period, List<Day> days, Days vault, List<Keeping> keepings) {
        return judge(period, days, vault, keepings, true);
    }

    /** The same of the period alone, which takes a fraction of the time: its histories begin with its first day. */
    public PeriodAssessment judgeAlone(Period period, List<Day> days, Days vault, List<Keeping> keepings) {
        return judge(period, days, vault, keepings, false);
    }

    private PeriodAssessment judge(Period period, List<Day> days, Days vault, List<Keeping> keepings, boolean before) {
        List<Day> own = days.stream()
                .filter(d -> !d.date().isBefore(period.first()) && !d.date().isAfter(period.last()))
                .toList();
        List<SealedDay> sealed = SealedDay.of(
                days.stream().filter(d -> !d.date().isAfter(period.last())).toList(), vault);
        int first = (int)
                sealed.stream().filter(d -> d.date().isBefore(period.first())).count();
        Book then = book.on(period.last());
        WholePeriodJudge whole = new WholePeriodJudge(then, vocabulary, period, own, keepings);
        List<TestResult> results =
                results(whole, new TestPeriod(then, period, sealed, first, before ? 0 : first), vault);
        List<DocumentResult> documents = book.documents().stream()
                .sorted(Comparator.comparing(Document::id))
                .map(new Freshness(then, period, results)::of)
                .toList();
        Rollup rollup = new Rollup(then, period.last(), results, documents, vocabulary);
        return new PeriodAssessment(
                then,
                period,
                IntStream.range(first, sealed.size())
                        .filter(day -> SealedDay.bookChanged(sealed, day))
                        .mapToObj(day -> sealed.get(day).date())
                        .toList(),
                own,
                book.framework().controls().stream().map(rollup::of).toList(),
                results,
                documents);
    }

    private List<TestResult> results(WholePeriodJudge whole, TestPeriod judge, Days vault) {
        List<TestResult> results = new ArrayList<>();
        for (CompiledTest test : tests) {
            judged.test(results.size(), tests.size());
            String population = test.assertion().source();
            results.add(
                    test.assertion().ofWholePeriod()
                            ? whole.judge(test)
                            : judge.judge(test.assertion(), vocabulary.source(population), vault));
        }
        results.sort(Comparator.comparing(t -> t.assertion().id()));
        return results;
    }
}
