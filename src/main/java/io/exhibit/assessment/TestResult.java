package io.exhibit.assessment;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import java.util.List;

/**
 * What the period says on one assertion.
 *
 * @param counted the judgement that counts: of the last sealed day (snapshot), or of all sealed days together (period)
 * @param daysJudged sealed days on which it was judged
 * @param daysDeviating of these, how many had a deviating item
 * @param daysUnknown on how many of these it, or one of its items, was inconclusive
 * @param histories items that deviated in the period or were open when it began, open ones first, then by first seen
 * @param inconclusive items that could not be judged on the day that counts, with their reason, at most 200; the count stands in {@code counted}
 * @param proof the values that prove the conforming items, for one of them, or ""
 * @param places of the items of {@code counted}, those that are no things
 * @param unjudged why it was not judged in full on these days, by first day and cause
 * @param atEnd what could not be judged on the last sealed day
 */
public record TestResult(
        Assertion assertion,
        Judgement counted,
        int daysJudged,
        int daysDeviating,
        int daysUnknown,
        List<History> histories,
        List<Item> inconclusive,
        String proof,
        Places places,
        List<Unjudged> unjudged,
        AtEnd atEnd) {

    public TestResult {
        unjudged = List.copyOf(unjudged);
    }

    /** All of its items are things, it was judged in full on every day or the causes are not told, and what is unknown is so at the end. */
    public TestResult(
            Assertion assertion,
            Judgement counted,
            int daysJudged,
            int daysDeviating,
            int daysUnknown,
            List<History> histories,
            List<Item> inconclusive,
            String proof) {
        this(
                assertion,
                counted,
                daysJudged,
                daysDeviating,
                daysUnknown,
                histories,
                inconclusive,
                proof,
                Places.NONE,
                List.of(),
                counted.verdict() == Verdict.INCONCLUSIVE && counted.population() == 0
                        ? AtEnd.whole(counted.reason())
                        : new AtEnd("", inconclusive, counted.inconclusive(), 0));
    }

    /** What a rate is of: the items without the places. */
    public long things() {
        return counted.population() - places.all();
    }

    /** Things that could not be judged. */
    public long thingsUnknown() {
        return counted.inconclusive() - places.unread();
    }

    /** Things that conform. */
    public long thingsConforming() {
        return counted.conforming() - places.read();
    }

    /** What the counts at the end of the period come to. */
    public Verdict verdict() {
        return counted.verdict();
    }

    /** On a day of the period it deviated, and at its end nothing does. What has to be so on one day only is not broken on another. */
    public boolean mended() {
        return verdict().compareTo(Verdict.PASS) <= 0 && daysDeviating > 0 && assertion.timing() != Timing.ONCE;
    }

    /** What has to be so on one day of the period was: on the others it may have been otherwise, and nothing is found. */
    public boolean onceIsEnough() {
        return verdict() == Verdict.PASS && assertion.timing() == Timing.ONCE;
    }
}
