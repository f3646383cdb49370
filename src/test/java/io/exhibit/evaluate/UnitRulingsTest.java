package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.DocumentResult.State;
import io.exhibit.assessment.Places;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Decision;
import io.exhibit.control.Decision.Choice;
import io.exhibit.control.Document;
import io.exhibit.control.Document.Covers;
import io.exhibit.control.Document.Filed;
import io.exhibit.control.Scope.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rulings about units of the rule and documents (DESIGN: judgement, ruled once), each by its name. */
class UnitRulingsTest {

    private static final String UNIT = "164.312(d)";
    private static final LocalDate END = LocalDate.of(2026, 10, 31);

    private final Month month = new Month();
    private final Books books = new Books();

    @ParameterizedTest
    @CsvSource({
        "2026-08-01, Dana, Procedure, CURRENT, PASS",
        "2026-07-31, Dana, Procedure, STALE, MANUAL",
        "2026-11-01, Dana, Procedure, INCOMPLETE, MANUAL",
        "2026-08-01, '', Procedure, INCOMPLETE, MANUAL",
        "2026-08-01, Dana, '', INCOMPLETE, MANUAL",
        ", Dana, Procedure, INCOMPLETE, MANUAL",
    })
    void aDocumentIsPassWhenCurrentAndManualWhenMissingStaleOrIncomplete(
            LocalDate approved, String approver, String title, State state, Verdict verdict) {
        Filed filed = new Filed(title, "1", approver, approved, "", Books.AT);
        Freshness freshness = new Freshness(books.done(), Month.OCTOBER, List.of());
        assertThat(freshness.of(document("MAN-1", 91, filed)).state()).isEqualTo(state);
        assertThat(freshness.of(document("MAN-1", 91, filed)).verdict()).isEqualTo(verdict);
        assertThat(freshness.of(document("MAN-1", 91, null)).state()).isEqualTo(State.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30, STALE", "2026-10-01, CURRENT", "2026-10-31, CURRENT", "2026-11-03, CURRENT"})
    void aDocumentAboutThePeriodIsCurrentWhenItWasApprovedWithinOrAfterIt(LocalDate approved, State state) {
        DocumentResult result =
                new Freshness(books.done(), Month.OCTOBER, List.of()).of(covering(Covers.PERIOD, filed(approved)));
        assertThat(result.state()).isEqualTo(state);
        assertThat(result.ageDays()).isNotNegative();
        assertThat(result.reason())
                .isEqualTo(
                        state == State.CURRENT
                                ? approved.isBefore(END)
                                        ? "It was approved before the period ended, and covers it to " + approved
                                                + " at most."
                                        : ""
                                : "It was approved on 2026-09-30, before the period that it must cover.");
    }

    @Test
    void theDocumentOfDecisionsIsIncompleteWhileOneOfThemIsMissing() {
        books.unit(UNIT, Obligation.ADDRESSABLE, "")
                .unit("164.312(c)(2)", Obligation.ADDRESSABLE, "")
                .unit("164.312(e)(2)(i)", Obligation.ADDRESSABLE, "clearinghouse")
                .fact(new Fact("clearinghouse", false, "Dana Reyes", END))
                .decide(decision(Choice.IMPLEMENTED, "", END));
        Document document = covering(Covers.DECISIONS, filed(END));

        DocumentResult result = new Freshness(books.done(), Month.OCTOBER, List.of()).of(document);
        assertThat(result.state()).isEqualTo(State.INCOMPLETE);
        assertThat(result.reason()).isEqualTo("No decision that counts is on record for 1 of 2 addressable units.");

        books.decide(new Decision(
                "164.312(c)(2)", Choice.IMPLEMENTED, "Done", "", "Dana Reyes", Books.LONG_AGO, END, Books.AT));
        assertThat(new Freshness(books.done(), Month.OCTOBER, List.of())
                        .of(document)
                        .state())
                .isEqualTo(State.CURRENT);
    }

    @Test
    void aDocumentThatOnlyExcludedUnitsAskForIsNotMissing() {
        books.unit(UNIT, Obligation.REQUIRED, "clearinghouse");
        assertThat(new Freshness(books.done(), Month.OCTOBER, List.of())
                        .of(document("MAN-1", 0, null))
                        .state())
                .isEqualTo(State.MISSING);
        books.fact(new Fact("clearinghouse", false, "Dana Reyes", END));
        assertThat(new Freshness(books.done(), Month.OCTOBER, List.of())
                        .of(document("MAN-1", 0, null))
                        .state())
                .isEqualTo(State.NOT_APPLICABLE);
        books.unit("164.312(c)(2)", Obligation.REQUIRED, "");
        assertThat(new Freshness(books.done(), Month.OCTOBER, List.of())
                        .of(document("MAN-1", 0, null))
                        .state())
                .isEqualTo(State.NOT_APPLICABLE);
    }

    @Test
    void placesAreNeverCountedWithTheThingsThatAreThere() {
        month.day(30, "ann DEVIATES").read("eu-west-1", "eu-west-2").unread("us-east-1");
        month.day(31, "ann DEVIATES", "bob CONFORMS", "eve CONFORMS")
                .read("eu-west-1", "us-east-1")
                .unread("eu-west-2");
        ControlResult unit = unit(books.test(test("T-01", Strength.DIRECT)));
        TestResult snapshot = unit.tests().get(0);

        assertThat(unit.conclusion())
                .isEqualTo("Deviations in 1 of 1 test: 1 of 3 users (1 of 3 accounts and regions not read)");
        assertThat(snapshot.things()).isEqualTo(3);
        assertThat(snapshot.thingsConforming()).isEqualTo(2);
        assertThat(snapshot.thingsUnknown()).isZero();
        assertThat(snapshot.places()).isEqualTo(new Places(2, 1));
        assertThat(snapshot.counted().population())
                .as("what is sealed counts both")
                .isEqualTo(6);

        Books.Draft everyDay = new Books.Draft();
        everyDay.timing = Timing.PERIOD;
        TestResult period = month.test(everyDay);
        assertThat(period.things()).isEqualTo(3);
        assertThat(period.places()).as("each was unread on a day").isEqualTo(new Places(1, 2));
    }

    @Test
    void aDeviatingUnitSaysWhatElseCouldNotBeJudged() {
        month.day(31, "ann DEVIATES", "bob CONFORMS", "eve INCONCLUSIVE");
        ControlResult unit = unit(books.test(test("T-01", Strength.DIRECT)));

        assertThat(unit.conclusion()).isEqualTo("Deviations in 1 of 1 test: 1 of 3 users; 1 could not be judged");
        assertThat(unit.tests().get(0).daysUnknown()).isEqualTo(1);
    }

    @Test
    void whatPeopleReadNeverPutsPassOrFailUnderAParagraphOfLaw() {
        month.day(31, "ann DEVIATES", "bob CONFORMS", "cat ACCEPTED");
        ControlResult unit = unit(books.test(test("T-01", Strength.DIRECT)));

        assertThat(unit.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(unit.conclusion()).isEqualTo("Deviations in 1 of 1 test: 2 of 3 users (risk accepted for 1)");
    }

    @Test
    void aUnitWithoutDeviationSaysSo() {
        month.day(31, "bob CONFORMS");
        assertThat(unit(books.test(test("T-01", Strength.DIRECT))).conclusion()).isEqualTo("No deviation in 1 test");
    }

    @Test
    void whatDeviatedInThePeriodAndNoLongerAtItsEndIsToldAsMended() {
        month.day(28, "ann DEVIATES", "bob CONFORMS");
        month.day(29, "ann INCONCLUSIVE", "bob CONFORMS");
        month.day(31, "ann CONFORMS", "bob CONFORMS");
        ControlResult unit = unit(books.test(test("T-01", Strength.DIRECT)));

        assertThat(unit.verdict()).as("the verdict is that of the last day").isEqualTo(Verdict.PASS);
        assertThat(ConclusionKind.of(unit)).isEqualTo(ConclusionKind.MENDED);
        assertThat(unit.conclusion())
                .isEqualTo("Mended in the period: 1 of 1 test deviated (T-01 on 1 of 3 days) and no longer at its end;"
                        + " not judged in full on every day: T-01");
    }

    @Test
    void aUnitWhoseDeviatingItemIsGoneIsMendedAndNotWithoutPopulation() {
        month.day(30, "ann DEVIATES");
        month.day(31);
        ControlResult unit = unit(books.test(test("T-01", Strength.DIRECT)));

        assertThat(unit.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(ConclusionKind.of(unit)).isEqualTo(ConclusionKind.MENDED);
        assertThat(unit.conclusion())
                .isEqualTo("Mended in the period: 1 of 1 test deviated (T-01 on 1 of 2 days) and no longer at its end;"
                        + " 1 test without a population");
    }

    @Test
    void oneUnknownTestAmongManyIsNamed() {
        month.day(31, "bob CONFORMS");
        ControlResult unit = unit(books.test(test("T-01", Strength.SUPPORTING)).test(test("T-02", Strength.DIRECT)));

        assertThat(unit.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(unit.conclusion()).isEqualTo("Not fully evaluated: 1 of 2 tests could not be concluded (T-02)");
        assertThat(unit.tests()).extracting(t -> t.assertion().id()).containsExactly("T-02", "T-01");
    }

    @Test
    void aUnitThatRestsOnDocumentsSaysWhichAreWanting() {
        month.day(31, "bob CONFORMS");
        Filed filed = new Filed("Procedure", "1", "Dana", LocalDate.of(2026, 10, 1), "", Books.AT);
        assertThat(unit(new Books().document(document("MAN-1", 0, filed))).conclusion())
                .isEqualTo("Documents only: 1 document current");
        ControlResult unit = unit(books.document(document("MAN-1", 0, filed)).document(document("MAN-2", 0, null)));
        assertThat(unit.conclusion()).isEqualTo("Documents only: 1 of 2 documents not current (MAN-2 missing)");
        assertThat(unit.verdict()).isEqualTo(Verdict.MANUAL);
        assertThat(unit(books.test(test("T-01", Strength.DIRECT))).conclusion())
                .isEqualTo("No deviation in 1 test; 1 of 2 documents not current (MAN-2 missing)");
    }

    @Test
    void anEmptyPopulationIsNotApplicableAndSaysWhy() {
        month.day(31);
        ControlResult unit = unit(books.test(test("T-01", Strength.DIRECT)));
        assertThat(unit.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(unit.conclusion()).isEqualTo("Not applicable: T-01: There are no users.");
    }

    @Test
    void aUnitThatNothingIsMappedToIsListedAsSuch() {
        ControlResult unit = unit(books);
        assertThat(unit.mapped()).isFalse();
        assertThat(unit.conclusion()).isEqualTo("Not mapped yet");
        assertThat(unit.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anUnsignedFactLeavesAConditionalUnitInconclusiveAndNotNotApplicable() {
        month.day(31, "bob CONFORMS");
        books.test(test("T-01", Strength.DIRECT)).unit(UNIT, Obligation.REQUIRED, "group_health_plan");
        String open = "Not fully evaluated: whether \"group health plan\" applies to the entity is not on record";
        assertThat(first(books).conclusion()).isEqualTo(open);
        assertThat(first(books.fact(new Fact("group_health_plan", false, "", END)))
                        .conclusion())
                .isEqualTo(open);
        assertThat(first(books).verdict()).isEqualTo(Verdict.INCONCLUSIVE);

        ControlResult signed = first(books.fact(new Fact("group_health_plan", false, "Dana Reyes", END)));
        assertThat(signed.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(signed.conclusion())
                .isEqualTo(
                        "Not applicable: Dana Reyes stated on 2026-10-31 that \"group health plan\" does not apply to"
                                + " the entity");
        assertThat(first(books.fact(new Fact("group_health_plan", true, "Dana Reyes", END)))
                        .conclusion())
                .isEqualTo("No deviation in 1 test");
    }

    @Test
    void whereAnAlternativeMeasureIsRecordedItsDocumentDecidesAndTestsAreInformation() {
        month.day(31, "bob DEVIATES");
        Filed filed = new Filed("Badge locks", "1", "Dana", LocalDate.of(2026, 10, 1), "", Books.AT);
        books.test(test("T-01", Strength.DIRECT))
                .document(document("MAN-24", 0, filed))
                .unit(UNIT, Obligation.ADDRESSABLE, "")
                .decide(decision(Choice.ALTERNATIVE, "MAN-24", END));
        assertThat(first(books).verdict()).isEqualTo(Verdict.PASS);
        assertThat(first(books).conclusion())
                .isEqualTo("An alternative measure is on record (Dana Reyes, 2026-01-02); its document MAN-24 is"
                        + " current; tests are information, and 1 of 1 test deviates: 1 of 1 user");
        assertThat(first(books).tests()).hasSize(1);
    }

    @Test
    void whereAnAlternativeDecidesAndThereAreNoTestsNoneAreCalledInformation() {
        month.day(31);
        books.unit(UNIT, Obligation.ADDRESSABLE, "").decide(decision(Choice.ALTERNATIVE, "MAN-18", END));
        assertThat(first(books).conclusion()).endsWith("no document is named for it");
    }

    @Test
    void oneOfOneIsSaidInTheSingular() {
        month.day(31, "bob DEVIATES");
        Books.Draft draft = test("T-01", Strength.DIRECT);
        assertThat(unit(books.test(draft)).conclusion()).isEqualTo("Deviations in 1 of 1 test: 1 of 1 user");
        draft.source = "registers.leavers";
        assertThat(first(new Books().test(draft).unit(UNIT, Obligation.REQUIRED, ""))
                        .conclusion())
                .endsWith("1 of 1 entry of the register leavers");
    }

    @Test
    void aDecisionWhoseReviewHasPassedDecidesNothing() {
        month.day(31, "bob DEVIATES");
        books.test(test("T-01", Strength.DIRECT))
                .unit(UNIT, Obligation.ADDRESSABLE, "")
                .decide(decision(Choice.NOT_REASONABLE, "MAN-24", END.minusDays(1)));
        assertThat(first(books).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(first(books).conclusion()).contains("1 of 1 user; the decision on record does not count");
    }

    @Test
    void aDecisionOnARequiredUnitChangesNothing() {
        month.day(31, "bob DEVIATES");
        books.test(test("T-01", Strength.DIRECT))
                .unit(UNIT, Obligation.REQUIRED, "")
                .decide(decision(Choice.ALTERNATIVE, "MAN-24", END));
        assertThat(first(books).verdict()).isEqualTo(Verdict.FAIL);
    }

    private ControlResult unit(Books some) {
        return first(some.unit(UNIT, Obligation.REQUIRED, ""));
    }

    private ControlResult first(Books some) {
        return month.judge(some.done()).controls().get(0);
    }

    private static Books.Draft test(String id, Strength strength) {
        Books.Draft draft = new Books.Draft();
        draft.id = id;
        draft.serves = Map.of(UNIT, new Link(strength, "because"));
        return draft;
    }

    private static Document document(String id, int maxAge, Filed filed) {
        return new Document(
                id,
                "It is written",
                "Procedure",
                maxAge,
                Covers.NOTHING,
                Map.of(UNIT, "because"),
                Optional.ofNullable(filed));
    }

    private static Document covering(Covers covers, Filed filed) {
        return new Document(
                "MAN-1", "It is written", "Procedure", 92, covers, Map.of(UNIT, "because"), Optional.of(filed));
    }

    private static Filed filed(LocalDate approved) {
        return new Filed("Procedure", "1", "Dana", approved, "", Books.AT);
    }

    private static Decision decision(Choice choice, String document, LocalDate review) {
        return new Decision(UNIT, choice, "Kiosks", document, "Dana Reyes", Books.LONG_AGO, review, Books.AT);
    }
}
