package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Gap;
import io.exhibit.read.StoredRun;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggingAndDetectionTest {

    private static final String LOOKUP = "cloudtrail:LookupEvents";

    @Test
    void anEventThatTwoLookupsFoundIsOneRecordThatSaysWhoAndHow() {
        String event = "{\"Events\":[{\"EventId\":\"e1\",\"EventName\":\"ConsoleLogin\",\"CloudTrailEvent\":\""
                + "{\\\"userIdentity\\\":{\\\"type\\\":\\\"Root\\\",\\\"arn\\\":\\\"arn:aws:iam::1:root\\\"},"
                + "\\\"sourceIPAddress\\\":\\\"198.51.100.7\\\",\\\"additionalEventData\\\":{\\\"MFAUsed\\\":\\\"No\\\"},"
                + "\\\"responseElements\\\":{\\\"ConsoleLogin\\\":\\\"Success\\\"}}\"}]}";
        StoredRun.Read read = StoredRun.of("cloudtrail.events")
                .answer(LOOKUP, "ConsoleLogin", event)
                .answer(LOOKUP, "root", event)
                .read("cloudtrail.events");
        assertThat(read.records()).hasSize(1);
        assertThat(read.members("e1"))
                .containsEntry("identity_type", "Root")
                .containsEntry("identity_arn", "arn:aws:iam::1:root")
                .containsEntry("source_address", "198.51.100.7")
                .containsEntry("outcome", "Success")
                .containsEntry("mfa", false)
                .doesNotContainKeys("error_code", "invoked_by");
    }

    @Test
    void anEventWhoseRecordCannotBeReadIsUnknownAndTheOthersAreNot() {
        StoredRun.Read read = StoredRun.of("cloudtrail.events")
                .answer(
                        LOOKUP,
                        "StopLogging",
                        "{\"Events\":[{\"EventId\":\"e1\",\"CloudTrailEvent\":\"{\"},{\"EventId\":\"e2\"},"
                                + "{\"EventId\":\"e3\",\"CloudTrailEvent\":\"{}\"}]}")
                .read("cloudtrail.events");
        for (String id : new String[] {"e1", "e2"}) {
            assertThat(read.record(id).gaps())
                    .extracting(Gap::message)
                    .containsExactly("CloudTrailEvent is no JSON object");
        }
        assertThat(read.record("e3").gaps()).isEmpty();
    }

    @Test
    void coverageIsCountedOverAllPagesAndAKindWithoutResourcesIsZero() {
        String operation = "inspector2:ListCoverageStatistics";
        StoredRun.Read read = StoredRun.of("inspector2.coverage")
                .answer(
                        operation,
                        "AWS_EC2_INSTANCE",
                        "{\"countsByGroup\":[{\"count\":7,\"groupKey\":\"ACTIVE\"}],\"totalCounts\":9,\"nextToken\":\"t\"}")
                .answer(
                        operation,
                        "AWS_EC2_INSTANCE",
                        "{\"countsByGroup\":[{\"count\":2,\"groupKey\":\"INACTIVE\"}],\"totalCounts\":9}")
                .answer(operation, "AWS_LAMBDA_FUNCTION", "{\"countsByGroup\":[],\"totalCounts\":0}")
                .read("inspector2.coverage");
        assertThat(read.members("AWS_EC2_INSTANCE"))
                .isEqualTo(Map.of("resource_type", "AWS_EC2_INSTANCE", "scanned", 7L, "unscanned", 2L));
        assertThat(read.members("AWS_LAMBDA_FUNCTION"))
                .containsEntry("scanned", 0L)
                .containsEntry("unscanned", 0L);
    }

    @Test
    void aRuleOfTheSameNameInTwoAnalyzersIsTwoRecords() {
        String rule = "{\"archiveRules\":[{\"ruleName\":\"r\",\"filter\":{}}]}";
        StoredRun.Read read = StoredRun.of("access-analyzer.archive-rules")
                .answer("access-analyzer:ListAnalyzers", "{\"analyzers\":[{\"arn\":\"x/a\"},{\"arn\":\"x/b\"}]}")
                .answer("access-analyzer:ListArchiveRules", "x/a", rule)
                .answer("access-analyzer:ListArchiveRules", "x/b", rule)
                .read("access-analyzer.archive-rules");
        assertThat(read.members()).extracting("key").containsExactly("a/r", "b/r");
        assertThat(read.members("b/r")).containsEntry("analyzer", "x/b");
    }

    @Test
    void aHubThatIsOffIsARecordAndOneThatIsOnHasItsMembers() {
        assertThat(StoredRun.of("securityhub.hub")
                        .answer("securityhub:DescribeHub", "{\"HubArn\":\"h\",\"AutoEnableControls\":true}")
                        .read("securityhub.hub")
                        .members()
                        .get(0))
                .containsEntry("present", true)
                .containsEntry("HubArn", "h");
        assertThat(StoredRun.of("securityhub.hub")
                        .fact("securityhub:DescribeHub", "InvalidAccessException")
                        .read("securityhub.hub")
                        .members()
                        .get(0))
                .containsEntry("present", false)
                .doesNotContainKey("HubArn");
    }
}
