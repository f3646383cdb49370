package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Day;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is folded into one row, and that nothing gets lost in it. */
final class GapRowsTest {

    private static final Target PLACE = new Target("333344445555", "us-east-1");

    @Test
    void theSameCallOfTwoSourcesIsTwoCallsUnderTheirNames() {
        Map<String, Object> row = row(
                part("guardduty.detectors", gap("guardduty:ListDetectors", "", "no")),
                part("inspector2.findings", gap("guardduty:ListDetectors", "", "no")));

        assertThat(row).containsEntry("count", "2").containsEntry("others", "");
        assertThat(row.get("places"))
                .isEqualTo(List.of(Map.of(
                        "regions",
                        "us-east-1",
                        "asked",
                        List.of(
                                Map.of("source", "GuardDuty detectors", "calls", List.of("guardduty:ListDetectors")),
                                Map.of("source", "Inspector findings", "calls", List.of("guardduty:ListDetectors"))))));
    }

    @Test
    void messagesThatAreNotPrintedAreCounted() {
        Map<String, Object> row = row(part(
                "kms.keys",
                gap("kms:DescribeKey", "a", "not key a"),
                gap("kms:DescribeKey", "b", "not key b"),
                gap("kms:DescribeKey", "c", "not key b"),
                gap("kms:DescribeKey", "d", "")));

        assertThat(row)
                .containsEntry("count", "4")
                .containsEntry("message", "not key a")
                .containsEntry("others", "1 other message");
    }

    @Test
    void aSourceThatIsAskedNoLongerIsNamedByItsKey() {
        assertThat(row(part("macie2.buckets", gap("macie2:DescribeBuckets", "", "no")))
                        .toString())
                .contains("macie2.buckets");
    }

    /** A closed account would otherwise fill pages with the names of calls that nobody made. */
    @Test
    void anAccountOfWhichNothingWasAskedIsToldWithTheNumberOfItsSources() {
        Map<String, Object> row = row(
                unasked("guardduty.detectors", gap("guardduty:ListDetectors", "", "is suspended")),
                unasked("kms.keys", gap("kms:ListKeys", "", "is suspended")));

        assertThat(row).containsEntry("count", "2").containsEntry("message", "is suspended");
        assertThat(row.get("places"))
                .isEqualTo(List.of(Map.of(
                        "regions",
                        "us-east-1",
                        "asked",
                        List.of(Map.of("source", "all 2 sources", "calls", List.of())))));
    }

    @Test
    void whereSomethingWasAskedEveryCallIsNamed() {
        Map<String, Object> row = row(
                part("guardduty.detectors", gap("guardduty:ListDetectors", "", "no")),
                unasked("kms.keys", gap("kms:ListKeys", "", "no")));

        assertThat(row.get("places").toString()).contains("guardduty:ListDetectors", "kms:ListKeys");
    }

    private static Part unasked(String source, Gap gap) {
        return new Part(source, 0, 0, 0, Lists.NONE, List.of(), List.of(gap), 0, 0);
    }

    private static Map<String, Object> row(Part... parts) {
        RunRecord run = run(parts);
        Accounts accounts = new Accounts(SamplePack.content());
        List<Map<String, Object>> rows = new Gaps(
                        List.of(new Day(SamplePack.PERIOD.first(), run.due(), Optional.of(run), "")),
                        accounts.scope(),
                        SampleDays.sources())
                .rows(accounts);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    static RunRecord run(Part... parts) {
        Instant due = Instant.parse("2026-10-01T02:15:00Z");
        return new RunRecord(
                "another",
                due,
                due,
                due,
                Outcome.GAPS,
                "",
                "simulated",
                "",
                "",
                List.of(),
                Map.of(),
                List.of(new Unit(PLACE, "", 0, "", List.of(parts))));
    }

    static Part part(String source, Gap... gaps) {
        return new Part(source, gaps.length, gaps.length, 0, Lists.NONE, List.of(), List.of(gaps), 0, 0);
    }

    static Gap gap(String operation, String subject, String message) {
        return new Gap(Call.of(operation, subject), Cause.DENIED, "AccessDenied", message, "");
    }
}
