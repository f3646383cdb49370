package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Period;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DueDaysTest {

    private static final Period THREE_DAYS =
            new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3), ZoneOffset.UTC);
    private static final Instant AFTERWARDS = Instant.parse("2026-11-01T06:00:00Z");
    private static final Scope EVERYTHING = new Scope("", "", "", Map.of(), Map.of());
    private static final DueTimes AT_TWO =
            (from, to) -> Stream.iterate(Instant.parse("2026-10-01T02:00:00Z"), i -> i.plusSeconds(86_400))
                    .limit(31)
                    .filter(i -> !i.isBefore(from) && i.isBefore(to))
                    .toList();

    @Test
    void aDayWithoutARunIsADayOfThePeriod() {
        List<Day> days = DueDays.of(
                THREE_DAYS, AT_TWO, List.of(run("2026-10-01T02:00:00Z", Outcome.COMPLETE)), AFTERWARDS, EVERYTHING);

        assertThat(days)
                .extracting(Day::date)
                .containsExactly(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 3));
        assertThat(days.get(0).run()).isPresent();
        assertThat(days.get(1).run()).isEmpty();
        assertThat(days.get(1).reason()).isEqualTo("no run is in the log");
    }

    @Test
    void whatWasDueBeforeTheLogBeganWasNobodysToCollect() {
        List<Day> days = DueDays.of(
                THREE_DAYS, AT_TWO, List.of(run("2026-10-02T17:31:05Z", Outcome.COMPLETE)), AFTERWARDS, EVERYTHING);

        assertThat(days)
                .extracting(
                        day -> day.date() + " " + day.run().map(RunRecord::id).orElse("none"))
                .as("the first one, by hand, counts for its own day")
                .containsExactly("2026-10-02 2026-10-02T17:31:05Z", "2026-10-03 none");
        assertThat(DueDays.of(THREE_DAYS, AT_TWO, List.of(), AFTERWARDS, EVERYTHING))
                .as("of a log that is empty nobody knows when it began")
                .hasSize(3);
    }

    @Test
    void aRunWithEvidenceCountsBeforeOneThatFailed() {
        RunRecord failed = run("2026-10-01T02:00:00Z", Outcome.FAILED);
        RunRecord again = run("2026-10-01T02:00:00Z", Outcome.GAPS);

        assertThat(first(failed, again)).isSameAs(again);
        assertThat(first(again, failed))
                .as("in whatever order they were logged")
                .isSameAs(again);
    }

    @Test
    void aRunByHandCountsForADayThatWasMissed() {
        RunRecord missed = run("2026-10-01T02:00:00Z", Outcome.MISSED);
        RunRecord byHand = run("2026-10-01T17:31:05Z", Outcome.COMPLETE);

        assertThat(first(missed, byHand)).isSameAs(byHand);
    }

    @Test
    void aDayWhoseEvidenceIsNotOfItsTimeSaysSo() {
        RunRecord missed = run("2026-10-01T02:00:00Z", Outcome.MISSED);
        RunRecord byHand = run("2026-10-01T17:31:05Z", Outcome.COMPLETE);
        Instant at = Instant.parse("2026-10-01T08:00:12Z");
        RunRecord caughtUp = RunIds.without(
                "2026-10-01T080012Z", at, at, at, Outcome.GAPS, CatchUp.words(missed.due()), "aws", Map.of());

        assertThat(reason(missed, byHand))
                .isEqualTo("collected by hand at 2026-10-01T17:31:05Z; at 2026-10-01T02:00:00Z: the host was down");
        assertThat(reason(missed, caughtUp))
                .isEqualTo("0 calls could not be read; caught up at 2026-10-01T08:00:12Z; at 2026-10-01T02:00:00Z:"
                        + " the host was down");
    }

    private static String reason(RunRecord... log) {
        return DueDays.of(THREE_DAYS, AT_TWO, List.of(log), AFTERWARDS, EVERYTHING)
                .get(0)
                .reason();
    }

    @Test
    void aScheduledRunCountsBeforeOneByHand() {
        RunRecord scheduled = run("2026-10-01T02:00:00Z", Outcome.GAPS);
        RunRecord byHand = run("2026-10-01T17:31:05Z", Outcome.COMPLETE);

        assertThat(first(scheduled, byHand)).isSameAs(scheduled);
    }

    @Test
    void daysThatAreStillToComeAreNotMissed() {
        assertThat(DueDays.of(THREE_DAYS, AT_TWO, List.of(), Instant.parse("2026-10-02T01:00:00Z"), EVERYTHING))
                .hasSize(1);
    }

    private static RunRecord first(RunRecord... log) {
        return DueDays.of(THREE_DAYS, AT_TWO, List.of(log), AFTERWARDS, EVERYTHING)
                .get(0)
                .run()
                .orElseThrow();
    }

    private static RunRecord run(String due, Outcome outcome) {
        Instant at = Instant.parse(due);
        return RunIds.without(due, at, at, at, outcome, "the host was down", "aws", Map.of());
    }
}
