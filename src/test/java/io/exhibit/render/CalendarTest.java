package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Period;
import io.exhibit.control.Register;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two collections a day are one date each. */
class CalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final Scope EVERYTHING = new Scope("", "", "", Map.of(), Map.of());

    @Test
    void twoCollectionsADayAreCountedByDate() {
        Calendar calendar = calendar(
                Outcome.COMPLETE, Outcome.COMPLETE, Outcome.COMPLETE, Outcome.MISSED, Outcome.MISSED, Outcome.FAILED);

        assertThat(calendar.sealed()).isEqualTo(2);
        assertThat(calendar.inPeriod()).isEqualTo(3);
        assertThat(calendar.alternative())
                .isEqualTo("Days of the period: 1 day complete (2026-10-01); 1 day partly unread (2026-10-02);"
                        + " 1 day not collected (2026-10-03)");
    }

    @Test
    void aDateWithoutADueCollectionIsNeitherGoodNorBad() {
        assertThat(calendar(Outcome.COMPLETE, Outcome.COMPLETE).alternative())
                .contains("2 days none due, or before the log began (2026-10-02 to 2026-10-03)");
    }

    @Test
    void aRunThatNeverBeganHasTheCauseThatTheRegisterNamesForItsTimeOrNone() {
        Instant due = FIRST.plusDays(1).atTime(2, 15).toInstant(ZoneOffset.UTC);

        assertThat(missed(due))
                .endsWith("Cause by the entity's register missed_runs: Patched. Entered by Jane Doe, Lead on"
                        + " 2026-10-02, CHG-1.");
        assertThat(missed(due.plusSeconds(60)))
                .endsWith("Its cause is not in the log, and the entity's register missed_runs has no entry for it.");
    }

    @Test
    void aDayThatWasCaughtUpIsToldAndOneThatWasPausedHasItsCause() {
        assertThat(oneDay(Outcome.COMPLETE, "caught up at 2026-10-01T08:00:12Z").reasons())
                .containsExactly(Map.of(
                        "days", "2026-10-01", "kind", "complete", "reason", "caught up at 2026-10-01T08:00:12Z"));
        assertThat(oneDay(Outcome.MISSED, "paused since 2026-09-30T09:00:00Z by Jane Doe: we move")
                        .reasons())
                .extracting(row -> row.get("reason"))
                .containsExactly("paused since 2026-09-30T09:00:00Z by Jane Doe: we move.");
        assertThat(oneDay(Outcome.COMPLETE, "").reasons()).isEmpty();
        assertThat(oneDay(Outcome.COMPLETE, "").wanting()).isEqualTo("Days that are not complete");
        assertThat(oneDay(Outcome.COMPLETE, "caught up").wanting())
                .endsWith(", or were not collected when they were due");
    }

    private static Calendar oneDay(Outcome outcome, String reason) {
        Instant due = FIRST.atTime(2, 15).toInstant(ZoneOffset.UTC);
        RunRecord run =
                new RunRecord("run", due, due, due, outcome, reason, "aws", "", "", List.of(), Map.of(), List.of());
        return new Calendar(
                new Period(FIRST, FIRST, ZoneOffset.UTC),
                List.of(new Day(FIRST, due, Optional.of(run), reason)),
                EVERYTHING,
                List.of());
    }

    private static String missed(Instant due) {
        Register.Entry entry = new Register.Entry(
                Map.of("due", due, "reference", "CHG-1"),
                "Jane Doe, Lead",
                FIRST.plusDays(1),
                "Patched",
                FIRST.plusDays(99),
                false,
                null);
        return calendar(List.of(entry), Outcome.COMPLETE, Outcome.COMPLETE, Outcome.MISSED, Outcome.COMPLETE)
                .reasons()
                .get(0)
                .get("reason")
                .toString();
    }

    private static Calendar calendar(Outcome... outcomes) {
        return calendar(List.of(), outcomes);
    }

    /** Two outcomes for each date. */
    private static Calendar calendar(List<Register.Entry> causes, Outcome... outcomes) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            LocalDate date = FIRST.plusDays(i / 2);
            Instant due = date.atTime(2 + 12 * (i % 2), 15).toInstant(ZoneOffset.UTC);
            RunRecord run = new RunRecord(
                    "r" + i, due, due, due, outcomes[i], "", "aws", "", "", List.of(), Map.of(), List.of());
            days.add(new Day(date, due, Optional.of(run), ""));
        }
        return new Calendar(new Period(FIRST, FIRST.plusDays(2), ZoneOffset.UTC), days, EVERYTHING, causes);
    }
}
