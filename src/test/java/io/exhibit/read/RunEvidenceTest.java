package io.exhibit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RunEvidenceTest {

    private static final String FINDINGS = """
            {"findings":[
              {"findingArn":"arn:1","severity":"HIGH","firstObservedAt":1759629600.125,"epss":{"score":0.5},"fixAvailable":null},
              {"findingArn":"arn:2","severity":"LOW","brandNew":{"a":[1]}}],
             "nextToken":"t"}""";

    private final StoredRun inspector = StoredRun.of("inspector2.findings");

    @Test
    void itemsOfEveryPageAreRecordsWithTheirProvenance() {
        StoredRun.Read read = inspector
                .answer("inspector2:ListFindings", FINDINGS)
                .answer("inspector2:ListFindings", "{\"findings\":[{\"findingArn\":\"arn:3\"}]}")
                .read("inspector2.findings");

        assertThat(read.records()).extracting(Record::key).containsExactly("arn:1", "arn:2", "arn:3");
        assertThat(read.only().known()).isTrue();
        assertThat(read.only().records()).isEqualTo(3);
        Record first = read.records().get(0);
        assertThat(first.members())
                .isEqualTo(Map.of(
                        "findingArn",
                        "arn:1",
                        "severity",
                        "HIGH",
                        "firstObservedAt",
                        Instant.parse("2025-10-05T02:00:00.125Z"),
                        "epss",
                        Map.of("score", 0.5)));
        assertThat(first.provenance().operation()).isEqualTo("inspector2:ListFindings");
        assertThat(first.provenance().requestId()).isEqualTo("request-0");
        assertThat(first.provenance().at()).isEqualTo(StoredRun.AT);
        assertThat(first.provenance().payloadDigest()).hasSize(64);
    }

    @Test
    void membersUnknownToThisVersionAreCounted() {
        StoredRun.Read read =
                inspector.answer("inspector2:ListFindings", FINDINGS).read("inspector2.findings");
        assertThat(read.only().unknownMembers()).isEqualTo(1);
    }

    @Test
    void anEmptyListIsAKnownPopulationWithNobodyInIt() {
        StoredRun.Read read =
                inspector.answer("inspector2:ListFindings", "{\"findings\":[]}").read("inspector2.findings");
        assertThat(read.only().known()).isTrue();
        assertThat(read.records()).isEmpty();
    }

    @Test
    void aGapInThePopulationHandsOutNothing() {
        StoredRun.Read read = inspector
                .answer("inspector2:ListFindings", FINDINGS)
                .gap("inspector2:ListFindings", "", Cause.THROTTLED)
                .read("inspector2.findings");
        assertThat(read.records()).isEmpty();
        assertThat(read.only().known()).isFalse();
        assertThat(read.only().gaps()).extracting(Gap::cause).containsExactly(Cause.THROTTLED);
    }

    @Test
    void aGapOfACallThatNoSourceDeclaresTakesEverything() {
        StoredRun.Read read =
                inspector.gap("sts:AssumeRole", "", Cause.ASSUME_ROLE_DENIED).read("inspector2.findings");
        assertThat(read.only().gaps()).extracting(Gap::cause).containsExactly(Cause.ASSUME_ROLE_DENIED);
    }

    @Test
    void whatWasNotAskedIsNotEmpty() {
        StoredRun.Read read = inspector
                .answer("inspector2:ListFindings", FINDINGS)
                .read(new Target("333344445555", "eu-west-1"), "inspector2.findings");
        assertThat(read.only().asked()).isFalse();
        assertThat(read.only().known()).isFalse();
    }

    @Test
    void aPopulationThatNoAnswerSpeaksOfIsUnknown() {
        StoredRun.Read read = StoredRun.of("kms.keys")
                .answer("kms:ListAliases", "{\"Aliases\":[]}")
                .read("kms.keys");
        assertThat(read.only().gaps()).extracting(Gap::cause).containsExactly(Cause.NOT_ASKED);
    }

    @Test
    void attemptsThatWereNotBelievedAreNotRead() {
        byte[] body = FINDINGS.getBytes(StandardCharsets.UTF_8);
        StoredRun.Read read = inspector
                .exchange("inspector2:ListFindings", "", Exchange.Outcome.RETRIED, Map.of(), body)
                .answer("inspector2:ListFindings", "{\"findings\":[]}")
                .read("inspector2.findings");
        assertThat(read.records()).isEmpty();
        assertThat(read.only().known()).isTrue();
    }

    @Test
    void aZippedBodyIsUnzippedAndItsDigestIsOfTheBytesAsTheyCame() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(FINDINGS.getBytes(StandardCharsets.UTF_8));
        }
        StoredRun.Read read = inspector
                .exchange(
                        "inspector2:ListFindings",
                        "",
                        Exchange.Outcome.ANSWER,
                        Map.of("content-encoding", "gzip"),
                        zipped.toByteArray())
                .read("inspector2.findings");
        assertThat(read.records()).hasSize(2);
    }

    @Test
    void aValueThatDoesNotFitIsAbsentAndAGap() {
        StoredRun.Read read = inspector
                .answer(
                        "inspector2:ListFindings",
                        "{\"findings\":[{\"findingArn\":\"arn:1\",\"firstObservedAt\":\"yesterday\"},{\"findingArn\":\"arn:2\"}]}")
                .read("inspector2.findings");
        assertThat(read.members("arn:1")).doesNotContainKey("firstObservedAt");
        assertThat(read.record("arn:1").gaps()).extracting(Gap::cause).containsExactly(Cause.MALFORMED);
        assertThat(read.record("arn:2").gaps()).isEmpty();
    }

    @Test
    void anItemWithoutItsKeyMemberStillCountsAndIsNotKnown() {
        StoredRun.Read read = inspector
                .answer("inspector2:ListFindings", "{\"findings\":[{\"severity\":\"HIGH\"}]}")
                .read("inspector2.findings");
        assertThat(read.records()).singleElement().satisfies(r -> {
            assertThat(r.key()).isEqualTo("#1");
            assertThat(r.gaps()).extracting(Gap::message).containsExactly("an item came without findingArn");
        });
    }

    @Test
    void severalReadingsAreMadeInOnePassAndTheirCoverageIsInTheOrderAskedFor() {
        StoredRun run = StoredRun.of("iam.authorization-details")
                .iam(
                        "GetAccountAuthorizationDetails",
                        "<UserDetailList><member><Arn>arn:u</Arn><UserName>u</UserName></member></UserDetailList>"
                                + "<GroupDetailList/><RoleDetailList></RoleDetailList><Policies/>");
        StoredRun.Read read = run.read("iam.roles", "iam.users", "iam.groups");
        assertThat(read.coverage())
                .extracting("reading", "records")
                .containsExactly(tuple("iam.roles", 0L), tuple("iam.users", 1L), tuple("iam.groups", 0L));
    }

    @Test
    void detailsJoinTheirItemWhetherTheyComeBeforeOrAfterIt() {
        StoredRun.Read read = StoredRun.of("guardduty.detectors")
                .answer("guardduty:GetDetector", "d1", "{\"status\":\"ENABLED\",\"serviceRole\":\"arn:r\"}")
                .answer("guardduty:ListDetectors", "{\"detectorIds\":[\"d1\",\"d2\"]}")
                .answer("guardduty:GetDetector", "d2", "{\"status\":\"DISABLED\"}")
                .read("guardduty.detectors");
        assertThat(read.members())
                .containsExactly(
                        Map.of("DetectorId", "d1", "Status", "ENABLED", "ServiceRole", "arn:r"),
                        Map.of("DetectorId", "d2", "Status", "DISABLED"));
    }

    @Test
    void aDeniedDetailMakesThatItemUnknownAlone() {
        StoredRun.Read read = StoredRun.of("guardduty.detectors")
                .answer("guardduty:ListDetectors", "{\"detectorIds\":[\"d1\",\"d2\"]}")
                .answer("guardduty:GetDetector", "d2", "{\"status\":\"DISABLED\"}")
                .gap("guardduty:GetDetector", "d1", Cause.SCP_DENIED)
                .read("guardduty.detectors");
        assertThat(read.only().known()).isTrue();
        assertThat(read.record("d1").gaps())
                .extracting(Gap::call)
                .containsExactly(Call.of("guardduty:GetDetector", "d1"));
        assertThat(read.record("d2").gaps()).isEmpty();
    }

    @Test
    void pagesOfADetailAreAppendedAndTheirTokensAreDropped() {
        StoredRun.Read read = StoredRun.of("organizations")
                .answer("organizations:ListPolicies", "{\"Policies\":[{\"Id\":\"p-1\",\"Name\":\"guard\"}]}")
                .answer(
                        "organizations:ListTargetsForPolicy",
                        "p-1",
                        "{\"Targets\":[{\"TargetId\":\"r-1\"}],\"NextToken\":\"t\"}")
                .answer("organizations:ListTargetsForPolicy", "p-1", "{\"Targets\":[{\"TargetId\":\"ou-1\"}]}")
                .read("organizations.policies");
        assertThat(read.members("p-1")).doesNotContainKey("NextToken");
        assertThat(read.members("p-1").get("Targets")).asInstanceOf(LIST).hasSize(2);
    }

    @Test
    void bytesThatAreNoAnswerStopTheReading() {
        StoredRun run = inspector.answer("inspector2:ListFindings", "{\"findings\":[");
        assertThatThrownBy(() -> run.read("inspector2.findings"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("inspector2:ListFindings");
    }

    @Test
    void readingsOfTwoSourcesAreNotOneQuestion() {
        assertThatThrownBy(() -> inspector.read("inspector2.findings", "kms.keys"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kms.keys");
    }
}
