package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Record;
import io.exhibit.read.StoredRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class KmsTest {

    private static final String ARN = "arn:aws:kms:us-east-1:333344445555:key/";
    private static final String POLICY =
            "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Sid\\\":\\\"Root\\\",\\\"Effect\\\":"
                    + "\\\"Allow\\\",\\\"Principal\\\":{\\\"AWS\\\":\\\"arn:aws:iam::333344445555:root\\\"},\\\"Action\\\":\\\"kms:*\\\",\\\"Resource\\\":\\\"*\\\"}]}";

    private static StoredRun keys() {
        return StoredRun.of("kms.keys")
                .answer(
                        "kms:ListKeys",
                        "{\"Keys\":[{\"KeyId\":\"k1\",\"KeyArn\":\"" + ARN + "k1\"},{\"KeyId\":\"k2\",\"KeyArn\":\""
                                + ARN + "k2\"}],\"Truncated\":false}")
                .answer(
                        "kms:DescribeKey",
                        "k1",
                        "{\"KeyMetadata\":{\"KeyId\":\"k1\",\"KeyManager\":\"CUSTOMER\",\"KeyState\":\"Enabled\"}}")
                .answer(
                        "kms:DescribeKey",
                        "k2",
                        "{\"KeyMetadata\":{\"KeyId\":\"k2\",\"KeyManager\":\"AWS\",\"KeyState\":\"Enabled\"}}");
    }

    private static StoredRun described() {
        return keys().answer("kms:GetKeyPolicy", "k1", "{\"Policy\":\"" + POLICY + "\",\"PolicyName\":\"default\"}");
    }

    @Test
    void aKeyHasItsDetailsAndTheAliasesThatPointAtIt() {
        StoredRun.Read read = described()
                .answer(
                        "kms:GetKeyRotationStatus",
                        "k1",
                        "{\"KeyId\":\"" + ARN + "k1\",\"KeyRotationEnabled\":true,\"RotationPeriodInDays\":365}")
                .answer(
                        "kms:ListAliases",
                        "{\"Aliases\":[{\"AliasName\":\"alias/claims\",\"TargetKeyId\":\"k1\"},{\"AliasName\":\"alias/aws/x\"}]}")
                .read("kms.keys");
        assertThat(read.members("k1"))
                .containsEntry("KeyId", "k1")
                .containsEntry("KeyRotationEnabled", true)
                .containsEntry("RotationPeriodInDays", 365L)
                .containsEntry("aliases", List.of("alias/claims"))
                .doesNotContainKey("Truncated");
        assertThat(read.members("k2")).containsEntry("aliases", List.of()).doesNotContainKey("KeyRotationEnabled");
    }

    @Test
    void aKeyThatIsGoneWhenItIsAskedAboutBelongsToNoPopulationAndItsPolicyIsNotKnown() {
        StoredRun.Read rotation = described()
                .vanished("kms:GetKeyRotationStatus", "k1", "NotFoundException")
                .read("kms.keys");
        assertThat(rotation.only().known()).isTrue();
        assertThat(rotation.records()).extracting(Record::key).containsExactly("k2");

        StoredRun.Read policy = keys().vanished("kms:GetKeyPolicy", "k1", "NotFoundException")
                .read("kms.keys", "kms.key-policy-statements");
        assertThat(policy.records()).extracting(Record::key).containsExactly("k2");
        assertThat(policy.coverage()).extracting(Coverage::known).containsExactly(true, false);
    }

    @Test
    void aliasesThatCouldNotBeListedAreAGapOfEveryKeyAndNotNone() {
        StoredRun.Read read =
                described().gap("kms:ListAliases", "", Cause.DENIED).read("kms.keys");
        assertThat(read.records()).hasSize(2).allSatisfy(key -> {
            assertThat(key.members()).doesNotContainKey("aliases");
            assertThat(key.gaps()).extracting(Gap::cause).containsExactly(Cause.DENIED);
        });
    }

    @Test
    void aRefusedRotationIsAGapOfThatKeyAndNotRotationOff() {
        StoredRun.Read read = described()
                .answer("kms:ListAliases", "{\"Aliases\":[]}")
                .gap("kms:GetKeyRotationStatus", "k1", Cause.DENIED)
                .read("kms.keys");
        assertThat(read.members("k1")).doesNotContainKey("KeyRotationEnabled");
        assertThat(read.record("k1").gaps()).hasSize(1);
        assertThat(read.record("k2").gaps()).isEmpty();
    }

    @Test
    void aKeyPolicyIsReadByStatementAndPrincipal() {
        StoredRun.Read read = described().read("kms.key-policy-statements");
        assertThat(read.records())
                .extracting(Record::key)
                .containsExactly(ARN + "k1 Root AWS arn:aws:iam::333344445555:root");
        assertThat(read.members().get(0))
                .containsEntry("key_id", "k1")
                .containsEntry("key_arn", ARN + "k1")
                .containsEntry("key_manager", "CUSTOMER")
                .containsEntry("key_state", "Enabled")
                .containsEntry("principal_account", "333344445555")
                .containsEntry("actions", List.of("kms:*"))
                .containsEntry("anyone", false);
    }

    @Test
    void aCustomersKeyWithoutItsPolicyStandsAsUnknown() {
        StoredRun.Read read = keys().read("kms.key-policy-statements");
        assertThat(read.records()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(ARN + "k1");
            assertThat(record.gaps()).extracting(Gap::cause).containsExactly(Cause.NOT_ASKED);
        });
    }

    @Test
    void aPolicyThatCannotBeReadMakesTheReadingUnknown() {
        StoredRun.Read read = keys().answer("kms:GetKeyPolicy", "k1", "{\"Policy\":\"{}\"}")
                .read("kms.key-policy-statements", "kms.keys");
        assertThat(read.coverage().get(0).gaps())
                .extracting(Gap::message)
                .containsExactly(ARN + "k1: the policy has no Statement");
        assertThat(read.coverage().get(1).known()).isTrue();
    }
}
