package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Record;
import io.exhibit.read.StoredRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsAndReportsTest {

    @Test
    void sampleFindingsOfGuardDutyAreMarked() {
        StoredRun.Read read = StoredRun.of("guardduty.findings")
                .answer("guardduty:ListDetectors", "{\"detectorIds\":[\"d\"]}")
                .answer("guardduty:ListFindings", "d", "{\"findingIds\":[\"1\",\"2\",\"3\"]}")
                .answer(
                        "guardduty:GetFindings",
                        "d",
                        "{\"findings\":[{\"id\":\"1\",\"title\":\"[SAMPLE] A port is probed\"},"
                                + "{\"id\":\"2\",\"title\":\"x\",\"service\":{\"additionalInfo\":{\"value\":\"{\\\"sample\\\": true}\"}}},"
                                + "{\"id\":\"3\",\"title\":\"x\",\"service\":{\"archived\":true}}]}")
                .read("guardduty.findings");
        assertThat(read.members()).extracting("sample").containsExactly(true, true, false);
        assertThat(read.members("3")).containsEntry("Service", Map.of("Archived", true));
    }

    @Test
    void aFindingThatWasListedAndDidNotComeStandsAsUnknown() {
        StoredRun.Read read = StoredRun.of("guardduty.findings")
                .answer("guardduty:ListDetectors", "{\"detectorIds\":[\"d\"]}")
                .answer("guardduty:ListFindings", "d", "{\"findingIds\":[\"1\",\"2\"],\"nextToken\":\"t\"}")
                .answer("guardduty:GetFindings", "d", "{\"findings\":[{\"id\":\"2\"}]}")
                .answer("guardduty:ListFindings", "d", "{\"findingIds\":[\"3\"]}")
                .answer("guardduty:GetFindings", "d", "{\"findings\":[]}")
                .read("guardduty.findings");
        assertThat(read.only().known()).isTrue();
        assertThat(read.records()).extracting(Record::key).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(read.record("2").gaps()).isEmpty();
        for (String id : List.of("1", "3")) {
            assertThat(read.members(id)).isEqualTo(Map.of("Id", id));
            assertThat(read.record(id).gaps())
                    .extracting(Gap::message)
                    .containsExactly("the finding was listed and did not come");
        }
    }

    @Test
    void whatWasListedAndNotDescribedIsCountedAndNamed() {
        StoredRun.Read read = StoredRun.of("guardduty.findings")
                .answer("guardduty:ListDetectors", "{\"detectorIds\":[\"d\",\"quiet\"]}")
                .answer("guardduty:ListFindings", "d", "{\"findingIds\":[\"1\",\"2\"],\"nextToken\":\"t\"}")
                .answer("guardduty:GetFindings", "d", "{\"findings\":[{\"id\":\"2\"}]}")
                .answer("guardduty:ListFindings", "d", "{\"findingIds\":[\"3\"]}")
                .answer("guardduty:GetFindings", "d", "{\"findings\":[{\"id\":\"3\"}]}")
                .answer("guardduty:ListFindings", "quiet", "{\"findingIds\":[]}")
                .read("guardduty.listed-findings");
        assertThat(read.members("d"))
                .isEqualTo(Map.of("detector", "d", "listed", 3L, "described", 2L, "not_described", List.of("1")));
        assertThat(read.members("quiet")).containsEntry("listed", 0L).containsEntry("described", 0L);
    }

    @Test
    void guardDutyOffIsAKnownPopulationWithoutFindings() {
        StoredRun.Read read = StoredRun.of("guardduty.findings")
                .answer("guardduty:ListDetectors", "{\"detectorIds\":[]}")
                .read("guardduty.findings");
        assertThat(read.only().known()).isTrue();
        assertThat(read.records()).isEmpty();
    }

    @Test
    void anArtifactReportHasItsMetadataAndTheDigestOfWhatWasDownloaded() {
        StoredRun.Read read = StoredRun.of("artifact.reports")
                .answer(
                        "artifact:ListReports",
                        "{\"reports\":[{\"id\":\"report-1\",\"version\":3},{\"id\":\"report-2\"}]}")
                .answer(
                        "artifact:GetReportMetadata",
                        "report-1",
                        "{\"reportDetails\":{\"id\":\"report-1\",\"sequenceNumber\":4}}")
                .answer(
                        "artifact:GetTermForReport",
                        "report-1",
                        "{\"documentPresignedUrl\":\"[cut]\",\"termToken\":\"[cut]\"}")
                .answer("artifact:DownloadTerm", "report-1", "{\"bytes\":10,\"sha256\":\"aa\"}")
                .answer("artifact:GetReport", "report-1", "{\"documentPresignedUrl\":\"[cut]\"}")
                .answer("artifact:DownloadReport", "report-1", "{\"bytes\":20,\"sha256\":\"bb\"}")
                .gap("artifact:GetReportMetadata", "report-2", Cause.DENIED)
                .read("artifact.reports");
        assertThat(read.members("report-1"))
                .isEqualTo(Map.of(
                        "id",
                        "report-1",
                        "version",
                        3L,
                        "reportDetails",
                        Map.of("id", "report-1", "sequenceNumber", 4L),
                        "document",
                        Map.of("bytes", 20L, "sha256", "bb", "terms_sha256", "aa")));
        assertThat(read.members("report-2")).isEqualTo(Map.of("id", "report-2"));
        assertThat(read.record("report-2").gaps()).hasSize(1);
    }

    @Test
    void anEarlierVersionIsNamedByTheNumberThatWasAskedFor() {
        StoredRun.Read read = StoredRun.of("artifact.report-versions")
                .answer("artifact:ListReports", "{\"reports\":[{\"id\":\"report-1\",\"version\":3}]}")
                .answer(
                        "artifact:GetReportMetadata",
                        "report-1:2",
                        "{\"reportDetails\":{\"id\":\"report-1\",\"version\":2,"
                                + "\"periodStart\":\"2025-04-01T00:00:00Z\",\"periodEnd\":\"2025-09-30T00:00:00Z\"}}")
                .fact("artifact:GetReportMetadata", "ResourceNotFoundException")
                .read("artifact.report-versions");
        assertThat(read.only().known()).isTrue();
        assertThat(read.members())
                .singleElement()
                .satisfies(version -> assertThat(version)
                        .containsEntry("key", "report-1:2")
                        .containsEntry("version", 2L)
                        .containsKeys("periodStart", "periodEnd"));
    }

    @Test
    void reportsOfOneVersionHaveNoEarlierOneAndThatIsKnown() {
        StoredRun.Read read = StoredRun.of("artifact.report-versions")
                .answer("artifact:ListReports", "{\"reports\":[{\"id\":\"report-1\",\"version\":1}]}")
                .read("artifact.report-versions");
        assertThat(read.only().known()).isTrue();
        assertThat(read.records()).isEmpty();
    }

    @Test
    void aVersionThatCouldNotBeReadMakesThePeriodsUnknown() {
        StoredRun.Read read = StoredRun.of("artifact.report-versions")
                .answer("artifact:ListReports", "{\"reports\":[{\"id\":\"report-1\",\"version\":3}]}")
                .gap("artifact:GetReportMetadata", "report-1:2", Cause.THROTTLED)
                .read("artifact.report-versions");
        assertThat(read.only().known()).isFalse();
        assertThat(read.records()).isEmpty();
    }

    /** So that a later run can tell an agreement that ended from one that is gone. */
    @Test
    void anAgreementHasItsStateAndItsDatesWhateverTheyAre() {
        StoredRun.Read read = StoredRun.of("artifact.agreements")
                .answer(
                        "artifact:ListCustomerAgreements",
                        "{\"customerAgreements\":["
                                + "{\"id\":\"a\",\"state\":\"ACTIVE\",\"effectiveStart\":\"2024-03-12T16:20:00Z\"},"
                                + "{\"id\":\"b\",\"state\":\"CUSTOMER_TERMINATED\",\"effectiveEnd\":\"2026-10-04T09:00:00Z\"},"
                                + "{\"id\":\"c\",\"state\":\"AWS_TERMINATED\",\"effectiveEnd\":\"2026-10-04T09:00:00Z\"}]}")
                .read("artifact.agreements");
        assertThat(read.members())
                .extracting("state")
                .containsExactly("ACTIVE", "CUSTOMER_TERMINATED", "AWS_TERMINATED");
        assertThat(read.members("a")).containsKey("effectiveStart").doesNotContainKey("effectiveEnd");
        assertThat(read.members("b")).containsEntry("effectiveEnd", Instant.parse("2026-10-04T09:00:00Z"));
    }
}
