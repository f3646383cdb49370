package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.AtEnd;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion.Particulars;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rulings about a period (DESIGN: judgement, ruled once), each by its name. */
class PeriodRulingsTest {

    private final Month month = new Month();

    @Test
    void aSnapshotTakesTheVerdictOfTheLastSealedDayAndCountsTheDaysBesideIt() {
        month.day(1, "ann DEVIATES").blind(2).day(30, "ann CONFORMS", "bob CONFORMS");
        TestResult test = month.test(draft(Timing.SNAPSHOT));

        assertThat(test.verdict()).isEqualTo(Verdict.PASS);
        assertThat(test.counted().population()).isEqualTo(2);
        assertThat(test.daysJudged()).isEqualTo(3);
        assertThat(test.daysDeviating()).isEqualTo(1);
        assertThat(test.daysUnknown()).isEqualTo(1);
        assertThat(test.proof()).isEqualTo("ann: mfa_active = true");
    }

    @Test
    void aSnapshotOlderThanFortyEightHoursIsInconclusive() {
        // The period ends on 2026-11-01T00:00Z; the run of the 30th began at 02:15, that of the 29th does not count.
        assertThat(month.day(29, "ann CONFORMS")
                        .test(draft(Timing.SNAPSHOT))
                        .counted()
                        .reason())
                .isEqualTo("The last sealed day is 2026-10-29, more than 48 hours before the end of the period.");
        assertThat(month.test(draft(Timing.SNAPSHOT)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(month.day(30, "ann CONFORMS").test(draft(Timing.SNAPSHOT)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aPeriodWithoutASealedDayIsInconclusive() {
        month.missed(30).missed(31);
        assertThat(month.test(draft(Timing.SNAPSHOT)).counted().reason()).isEqualTo("No day of the period was sealed.");
        assertThat(month.test(draft(Timing.PERIOD)).counted().reason())
                .isEqualTo("It was judged on no sealed day of the period.");
    }

    @Test
    void aTestThatTheLastDaysMappingDidNotHoldIsInconclusive() {
        TestResult test = month.day(30, "ann CONFORMS").otherMapping(31).test(draft(Timing.SNAPSHOT));
        assertThat(test.counted().reason())
                .isEqualTo("The mapping of the last sealed day, 2026-10-31, did not hold this test.");
    }

    @Test
    void aPeriodAssertionJudgesEverySealedDay() {
        month.day(1, "ann DEVIATES", "bob CONFORMS", "eve INCONCLUSIVE")
                .day(2, "ann DEVIATES", "eve CONFORMS")
                .day(31, "ann CONFORMS", "cat CONFORMS");
        TestResult test = month.test(draft(Timing.PERIOD));

        assertThat(test.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(test.counted().population()).isEqualTo(4);
        assertThat(test.counted().deviating()).isEqualTo(1);
        assertThat(test.counted().inconclusive()).isEqualTo(1);
        assertThat(test.counted().conforming()).isEqualTo(2);
        assertThat(test.histories()).extracting(History::text).containsExactly("ann D (on 2026-10-01 to 2026-10-02)");
        assertThat(test.inconclusive()).extracting(Item::text).containsExactly("eve I (on 2026-10-01)");
    }

    @Test
    void aPeriodIsInconclusiveWhenAnItemWasUnknownOnAnyDayAndNoneDeviated() {
        month.day(1, "ann CONFORMS").blind(2).day(31, "ann CONFORMS");
        TestResult test = month.test(draft(Timing.PERIOD));
        assertThat(test.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(test.counted().reason())
                .isEqualTo("1 account or region could not be judged on at least one day: could not be read");

        Month unasked = new Month().day(1, "ann CONFORMS").unasked(2);
        assertThat(unasked.test(draft(Timing.PERIOD)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(unasked.test(draft(Timing.PERIOD)).counted().reason()).isEqualTo("The run asked for no users.");
    }

    @Test
    void onceAskedAnItemNeedsToConformOnOneDayOnly() {
        month.day(1, "ann CONFORMS", "bob DEVIATES", "eve INCONCLUSIVE")
                .day(2, "ann DEVIATES", "bob DEVIATES", "eve CONFORMS")
                .day(3, "ann INCONCLUSIVE", "bob DEVIATES", "cat INCONCLUSIVE");
        TestResult test = month.test(draft(Timing.ONCE));

        assertThat(test.counted().conforming()).isEqualTo(2);
        assertThat(test.counted().deviating()).isEqualTo(1);
        assertThat(test.counted().inconclusive()).isEqualTo(1);
        // What the question does not call a deviation is no finding either, and no time to mend.
        assertThat(test.histories()).extracting(History::key).containsExactly("bob");
    }

    @Test
    void whatWasUnknownOnEarlierDaysAloneIsNotUnknownAtTheEndWhateverThePeriodSays() {
        month.day(1, "ann CONFORMS", "bob INCONCLUSIVE")
                .blind(2)
                .day(31, "ann CONFORMS", "bob CONFORMS", "eve CONFORMS");
        TestResult over = month.test(draft(Timing.PERIOD));
        assertThat(over.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(over.atEnd()).isEqualTo(AtEnd.NOTHING);

        Month still = new Month().day(1, "ann INCONCLUSIVE").day(31, "ann CONFORMS", "eve INCONCLUSIVE");
        for (Timing timing : List.of(Timing.PERIOD, Timing.SNAPSHOT)) {
            AtEnd end = still.test(draft(timing)).atEnd();
            assertThat(end.things()).isEqualTo(1);
            assertThat(end.items()).extracting(Item::text).containsExactly("eve I");
        }
        assertThat(new Month()
                        .day(1, "ann CONFORMS")
                        .blind(31)
                        .test(draft(Timing.PERIOD))
                        .atEnd()
                        .places())
                .isEqualTo(1);
        assertThat(new Month()
                        .day(1, "ann CONFORMS")
                        .unasked(31)
                        .test(draft(Timing.PERIOD))
                        .atEnd()
                        .reason())
                .isEqualTo("The run asked for no users.");
        assertThat(new Month().missed(31).test(draft(Timing.PERIOD)).atEnd().unknown())
                .isTrue();
        assertThat(new Month()
                        .day(30, "ann CONFORMS")
                        .otherMapping(31)
                        .test(draft(Timing.PERIOD))
                        .atEnd()
                        .reason())
                .isEqualTo("The mapping of the last sealed day, 2026-10-31, did not hold this test.");
    }

    @Test
    void aMissedDayDeviatesTheScheduleAndMakesNothingElseInconclusive() {
        month.day(18, "ann CONFORMS").missed(19).day(31, "ann CONFORMS");
        Books.Draft schedule = draft(Timing.PERIOD);
        schedule.id = "COL-03";
        schedule.source = "collection.schedule";
        schedule.expect = "record.outcome in ['complete', 'gaps'] && record.due < now";
        schedule.deviation = "no sealed collection for {day} ({outcome}): {reason}";
        List<TestResult> tests = month.judge(
                        new Books().test(schedule).test(draft(Timing.PERIOD)).done())
                .tests();

        assertThat(tests.get(0).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(tests.get(0).counted().population()).isEqualTo(3);
        assertThat(tests.get(0).histories())
                .extracting(History::text)
                .containsExactly("no sealed collection for 2026-10-19 (missed): it was switched off");
        assertThat(tests.get(1).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aFindingThatVanishesBecauseItsSourceWentBlindIsNotClosed() {
        month.day(1, "f1 DEVIATES").blind(2).unasked(3).otherMapping(4);
        History open = month.test(draft(Timing.SNAPSHOT)).histories().get(0);
        assertThat(open.open()).isTrue();
        assertThat(open.state()).isEqualTo(State.INCONCLUSIVE);
        assertThat(open.text()).isEqualTo("f1 D (on the last sealed day it could not be judged)");

        History closed = month.day(5, "f2 CONFORMS")
                .test(draft(Timing.SNAPSHOT))
                .histories()
                .get(0);
        assertThat(closed.closed()).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(closed.state()).isEqualTo(State.CONFORMS);
    }

    @Test
    void firstSeenLastSeenClosedAndReopenedComeFromComparingDays() {
        month.day(1, "f1 DEVIATES", "f2 DEVIATES")
                .day(2, "f1 DEVIATES", "f2 INCONCLUSIVE")
                .day(3, "f1 CONFORMS", "f2 ACCEPTED")
                .missed(4)
                .day(6, "f1 DEVIATES", "f2 ACCEPTED");
        List<History> histories = month.test(draft(Timing.SNAPSHOT)).histories();

        assertThat(histories).extracting(History::key).containsExactly("f1", "f2");
        assertThat(histories).extracting(History::firstSeen).containsExactly(october(1), october(1));
        assertThat(histories).extracting(History::lastSeen).containsExactly(october(6), october(6));
        assertThat(histories).extracting(History::reopened).containsExactly(List.of(october(6)), List.of());
        assertThat(histories).extracting(History::due).containsExactly(october(8), october(8));
        assertThat(histories).extracting(History::acceptance).containsExactly("", "RA-1");
        assertThat(histories)
                .extracting(History::accepted)
                .as("the day that was missed parts nothing")
                .containsExactly(List.of(), List.of(new History.Accepted("RA-1", october(3), october(6))));
        assertThat(histories).extracting(History::state).containsExactly(State.DEVIATES, State.ACCEPTED);
    }

    @Test
    void eachStretchOfNightsOnWhichARiskWasAcceptedIsTold() {
        month.day(LocalDate.of(2026, 9, 29), "f1 DEVIATES")
                .day(LocalDate.of(2026, 9, 30), "f1 ACCEPTED")
                .day(1, "f1 ACCEPTED")
                .day(2, "f1 DEVIATES")
                .day(3, "f1 ACCEPTED")
                .day(31, "f1 DEVIATES");

        History history = month.test(draft(Timing.SNAPSHOT)).histories().get(0);

        assertThat(history.acceptance()).isEmpty();
        assertThat(history.accepted())
                .containsExactly(
                        new History.Accepted("RA-1", LocalDate.of(2026, 9, 30), october(1)),
                        new History.Accepted("RA-1", october(3), october(3)));
    }

    @Test
    void whatWasOpenBeforeThePeriodKeepsItsFirstDay() {
        month.day(LocalDate.of(2026, 9, 28), "f1 DEVIATES", "f2 DEVIATES")
                .day(LocalDate.of(2026, 9, 29), "f1 DEVIATES", "f2 CONFORMS")
                .day(31, "f1 DEVIATES", "f2 CONFORMS");
        TestResult test = month.test(draft(Timing.SNAPSHOT));

        assertThat(test.histories()).extracting(History::key).containsExactly("f1");
        assertThat(test.histories().get(0).firstSeen()).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(test.daysJudged()).isEqualTo(1);
    }

    @Test
    void aTestIsProvenByAThingAndNotByAPlaceThatWasRead() {
        assertThat(month.day(31).read("eu-west-1").test(draft(Timing.SNAPSHOT)).proof())
                .isEmpty();
        assertThat(month.day(31, "bob CONFORMS")
                        .read("eu-west-1")
                        .test(draft(Timing.SNAPSHOT))
                        .proof())
                .isEqualTo("bob: mfa_active = true");
    }

    @Test
    void anItemThatIsGoneDeviatesWhereTheAssertionSaysSo() {
        Books.Draft draft = draft(Timing.SNAPSHOT);
        draft.vanished = "deviates";
        month.day(29, "a1 CONFORMS", "a2 CONFORMS").day(30, "a1 CONFORMS").day(31, "a1 CONFORMS");
        TestResult test = month.test(draft);

        assertThat(test.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(test.counted().population()).isEqualTo(2);
        assertThat(test.counted().deviating()).isEqualTo(1);
        assertThat(test.daysDeviating()).isEqualTo(2);
        assertThat(test.histories())
                .extracting(History::text)
                .containsExactly("a2 is gone: it was last there on 2026-10-29");

        draft.timing = Timing.PERIOD;
        assertThat(month.test(draft).counted().conforming()).isEqualTo(1);
        assertThat(new Month().day(30, "a1 CONFORMS").blind(31).test(draft).histories())
                .isEmpty();
    }

    @Test
    void daysOnWhichEverythingConformedAreReadForASnapshotOnlyWhereTheyCloseSomething() {
        for (int day = 2; day <= 31; day++) {
            month.day(day, "ann CONFORMS", "bob CONFORMS");
        }
        month.day(1, "ann DEVIATES");
        assertThat(month.test(draft(Timing.SNAPSHOT)).histories().get(0).closed())
                .isEqualTo(october(2));
        assertThat(month.streamed).isEqualTo(3);
    }

    @Test
    void whatHappenedIsMendedByNoLaterDayAndConformsFromTheDayOnWhichARegisterExplainsIt() {
        month.day(LocalDate.of(2026, 9, 28), "old DEVIATES")
                .day(LocalDate.of(2026, 9, 30))
                .day(5, "signin DEVIATES", "stop DEVIATES", "root ACCEPTED")
                .day(6, "signin DEVIATES", "stop CONFORMS", "root ACCEPTED")
                .day(7)
                .blind(31);
        Books.Draft draft = draft(Timing.PERIOD);
        draft.particulars = new Particulars("", "", "", "", Map.of(), true);
        TestResult test = month.test(draft);

        assertThat(test.histories())
                .extracting(h -> h.key() + " " + h.state() + " " + h.lastSeen() + " " + h.closed() + " " + h.due())
                .containsExactly(
                        "root ACCEPTED 2026-10-06 null null",
                        "signin DEVIATES 2026-10-06 null null",
                        "stop CONFORMS 2026-10-05 2026-10-06 null");
        assertThat(test.histories().get(1).text()).isEqualTo("signin D (on 2026-10-05 to 2026-10-06)");
        Findings findings = new Findings(month.judge(new Books().test(draft).done()));
        assertThat(findings.all()).isEmpty();
        assertThat(findings.events()).hasSize(3);
        assertThat(findings.remediation(f -> true).closed()).isZero();
    }

    @Test
    void whyATestWasNotJudgedInFullIsKeptWithItsDays() {
        month.day(LocalDate.of(2026, 9, 30), "ann INCONCLUSIVE")
                .day(1, "ann DEVIATES", "bob INCONCLUSIVE")
                .day(2, "ann CONFORMS", "bob INCONCLUSIVE")
                .blind(3)
                .unasked(4)
                .day(31, "ann CONFORMS", "bob CONFORMS");
        TestResult test = month.test(draft(Timing.SNAPSHOT));

        assertThat(test.daysUnknown()).isEqualTo(4);
        assertThat(test.unjudged())
                .extracting(u -> u.cause() + " " + u.days())
                .containsExactly(
                        "bob I [2026-10-01, 2026-10-02]",
                        "could not be read [2026-10-03]",
                        "The run asked for no users. [2026-10-04]");
    }

    @Test
    void whatConformsAndWhatIsGoneAreToldApartAlsoWhereEverythingElseConforms() {
        month.day(1, "ann DEVIATES", "bob DEVIATES", "eve DEVIATES")
                .day(2, "ann CONFORMS", "eve DEVIATES")
                .day(3, "ann CONFORMS")
                .day(4, "ann CONFORMS", "eve CONFORMS");

        assertThat(month.test(draft(Timing.SNAPSHOT)).histories())
                .extracting(h -> h.key() + " " + h.closed() + " " + h.gone())
                .containsExactly("ann 2026-10-02 false", "bob 2026-10-02 true", "eve 2026-10-03 true");
    }

    @Test
    void aDepartureThatIsApprovedLaterConformsFromThatDayOn() {
        Books.Draft draft = draft(Timing.PERIOD);
        draft.vanished = "deviates";
        draft.particulars = new Particulars("", "", "", "closures.account", Map.of(), true);
        month.day(28, "a1 CONFORMS", "a2 CONFORMS")
                .day(29, "a1 CONFORMS")
                .day(30, "a1 CONFORMS")
                .day(31, "a1 CONFORMS");
        Register.Entry closed = new Register.Entry(
                Map.of("account", "a2"),
                "Dana Reyes",
                october(30),
                "closed",
                LocalDate.of(2027, 1, 1),
                false,
                Books.AT);

        assertThat(month.judge(new Books()
                                .register("closures", closed)
                                .test(draft)
                                .done())
                        .tests()
                        .get(0)
                        .histories())
                .singleElement()
                .satisfies(history -> {
                    assertThat(history.firstSeen()).isEqualTo(october(29));
                    assertThat(history.closed()).isEqualTo(october(30));
                });
    }

    private static LocalDate october(int day) {
        return LocalDate.of(2026, 10, day);
    }

    private static Books.Draft draft(Timing timing) {
        Books.Draft draft = new Books.Draft();
        draft.timing = timing;
        return draft;
    }
}
