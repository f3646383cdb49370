package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Target;
import io.exhibit.read.StoredRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of the answers of AWS WAF, of Shield and of EBS. */
class GuardsTest {

    private static final String ARN = "arn:aws:wafv2:us-east-1:333344445555:regional/webacl/edge/1";

    private static StoredRun acl(String rules) {
        return StoredRun.of("wafv2.web-acls")
                .answer("wafv2:ListWebACLs", "{\"WebACLs\":[{\"Name\":\"edge\",\"Id\":\"1\",\"ARN\":\"" + ARN + "\"}]}")
                .answer("wafv2:GetWebACL", ARN, "{\"WebACL\":{\"ARN\":\"" + ARN + "\"," + rules + "}}");
    }

    private static String rule(String statement, String override) {
        return "{\"Name\":\"r\",\"Statement\":{" + statement + "}" + override + "}";
    }

    @Test
    void ruleGroupsThatOnlyCountDoNotAct() {
        StoredRun.Read read = acl("\"Rules\":["
                        + rule(
                                "\"ManagedRuleGroupStatement\":{\"Name\":\"Common\"}",
                                ",\"OverrideAction\":{\"None\":{}}")
                        + ","
                        + rule(
                                "\"ManagedRuleGroupStatement\":{\"Name\":\"Bots\"}",
                                ",\"OverrideAction\":{\"Count\":{}}")
                        + "," + rule("\"RuleGroupReferenceStatement\":{\"ARN\":\"arn:own\"}", "") + ","
                        + rule("\"GeoMatchStatement\":{\"CountryCodes\":[\"US\"]}", ",\"Action\":{\"Block\":{}}")
                        + "],\"PreProcessFirewallManagerRuleGroups\":[{\"Name\":\"f\",\"FirewallManagerStatement\":"
                        + "{\"ManagedRuleGroupStatement\":{\"Name\":\"Central\"}},\"OverrideAction\":{\"None\":{}}}]")
                .read("wafv2.web-acls");
        assertThat(read.members(ARN)).containsEntry("rule_groups", List.of("Central", "Common", "arn:own"));
    }

    @Test
    void resourcesOfEveryTypeComeTogether() {
        StoredRun.Read read = acl("\"Rules\":[]")
                .answer("wafv2:ListResourcesForWebACL", ARN, "{\"ResourceArns\":[\"arn:balancer\"]}")
                .answer("wafv2:ListResourcesForWebACL", ARN, "{\"ResourceArns\":[]}")
                .answer("wafv2:ListResourcesForWebACL", ARN, "{\"ResourceArns\":[\"arn:stage\"]}")
                .read("wafv2.web-acls");
        assertThat(read.members(ARN)).containsEntry("ResourceArns", List.of("arn:balancer", "arn:stage"));
    }

    @Test
    void noLoggingConfigurationIsNotLogging() {
        StoredRun.Read read = acl("\"Rules\":[]")
                .fact("wafv2:GetLoggingConfiguration", "WAFNonexistentItemException")
                .read("wafv2.web-acls");
        assertThat(read.members(ARN)).containsEntry("logging", false);
        assertThat(read.record(ARN).gaps()).isEmpty();
    }

    @Test
    void deniedLoggingConfigurationIsUnknownAndNotFalse() {
        StoredRun.Read read = acl("\"Rules\":[]")
                .gap("wafv2:GetLoggingConfiguration", ARN, Cause.DENIED)
                .read("wafv2.web-acls");
        assertThat(read.members(ARN)).doesNotContainKey("logging");
        assertThat(read.record(ARN).gaps()).extracting(Gap::cause).containsExactly(Cause.DENIED);
    }

    @Test
    void shieldWithoutASubscriptionIsARecordAndProtectsNothing() {
        StoredRun.Read read = StoredRun.of("shield.subscriptions")
                .answer("shield:GetSubscriptionState", "{\"SubscriptionState\":\"INACTIVE\"}")
                .read("shield.subscriptions", "shield.protections");
        assertThat(read.members())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("account", "333344445555")
                        .containsEntry("subscribed", false)
                        .containsEntry("SubscriptionState", "INACTIVE")
                        .doesNotContainKeys("Subscription", "emergency_contacts"));
        assertThat(read.coverage()).allSatisfy(each -> assertThat(each.known()).isTrue());
    }

    @Test
    void emergencyContactsAreANumber() {
        StoredRun.Read read = StoredRun.of("shield.subscriptions")
                .answer("shield:GetSubscriptionState", "{\"SubscriptionState\":\"ACTIVE\"}")
                .answer("shield:DescribeSubscription", "{\"Subscription\":{\"AutoRenew\":\"ENABLED\"}}")
                .answer(
                        "shield:DescribeEmergencyContactSettings",
                        "{\"EmergencyContactList\":[{\"EmailAddress\":\"[cut]\"},{\"EmailAddress\":\"[cut]\"}]}")
                .read("shield.subscriptions");
        assertThat(read.members("333344445555"))
                .containsEntry("subscribed", true)
                .containsEntry("emergency_contacts", 2L)
                .containsKey("Subscription")
                .doesNotContainKey("EmergencyContactList");
    }

    @Test
    void ebsSettingsOfARegionAreOneRecord() {
        StoredRun.Read read = StoredRun.of("ebs.settings")
                .answer(
                        "ec2:GetEbsEncryptionByDefault",
                        ec2("GetEbsEncryptionByDefault", "ebsEncryptionByDefault", "true"))
                .answer("ec2:GetEbsDefaultKmsKeyId", ec2("GetEbsDefaultKmsKeyId", "kmsKeyId", "alias/aws/ebs"))
                .gap("ec2:GetSnapshotBlockPublicAccessState", "", Cause.DENIED)
                .read(new Target("333344445555", "us-east-1"), "ebs.settings");
        assertThat(read.record("us-east-1").members())
                .containsEntry("EbsEncryptionByDefault", true)
                .containsEntry("KmsKeyId", "alias/aws/ebs")
                .doesNotContainKey("SnapshotBlockPublicAccessState");
        assertThat(read.record("us-east-1").gaps()).extracting(Gap::cause).containsExactly(Cause.DENIED);
    }

    private static String ec2(String operation, String member, String value) {
        return "<" + operation + "Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId><"
                + member + ">" + value + "</" + member + "></" + operation + "Response>";
    }
}
