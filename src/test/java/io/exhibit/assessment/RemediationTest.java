package io.exhibit.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Position;
import io.exhibit.control.Severity;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Times of findings and their account, by examples that can be counted on fingers. */
class RemediationTest {

    private static final Period OCTOBER = new Period(october(1), october(31), ZoneOffset.UTC);

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void aPercentileIsTheSmallestTimeThatSoManyDoNotExceed() {
        for (int days = 1; days <= 10; days++) {
            finding(false, 30, new Spell(october(1), october(1 + days)));
        }
        Remediation ten = Remediation.of(findings);

        assertThat(ten.percentile(50)).hasValue(5);
        assertThat(ten.percentile(90)).hasValue(9);
        assertThat(ten.percentile(91)).hasValue(10);
        assertThat(ten.percentile(100)).hasValue(10);
        assertThat(ten.percentile(1)).hasValue(1);
        assertThat(Remediation.of(List.of()).percentile(50)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void whatTookAtLeastTenDaysIsNotMixedWithTenDays() {
        finding(false, 7, new Spell(october(1), october(3)));
        finding(true, 7, new Spell(october(1), october(8)));
        finding(true, 7, new Spell(october(1), october(11)));
        finding(false, 7, new Spell(october(1), october(8)));
        finding(false, 0, new Spell(october(1), october(20)));

        assertThat(Remediation.of(findings))
                .isEqualTo(new Remediation(List.of(2L, 7L, 19L), List.of(7L, 10L), 2, 1, 1, 1, 0));
    }

    @Test
    void whatIsClosedOnTheLastDayOfItsLimitIsInTimeAndADayLaterIsNot() {
        finding(false, 7, new Spell(october(1), october(8)));
        finding(false, 7, new Spell(october(1), october(9)));

        assertThat(findings).extracting(Finding::daysLate).containsExactly(0L, 1L);
        assertThat(findings)
                .extracting(Finding::timeliness)
                .containsExactly(Finding.Timeliness.WITHIN, Finding.Timeliness.LATE);
    }

    /** On the days between it was not late. */
    @Test
    void ofATestThatIsItselfALimitOnlyTheDaysOnWhichItDeviatesAreLate() {
        finding(true, false, 0, new Spell(october(4), october(7)), new Spell(october(20), october(25)));
        finding(true, false, 0, new Spell(october(2), october(3)), new Spell(october(30), null));

        assertThat(findings).extracting(Finding::daysLate).containsExactly(8L, 2L);
    }

    @Test
    void whatIsClosedAndOpensAgainCountsInEachAndTheAccountCloses() {
        finding(false, 7, new Spell(september(20), october(5)), new Spell(october(9), null));
        finding(false, 7, new Spell(october(2), october(5)), new Spell(october(6), october(7)));
        finding(false, 7, new Spell(september(2), september(5)), new Spell(october(31), null));
        finding(false, 7, new Spell(september(30), october(1)));
        finding(true, 7, new Spell(october(1), october(2)));

        assertThat(Balance.of(findings, october(1), october(31)))
                .isEqualTo(new Balance(2, 1, 1, 3, 5, 0, 2, 2, 0, 0, 2, 0));
    }

    @Test
    void whatNobodyKnowsTheAgeOfMayBeLateAndIsNotInTime() {
        finding(true, 60, new Spell(october(1), null));
        finding(true, 7, new Spell(october(1), null));
        finding(false, 60, new Spell(october(1), null));

        Balance balance = Balance.of(findings, october(1), october(31));
        assertThat(balance.mayBeLate()).isEqualTo(1);
        assertThat(balance.late()).as("at least 30 days are more than 7").isEqualTo(1);
    }

    @Test
    void weeksBeginOnMondaysAndEndWithThePeriod() {
        finding(false, 7, new Spell(september(20), october(5)), new Spell(october(9), null));
        finding(false, 7, new Spell(october(31), null));

        List<Week> weeks = Week.of(findings, OCTOBER);

        assertThat(weeks)
                .extracting(Week::name)
                .containsExactly("2026-W40", "2026-W41", "2026-W42", "2026-W43", "2026-W44");
        assertThat(weeks)
                .extracting(Week::first)
                .containsExactly(october(1), october(5), october(12), october(19), october(26));
        assertThat(weeks.get(4).last()).isEqualTo(october(31));
        assertThat(weeks).extracting(Week::came).containsExactly(0L, 1L, 0L, 0L, 1L);
        assertThat(weeks).extracting(Week::closed).containsExactly(0L, 1L, 0L, 0L, 0L);
        assertThat(weeks).extracting(Week::open).containsExactly(1L, 1L, 1L, 1L, 2L);
    }

    /** What was there when somebody first looked did not come on that day. */
    @Test
    void ofADayWhatCameIsToldApartFromWhatWasFoundThere() {
        finding(true, 7, new Spell(october(1), october(5)), new Spell(october(9), null));
        finding(false, 7, new Spell(october(1), null));
        finding(true, 7, new Spell(september(20), october(2)));

        List<FindingDay> days = FindingDay.of(findings, OCTOBER);

        assertThat(days.subList(0, 9))
                .extracting(FindingDay::opened)
                .containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(days.subList(0, 9))
                .extracting(FindingDay::found)
                .containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        assertThat(days.subList(0, 9)).extracting(FindingDay::open).containsExactly(3L, 2L, 2L, 2L, 1L, 1L, 1L, 1L, 2L);
    }

    private void finding(boolean orBefore, int limit, Spell... spells) {
        finding(false, orBefore, limit, spells);
    }

    private void finding(boolean itself, boolean orBefore, int limit, Spell... spells) {
        Spell last = spells[spells.length - 1];
        History history = new History(
                "T-01",
                Target.global("111122223333"),
                "f" + findings.size(),
                last.closed() == null ? Item.State.DEVIATES : Item.State.CONFORMS,
                spells[0].opened(),
                orBefore,
                last.opened(),
                List.of(spells),
                limit == 0 ? null : spells[0].opened().plusDays(limit),
                "",
                "");
        findings.add(new Finding(test(itself), history, OCTOBER.last()));
    }

    private static TestResult test(boolean itself) {
        Position nowhere = new Position("t.yaml", 1, 1);
        Expression yes = new Expression("true", nowhere);
        Assertion assertion = new Assertion(
                "T-01",
                "",
                Timing.SNAPSHOT,
                "iam.users",
                Map.of(),
                yes,
                yes,
                new Expression("", nowhere),
                "",
                "",
                "",
                Severity.HIGH,
                itself,
                List.of(),
                List.of(),
                Map.of(),
                nowhere,
                Map.of());
        Judgement judgement = new Judgement("T-01", Verdict.FAIL, 9, 1, 8, 0, 0, 0, "");
        return new TestResult(assertion, judgement, 31, 31, 0, List.of(), List.of(), "");
    }

    private static LocalDate october(int day) {
        return LocalDate.of(2026, 10, day);
    }

    private static LocalDate september(int day) {
        return LocalDate.of(2026, 9, day);
    }
}
