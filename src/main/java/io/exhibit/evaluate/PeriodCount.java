package io.exhibit.evaluate;

import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Places;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.evaluate.Life.Mark;
import java.util.Comparator;
import java.util.List;

/**
 * Counts a period by item. {@code period}: an item deviates when it did on any day, and is unknown when it was on any day
 * and deviated on none. {@code once}: an item conforms when it did on any day.
 */
final class PeriodCount {

    private final Assertion assertion;
    private final Lives lives;
    private final int first;

    PeriodCount(Assertion assertion, Lives lives, int first) {
        this.assertion = assertion;
        this.lives = lives;
        this.first = first;
    }

    static Judgement unknown(Assertion assertion, String reason) {
        return new Judgement(assertion.id(), Verdict.INCONCLUSIVE, 0, 0, 0, 0, 0, 0, reason);
    }

    /** What an item counts as, all days together. */
    Mark of(Life life) {
        if (assertion.timing() == Timing.ONCE && lives.conformed(life)) {
            return Mark.CONFORMS;
        }
        if (life.ever(Mark.DEVIATES, first)) {
            return Mark.DEVIATES;
        }
        if (life.ever(Mark.ACCEPTED, first)) {
            return Mark.ACCEPTED;
        }
        return life.ever(Mark.INCONCLUSIVE, first) ? Mark.INCONCLUSIVE : Mark.CONFORMS;
    }

    Judgement judgement(List<Judgement> judged) {
        if (judged.isEmpty()) {
            return unknown(assertion, "It was judged on no sealed day of the period.");
        }
        long deviating = count(Mark.DEVIATES);
        long accepted = count(Mark.ACCEPTED);
        long inconclusive = count(Mark.INCONCLUSIVE);
        long population = lives.population();
        // A day on which the population itself could not be asked for has no items to show for it.
        String blindDay = judged.stream()
                .filter(j -> j.verdict() == Verdict.INCONCLUSIVE && j.population() == 0)
                .findFirst()
                .map(Judgement::reason)
                .orElse("");
        Verdict verdict = deviating + accepted > 0
                ? Verdict.FAIL
                : inconclusive > 0 || !blindDay.isEmpty() && assertion.timing() == Timing.PERIOD
                        ? Verdict.INCONCLUSIVE
                        : population == 0 ? Verdict.NOT_APPLICABLE : Verdict.PASS;
        Judgement last = judged.get(judged.size() - 1);
        Judgement counted = new Judgement(
                assertion.id(),
                verdict,
                population,
                population - deviating - accepted - inconclusive,
                deviating,
                accepted,
                inconclusive,
                last.leftOut(),
                "");
        return counted.because(reason(counted, blindDay, last));
    }

    /** The items that are no things. */
    Places places() {
        long unread = lives.all().stream()
                .filter(life -> life.place() && of(life) == Mark.INCONCLUSIVE)
                .count();
        return new Places(lives.places() - unread, unread);
    }

    private long count(Mark mark) {
        return lives.all().stream().filter(l -> of(l) == mark).count();
    }

    private String reason(Judgement counted, String blindDay, Judgement last) {
        return switch (counted.verdict()) {
            case INCONCLUSIVE ->
                counted.inconclusive() == 0
                        ? blindDay
                        : Amounts.unknown(counted, places()) + " could not be judged on at least one day: "
                                + lives.all().stream()
                                        .filter(l -> of(l) == Mark.INCONCLUSIVE)
                                        .min(Comparator.comparing(Life::target).thenComparing(Life::key))
                                        .map(l -> l.inconclusive("").text())
                                        .orElse("");
            case NOT_APPLICABLE -> last.reason();
            default -> "";
        };
    }
}
