package io.exhibit.evaluate;

import io.exhibit.assessment.AtEnd;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.Places;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Book;
import io.exhibit.evaluate.Life.Mark;
import io.exhibit.evidence.Source;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a period says on one assertion: a snapshot by its last sealed day, the others by all sealed days together. */
final class TestPeriod {

    /** How long before the end of the period the last sealed day may lie. */
    private static final Duration FRESH = Duration.ofHours(48);

    private static final int SHOWN = 200;
    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::target).thenComparing(Item::key);

    private final Book book;
    private final Period period;
    private final List<SealedDay> days;
    private final int first;
    private final int since;
    private final Histories histories;

    /**
     * @param first index of the first sealed day that lies in the period
     * @param since index of the first sealed day of which histories tell
     */
    TestPeriod(Book book, Period period, List<SealedDay> days, int first, int since) {
        this.book = book;
        this.period = period;
        this.days = days;
        this.first = first;
        this.since = since;
        this.histories = new Histories(days, first, period.first(), book.parameters());
    }

    TestResult judge(Assertion assertion, Optional<Source> source, Days vault) {
        Departures departures = new Departures(assertion, book.registers());
        Lives lives = new Lives(assertion, source, days, first, since, new Acceptances(book.acceptances()), departures);
        lives.read(vault);
        List<Judgement> judged = days.subList(first, days.size()).stream()
                .flatMap(d -> d.judgement(assertion.id()).stream())
                .toList();
        Judgement counted = assertion.timing() == Timing.SNAPSHOT
                ? snapshot(assertion, lives)
                : new PeriodCount(assertion, lives, first).judgement(judged);
        boolean nothing = counted.verdict() == Verdict.INCONCLUSIVE && counted.population() == 0;
        List<Item> inconclusive = nothing ? List.of() : inconclusive(assertion, lives);
        Places places = counted.population() == 0 ? Places.NONE : places(assertion, lives);
        return new TestResult(
                assertion,
                counted,
                judged.size(),
                deviating(assertion, lives),
                (int) judged.stream()
                        .filter(j -> j.verdict() == Verdict.INCONCLUSIVE || j.inconclusive() > 0)
                        .count(),
                histories.of(assertion, lives),
                inconclusive,
                nothing ? "" : lives.proof(),
                places,
                lives.causes().all(),
                assertion.timing() != Timing.SNAPSHOT
                        ? atEnd(assertion, lives)
                        : nothing
                                ? AtEnd.whole(counted.reason())
                                : new AtEnd(
                                        "", inconclusive, counted.inconclusive() - places.unread(), places.unread()));
    }

    /** What a test of every day could not judge on the last of them. */
    private AtEnd atEnd(Assertion assertion, Lives lives) {
        if (days.size() == first) {
            return AtEnd.whole("No day of the period was sealed.");
        }
        int last = days.size() - 1;
        Optional<Judgement> day = days.get(last).judgement(assertion.id());
        if (day.isEmpty()) {
            return AtEnd.whole(notHeld(days.get(last)));
        }
        if (day.get().verdict() == Verdict.INCONCLUSIVE && day.get().population() == 0) {
            return AtEnd.whole(day.get().reason());
        }
        List<Life> unknown = lives.all().stream()
                .filter(life -> life.mark(last) == Mark.INCONCLUSIVE)
                .toList();
        long places = unknown.stream().filter(Life::place).count();
        List<Item> items = unknown.stream()
                .map(life -> life.inconclusive(""))
                .sorted(ORDER)
                .limit(SHOWN)
                .toList();
        return new AtEnd("", items, unknown.size() - places, places);
    }

    private Judgement snapshot(Assertion assertion, Lives lives) {
        if (days.size() == first) {
            return PeriodCount.unknown(assertion, "No day of the period was sealed.");
        }
        SealedDay last = days.get(days.size() - 1);
        Optional<Judgement> judgement = last.judgement(assertion.id());
        if (last.at().isBefore(period.end().minus(FRESH))) {
            return PeriodCount.unknown(
                    assertion,
                    "The last sealed day is " + last.date() + ", more than 48 hours before the end of the period.");
        }
        return judgement
                .map(j -> withVanished(j, lives))
                .orElseGet(() -> PeriodCount.unknown(assertion, notHeld(last)));
    }

    private static String notHeld(SealedDay day) {
        return "The mapping of the last sealed day, " + day.date() + ", did not hold this test.";
    }

    /** The day itself cannot know of an item that it did not see. */
    private Judgement withVanished(Judgement day, Lives lives) {
        int last = days.size() - 1;
        long deviating =
                lives.all().stream().filter(l -> l.mark(last) == Mark.DEVIATES).count();
        long accepted =
                lives.all().stream().filter(l -> l.mark(last) == Mark.ACCEPTED).count();
        long more = deviating + accepted - day.deviating() - day.accepted();
        return more == 0
                ? day
                : new Judgement(
                        day.assertion(),
                        Verdict.FAIL,
                        day.population() + more,
                        day.conforming(),
                        deviating,
                        accepted,
                        day.inconclusive(),
                        day.leftOut(),
                        "");
    }

    private int deviating(Assertion assertion, Lives lives) {
        int count = 0;
        for (int i = first; i < days.size(); i++) {
            int day = i;
            boolean deviated = lives.all().stream()
                    .anyMatch(l -> l.mark(day) != null && l.mark(day).deviating());
            if (deviated && days.get(i).judgement(assertion.id()).isPresent()) {
                count++;
            }
        }
        return count;
    }

    private Places places(Assertion assertion, Lives lives) {
        if (assertion.timing() != Timing.SNAPSHOT) {
            return new PeriodCount(assertion, lives, first).places();
        }
        long unread = lives.all().stream()
                .filter(life -> life.place() && life.mark(days.size() - 1) == Mark.INCONCLUSIVE)
                .count();
        return new Places(lives.places() - unread, unread);
    }

    private List<Item> inconclusive(Assertion assertion, Lives lives) {
        boolean snapshot = assertion.timing() == Timing.SNAPSHOT;
        PeriodCount count = new PeriodCount(assertion, lives, first);
        return lives.all().stream()
                .filter(l -> snapshot ? l.mark(days.size() - 1) == Mark.INCONCLUSIVE : count.of(l) == Mark.INCONCLUSIVE)
                .map(l -> l.inconclusive(
                        snapshot
                                ? ""
                                : " (on " + Dates.words(histories.on(l, Mark.INCONCLUSIVE, Mark.INCONCLUSIVE)) + ")"))
                .sorted(ORDER)
                .limit(SHOWN)
                .toList();
    }
}
