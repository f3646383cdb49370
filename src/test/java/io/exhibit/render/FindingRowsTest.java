package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Balance;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed of since when, until when and whether in time, and no more than is known of it. */
class FindingRowsTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final LocalDate LAST = LocalDate.parse("2026-10-31");

    private final PackContent content = SamplePack.content();
    private final FindingRows rows =
            new FindingRows(content, new Accounts(content), new FindingAnchors(new Findings(content.assessment())));

    @Test
    void ofWhatWasSeenOnTheVaultsFirstDayNobodyKnowsSinceWhen() {
        Finding closed = finding("IAM-01", true, FIRST.plusDays(7), FIRST.plusDays(3));
        assertThat(rows.row(closed))
                .containsEntry("first", "on or before 2026-10-01")
                .containsEntry("due", "on or before 2026-10-08")
                .containsEntry("took", "at least 3")
                .containsEntry("within", "not known");

        Finding late = finding("IAM-01", true, FIRST.plusDays(7), FIRST.plusDays(10));
        assertThat(rows.row(late)).containsEntry("within", "no, at least 3 days late");
    }

    @Test
    void whatDeviatesFromATestThatIsItselfALimitIsLateFromTheFirstDay() {
        Finding finding = finding("NET-33", false, null, FIRST.plusDays(3));

        assertThat(rows.row(finding))
                .containsEntry("due", "the test is a limit")
                .containsEntry("beyond", "3 days")
                .containsEntry("within", "no, 3 days late");
        assertThat(rows.row(finding("NET-33", true, null, null)))
                .containsEntry("late", "at least 30 days late")
                .containsEntry("beyond", "at least 30 days");
        assertThat(new Finding(
                                finding.test(),
                                finding("NET-33", false, null, null).history(),
                                FIRST)
                        .daysLate())
                .isZero();
        assertThat(rows.row(new Finding(
                        finding.test(), finding("NET-33", false, null, null).history(), FIRST)))
                .containsEntry("beyond", "less than a day");
        assertThat(rows.row(new Finding(
                        finding.test(), finding("NET-33", true, null, null).history(), FIRST)))
                .as("there when the log began: nobody knows since when")
                .containsEntry("late", "late, nobody knows by how much")
                .containsEntry("beyond", "not known");
        assertThat(rows.limits(List.of(finding)))
                .isEqualTo(
                        "NET-33 is itself a limit: what deviates is beyond it from its first day on, and no further time is given.");
    }

    @Test
    void aShareIsTheNearestTenthAndOnlyAllOfThemAreAHundred() {
        assertThat(TimePages.share(26, 28)).isEqualTo("92.9 %");
        assertThat(TimePages.share(9_999, 10_000)).isEqualTo("99.9 %");
        assertThat(TimePages.share(1, 10_000)).isEqualTo("0.1 %");
        assertThat(TimePages.share(7, 7)).isEqualTo("100 %");
        assertThat(TimePages.share(0, 7)).isEqualTo("0 %");
        assertThat(TimePages.share(3, 4)).isEqualTo("75 %");
    }

    @Test
    void theTimeToMendStandsUnderTheTableWithItsPolicyOrAsToolDefault() {
        List<Finding> findings = List.of(finding("IAM-01", false, LAST, null), finding("IAM-03", false, LAST, null));

        assertThat(rows.limits(findings))
                .isEqualTo("Time to mend: critical 7 days (tool default); medium no limit set.");
        assertThat(rows.limits(List.of())).isEmpty();
    }

    @Test
    void whatIsTheSameButForItsPlaceIsARowForEachPlaceSoThatTheRowsAreTheNumber() {
        Finding here = finding("IAM-01", false, LAST, null);
        Finding there = finding("IAM-01", false, LAST, null, "444455556666");

        assertThat(rows.of(List.of(here, there)))
                .extracting(row -> row.get("where"))
                .containsExactly(List.of("333344445555 claims-prod"), List.of("444455556666 portal-prod"));
    }

    @Test
    void whatWasOpenBeforeThePeriodIsAtTheStartAndWhatWasSeenOnItsFirstDayIsOpened() {
        Findings findings = new Findings(content.assessment());
        assertThat(Balance.of(List.of(finding("IAM-01", true, null, null)), FIRST, LAST))
                .isEqualTo(new Balance(0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0));
        assertThat(findings.balance(f -> true).start())
                .isEqualTo(findings.count(f -> f.history().firstSeen().isBefore(FIRST)))
                .isPositive();
    }

    private Finding finding(String id, boolean orBefore, LocalDate due, LocalDate closed) {
        return finding(id, orBefore, due, closed, "333344445555");
    }

    private Finding finding(String id, boolean orBefore, LocalDate due, LocalDate closed, String account) {
        TestResult test = content.assessment().tests().stream()
                .filter(t -> t.assertion().id().equals(id))
                .findFirst()
                .orElseThrow();
        History history = new History(
                id,
                Target.global(account),
                "user/ann",
                closed == null ? Item.State.DEVIATES : Item.State.CONFORMS,
                FIRST,
                orBefore,
                FIRST,
                List.of(new Spell(FIRST, closed)),
                due,
                "ann signs in with a password alone",
                "");
        return new Finding(test, history, LAST);
    }
}
