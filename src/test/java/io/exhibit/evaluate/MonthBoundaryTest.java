package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Book;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No finding is lost or found where one month's pack ends and the next begins. */
@OneJdk
class MonthBoundaryTest {

    private static final Period SEPTEMBER =
            new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), ZoneOffset.UTC);

    private static final Period WEEK = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7), ZoneOffset.UTC);

    private final Month month = new Month();

    @Test
    void whatDeviatedOnTheLastDayBeforeThePeriodAndConformsOnItsFirstIsClosedInIt() {
        month.day(september(30), "f1 DEVIATES", "f2 DEVIATES")
                .day(1, "f1 CONFORMS")
                .day(31, "f1 CONFORMS");
        List<History> histories = month.test(new Books.Draft()).histories();

        assertThat(histories).extracting(History::key).containsExactly("f1", "f2");
        assertThat(histories).extracting(History::closed).containsExactly(october(1), october(1));
        assertThat(histories).extracting(History::firstSeen).containsOnly(september(30));
    }

    @Test
    void whatWasOpenBeforeThePeriodStaysOpenWhileItsSourceIsBlind() {
        month.day(september(30), "f1 DEVIATES");
        for (int day = 1; day <= 31; day++) {
            month.blind(day);
        }
        assertThat(month.test(new Books.Draft()).histories()).singleElement().satisfies(history -> {
            assertThat(history.open()).isTrue();
            assertThat(history.firstSeen()).isEqualTo(september(30));
            assertThat(history.state()).isEqualTo(State.INCONCLUSIVE);
        });
        Books.Draft period = new Books.Draft();
        period.timing = Timing.PERIOD;
        assertThat(month.test(period).histories())
                .extracting(History::text)
                .containsExactly("f1 D (last on 2026-09-30) (on the last sealed day it could not be judged)");
    }

    @Test
    void whatIsClosedAndDeviatesAgainWithinTheMonthKeepsItsFirstDay() {
        month.day(LocalDate.of(2026, 8, 20), "f1 DEVIATES")
                .day(5, "f1 CONFORMS")
                .day(9, "f1 DEVIATES")
                .day(31, "f1 DEVIATES");
        assertThat(month.test(new Books.Draft()).histories()).singleElement().satisfies(history -> {
            assertThat(history.firstSeen()).isEqualTo(LocalDate.of(2026, 8, 20));
            assertThat(history.reopened()).containsExactly(october(9));
            assertThat(history.due()).isEqualTo(LocalDate.of(2026, 8, 27));
        });
    }

    @Test
    void whatWasClosedInAnEarlierMonthBeginsAnew() {
        month.day(LocalDate.of(2026, 8, 20), "f1 DEVIATES")
                .day(september(5), "f1 CONFORMS")
                .day(9, "f1 DEVIATES");
        assertThat(month.test(new Books.Draft()).histories()).singleElement().satisfies(history -> {
            assertThat(history.firstSeen()).isEqualTo(october(9));
            assertThat(history.orBefore()).isFalse();
        });
    }

    @Test
    void ofWhatWasSeenOnTheFirstDayThatWasEverJudgedNobodyKnowsSinceWhen() {
        month.otherMapping(september(29)).day(september(30), "f1 DEVIATES").day(31, "f1 DEVIATES", "f2 DEVIATES");
        assertThat(month.test(new Books.Draft()).histories())
                .extracting(History::orBefore)
                .containsExactly(true, false);
    }

    @Test
    void ofWhatWasSeenWhenItsPlaceWasReadForTheFirstTimeNobodyKnowsSinceWhen() {
        month.blind(1).unasked(2).missed(3).day(4, "f1 DEVIATES", "f2 INCONCLUSIVE", "f3 CONFORMS");
        month.blind(5).day(6, "f1 DEVIATES", "f2 DEVIATES", "f3 DEVIATES", "f4 DEVIATES");
        assertThat(month.test(new Books.Draft()).histories())
                .extracting(h -> h.key() + " " + h.firstSeen().getDayOfMonth() + " " + h.orBefore())
                .containsExactly("f1 4 true", "f2 6 true", "f3 6 false", "f4 6 false");
    }

    @Test
    void everyStretchInWhichItWasOpenIsKept() {
        month.day(september(2), "f1 DEVIATES")
                .day(september(4), "f1 CONFORMS")
                .day(5, "f1 DEVIATES")
                .blind(6)
                .missed(7)
                .day(8)
                .day(9, "f1 INCONCLUSIVE")
                .day(10, "f1 DEVIATES")
                .blind(31);
        assertThat(month.test(new Books.Draft()).histories()).singleElement().satisfies(history -> {
            assertThat(history.spells())
                    .containsExactly(
                            new Spell(september(2), september(4)),
                            new Spell(october(5), october(8), true),
                            new Spell(october(10), null));
            assertThat(history.firstSeen()).isEqualTo(october(5));
        });
    }

    @Test
    void whatEndsOnTheDayOnWhichTheBookChangedDoesNotEndSilently() {
        month.day(1, "f1 DEVIATES", "f2 DEVIATES", "f3 DEVIATES");
        month.book = "other";
        month.day(2, "f2 CONFORMS", "f3 DEVIATES", "f4 CONFORMS").day(31, "f2 CONFORMS", "f3 CONFORMS");

        assertThat(month.test(new Books.Draft()).histories())
                .extracting(History::text)
                .containsExactly(
                        "f1 D (left the population on a day on which the book changed)",
                        "f2 D (conforms since a day on which the book changed)",
                        "f3 D");
        assertThat(month.judge(new Books().test(new Books.Draft()).done()).bookChanges())
                .containsExactly(october(2));
    }

    @Test
    void aDayOfAnotherBookOnWhichNothingDeviatesIsReadToTellWhichOfTheTwoItWas() {
        month.day(1, "f1 DEVIATES", "f2 DEVIATES");
        month.book = "other";
        month.day(2, "f2 CONFORMS").day(31, "f2 CONFORMS");

        assertThat(month.test(new Books.Draft()).histories())
                .extracting(History::text)
                .containsExactly(
                        "f1 D (left the population on a day on which the book changed)",
                        "f2 D (conforms since a day on which the book changed)");
    }

    @Test
    void aTestThatIsItselfALimitGivesNoFurtherTime() {
        Books.Draft draft = new Books.Draft();
        draft.limit = true;
        assertThat(month.day(31, "f1 DEVIATES").test(draft).histories())
                .extracting(History::due)
                .containsOnlyNulls();
    }

    static Stream<Arguments> kindsOfTests() {
        return Stream.of(
                Arguments.of(Timing.SNAPSHOT, "iam.credential-report", ""),
                Arguments.of(Timing.PERIOD, "iam.credential-report", ""),
                Arguments.of(Timing.ONCE, "iam.credential-report", ""),
                Arguments.of(Timing.SNAPSHOT, "iam.credential-report", "deviates"),
                Arguments.of(Timing.SNAPSHOT, "collection.accounts", ""),
                Arguments.of(Timing.PERIOD, "collection.targets", ""));
    }

    /** The books close: what one month leaves open is what the next one begins with, to the item and its first day. */
    @ParameterizedTest
    @MethodSource("kindsOfTests")
    void whatOneMonthLeavesOpenIsWhatTheNextBeginsWith(Timing timing, String source, String vanished) {
        Random random = new Random(20261001);
        int carried = 0;
        for (int round = 0; round < 200; round++) {
            Month days = generated(random);
            Books.Draft draft = new Books.Draft();
            draft.timing = timing;
            draft.source = source;
            draft.vanished = vanished;
            Map<String, LocalDate> left = firstDays(days, draft, SEPTEMBER, true);
            assertThat(firstDays(days, draft, Month.OCTOBER, false))
                    .as("round %d", round)
                    .isEqualTo(left);
            carried += left.size();
        }
        // What conformed once in its month leaves nothing open there.
        assertThat(carried).isGreaterThan(timing == Timing.ONCE ? 20 : 100);
    }

    /** A pack tells what changed since the one before it by that month's verdicts, and needs no histories for it. */
    @ParameterizedTest
    @MethodSource("kindsOfTests")
    void aMonthThatIsJudgedAloneHasTheVerdictAndTheCountsOfOneThatIsJudgedWithTheTimeBefore(
            Timing timing, String source, String vanished) {
        Random random = new Random(20261101);
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        for (int round = 0; round < 200; round++) {
            Month days = generated(random);
            Books.Draft draft = new Books.Draft();
            draft.timing = timing;
            draft.source = source;
            draft.vanished = vanished;
            Book book = new Books().test(draft).done();
            TestResult whole = days.judge(book, WEEK).tests().get(0);
            TestResult alone = days.judgeAlone(book, WEEK).tests().get(0);
            assertThat(alone.counted()).as("round %d", round).isEqualTo(whole.counted());
            assertThat(alone.daysDeviating()).as("round %d", round).isEqualTo(whole.daysDeviating());
            assertThat(alone.daysUnknown()).as("round %d", round).isEqualTo(whole.daysUnknown());
            assertThat(alone.inconclusive()).as("round %d", round).isEqualTo(whole.inconclusive());
            // Nobody looked at the days before, so nobody knows since when.
            assertThat(alone.histories())
                    .as("round %d", round)
                    .filteredOn(h -> vanished.isEmpty() && h.firstSeen().equals(WEEK.first()))
                    .allMatch(History::orBefore);
            seen.add(whole.verdict());
        }
        assertThat(seen).hasSizeGreaterThan(1).contains(Verdict.FAIL);
    }

    /** Keys to first days of what is open at the end of the period, or of what was open when it began. */
    private static Map<String, LocalDate> firstDays(Month days, Books.Draft draft, Period period, boolean end) {
        Map<String, LocalDate> firstDays = new TreeMap<>();
        days.judge(new Books().test(draft).done(), period).tests().get(0).histories().stream()
                .filter(h -> end ? h.open() : h.firstSeen().isBefore(period.first()))
                .filter(h -> !h.key().contains("/"))
                .forEach(h -> firstDays.put(h.key(), h.firstSeen()));
        return firstDays;
    }

    private static Month generated(Random random) {
        Month days = new Month();
        int sticky = 1 + random.nextInt(5);
        String[] items = new String[4];
        for (LocalDate day = LocalDate.of(2026, 8, 25);
                day.isBefore(LocalDate.of(2026, 10, 8));
                day = day.plusDays(1)) {
            for (int i = 0; i < items.length; i++) {
                if (items[i] == null || random.nextInt(sticky) == 0) {
                    items[i] = state(random, "f" + i);
                }
            }
            switch (random.nextInt(16)) {
                case 0 -> days.missed(day);
                case 1 -> days.blind(day);
                case 2 -> days.unasked(day);
                case 3 -> days.otherMapping(day);
                default ->
                    days.day(
                            day,
                            List.of(items).stream().filter(i -> !i.isEmpty()).toArray(String[]::new));
            }
        }
        return days;
    }

    private static String state(Random random, String key) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> key + " DEVIATES";
            case 2 -> key + " ACCEPTED";
            case 3 -> key + " INCONCLUSIVE";
            case 4 -> "";
            default -> key + " CONFORMS";
        };
    }

    private static LocalDate october(int day) {
        return LocalDate.of(2026, 10, day);
    }

    private static LocalDate september(int day) {
        return LocalDate.of(2026, 9, day);
    }
}
