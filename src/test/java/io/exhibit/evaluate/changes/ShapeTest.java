package io.exhibit.evaluate.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Change.Difference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every kind that is watched, by the form that its members have. */
class ShapeTest {

    private static final String OWNER =
            "{\"Sid\":\"Owner\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::1:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}";

    private static List<Difference> between(String reading, Map<String, Object> before, Map<String, Object> after) {
        return Watched.ALL.stream()
                .filter(watch -> watch.reading().equals(reading))
                .flatMap(watch -> Shape.of(watch, before).to(Shape.of(watch, after)).stream())
                .toList();
    }

    private static Difference differs(String member, List<String> of, List<String> before, List<String> after) {
        return new Difference(member, of, before, after);
    }

    private static String policy(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    @Test
    void anAccountMovesAndIsClosed() {
        assertThat(between(
                        "organizations.accounts",
                        Map.of("Name", "pilot", "State", "ACTIVE", "path", "/Workloads", "parent", "ou-1"),
                        Map.of("Name", "pilot", "State", "SUSPENDED", "path", "/Suspended", "parent", "ou-2")))
                .containsExactly(
                        differs("State", List.of(), List.of("ACTIVE"), List.of("SUSPENDED")),
                        differs("path", List.of(), List.of("/Workloads"), List.of("/Suspended")));
    }

    @Test
    void aKeyPolicyIsComparedStatementByStatement() {
        String open =
                "{\"Sid\":\"Workshop\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"kms:Encrypt\",\"Resource\":\"*\"}";
        assertThat(between("kms.keys", Map.of("Policy", policy(OWNER)), Map.of("Policy", policy(open, OWNER))))
                .containsExactly(
                        differs("Policy", List.of(), List.of(), List.of("Allow kms:Encrypt on * for *, Sid Workshop")));
    }

    /** That a key was used is no change; that another one lies in its slot is. */
    @Test
    void anAccessKeyIsReplacedAndSwitchedOff() {
        Map<String, Object> before = Map.of(
                "active", true, "last_rotated", "2026-01-10T09:00:00Z", "last_used_date", "2026-10-04T21:00:00Z");
        assertThat(between(
                        "iam.access-keys",
                        before,
                        Map.of(
                                "active",
                                true,
                                "last_rotated",
                                "2026-01-10T09:00:00Z",
                                "last_used_date",
                                "2026-10-05T21:00:00Z",
                                "last_used_service",
                                "s3")))
                .isEmpty();
        assertThat(between("iam.access-keys", before, Map.of("active", false, "last_rotated", "2026-10-05T08:00:00Z")))
                .containsExactly(
                        differs("active", List.of(), List.of("true"), List.of("false")),
                        differs(
                                "last_rotated",
                                List.of(),
                                List.of("2026-01-10T09:00:00Z"),
                                List.of("2026-10-05T08:00:00Z")));
    }

    /** A password that its owner changes and a sign-in are his; that he may sign in, and with what, is not. */
    @Test
    void aUserLosesMfaAndGetsAPassword() {
        assertThat(between(
                        "iam.credential-report",
                        Map.of("password_enabled", false, "mfa_active", true),
                        Map.of(
                                "password_enabled",
                                true,
                                "mfa_active",
                                false,
                                "password_last_changed",
                                "2026-10-05T08:00:00Z",
                                "password_last_used",
                                "2026-10-05T08:05:00Z",
                                "access_key_1_last_used_date",
                                "2026-10-05T08:06:00Z")))
                .containsExactly(
                        differs("mfa_active", List.of(), List.of("true"), List.of("false")),
                        differs("password_enabled", List.of(), List.of("false"), List.of("true")));
    }

    @Test
    void aDocumentThatIsWrittenOtherwiseIsTheSame() {
        String encoded = URLEncoder.encode(
                "{\"Statement\":{\"Action\":[\"s3:PutObject\",\"s3:GetObject\"],\"Resource\":\"*\",\"Effect\":\"Allow\"}}",
                StandardCharsets.UTF_8);
        assertThat(
                        between(
                                "iam.roles",
                                Map.of("AssumeRolePolicyDocument", encoded),
                                Map.of(
                                        "AssumeRolePolicyDocument",
                                        policy(
                                                "{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":[\"*\"]}"))))
                .isEmpty();
    }

    @Test
    void whatIsNoPolicyIsComparedAsItStands() {
        assertThat(between("kms.keys", Map.of("Policy", "%zz"), Map.of("Policy", "{}")))
                .containsExactly(differs("Policy", List.of(), List.of("%zz"), List.of("{}")));
    }

    @Test
    void aConditionAndANotActionAreToldInWords() {
        assertThat(
                        Statements.of(
                                policy(
                                        "{\"Effect\":\"Deny\",\"NotAction\":[\"iam:*\",\"a:b\"],\"NotResource\":\"r\",\"NotPrincipal\":{\"AWS\":[\"y\",\"x\"]},"
                                                + "\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":[\"o-2\",\"o-1\"]}},\"More\":1}")))
                .containsExactly("Deny everything but a:b, iam:* on everything but r for everybody but AWS x, y"
                        + " if StringEquals aws:PrincipalOrgID o-1, o-2 More 1");
    }

    @Test
    void anInlinePolicyIsToldByItsName() {
        String before = policy("{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}");
        String after = policy("{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}");
        assertThat(between(
                        "iam.groups",
                        Map.of("GroupPolicyList", List.of(Map.of("PolicyName", "own", "PolicyDocument", before))),
                        Map.of("GroupPolicyList", List.of(Map.of("PolicyName", "own", "PolicyDocument", after)))))
                .containsExactly(differs(
                        "GroupPolicyList.PolicyDocument",
                        List.of("own"),
                        List.of("Allow s3:Get* on *"),
                        List.of("Allow s3:* on *")));
    }

    @Test
    void aNewVersionOfAPolicyIsTold() {
        Map<String, Object> one = Map.of("VersionId", "v1", "Document", policy(OWNER), "IsDefaultVersion", true);
        Map<String, Object> two = Map.of("VersionId", "v2", "Document", policy(OWNER), "IsDefaultVersion", true);
        assertThat(between(
                        "iam.policies",
                        Map.of("DefaultVersionId", "v1", "AttachmentCount", 2L, "PolicyVersionList", List.of(one)),
                        Map.of(
                                "DefaultVersionId",
                                "v2",
                                "AttachmentCount",
                                3L,
                                "PolicyVersionList",
                                List.of(two, one))))
                .containsExactly(
                        differs("DefaultVersionId", List.of(), List.of("v1"), List.of("v2")),
                        differs("PolicyVersionList.Document", List.of("v2"), List.of(), Statements.of(policy(OWNER))));
    }

    @Test
    void aControlPolicyIsAttachedElsewhere() {
        assertThat(between(
                        "organizations.policies",
                        Map.of("Targets", List.of(Map.of("TargetId", "r-1", "Name", "Root"))),
                        Map.of("Targets", List.of(Map.of("TargetId", "ou-1", "Name", "Sandbox")))))
                .containsExactly(differs("Targets.TargetId", List.of(), List.of("r-1"), List.of("ou-1")));
    }

    @Test
    void aKeyIsScheduledForDeletionAndLosesItsRotation() {
        Instant on = Instant.parse("2026-11-04T10:00:00Z");
        assertThat(between(
                        "kms.keys",
                        Map.of(
                                "KeyMetadata",
                                Map.of("KeyState", "Enabled", "Enabled", true),
                                "KeyRotationEnabled",
                                true,
                                "NextRotationDate",
                                on),
                        Map.of(
                                "KeyMetadata",
                                Map.of("KeyState", "PendingDeletion", "Enabled", false, "DeletionDate", on),
                                "KeyRotationEnabled",
                                false)))
                .containsExactly(
                        differs("KeyMetadata.DeletionDate", List.of(), List.of(), List.of("2026-11-04T10:00:00Z")),
                        differs("KeyMetadata.KeyState", List.of(), List.of("Enabled"), List.of("PendingDeletion")),
                        differs("KeyRotationEnabled", List.of(), List.of("true"), List.of("false")));
    }

    @Test
    void aRuleOfAWebAclIsOnlyCounted() {
        assertThat(between("wafv2.web-acls", acl("None"), acl("Count")))
                .containsExactly(
                        differs("WebACL.Rules.OverrideAction", List.of("common"), List.of("None"), List.of("Count")));
    }

    private static Map<String, Object> acl(String override) {
        return Map.of(
                "LockToken",
                override,
                "WebACL",
                Map.of(
                        "Rules",
                        List.of(Map.of(
                                "Name", "common", "Priority", 1L, "OverrideAction", Map.of(override, Map.of())))));
    }

    @Test
    void aFilterHidesMore() {
        assertThat(between(
                        "guardduty.filters",
                        Map.of("FindingCriteria", Map.of("Criterion", Map.of("type", Map.of("Eq", List.of("a"))))),
                        Map.of(
                                "FindingCriteria",
                                Map.of("Criterion", Map.of("type", Map.of("Eq", List.of("b", "a")))))))
                .containsExactly(differs("FindingCriteria.Criterion.type.Eq", List.of(), List.of(), List.of("b")));
        assertThat(between(
                        "inspector2.filters",
                        Map.of("criteria", Map.of("severity", List.of())),
                        Map.of(
                                "criteria",
                                Map.of("severity", List.of(Map.of("comparison", "EQUALS", "value", "LOW"))))))
                .containsExactly(differs(
                        "criteria.severity", List.of(), List.of(), List.of("{comparison: EQUALS, value: LOW}")));
    }

    @Test
    void whatMovesByItselfIsNotCompared() {
        assertThat(between(
                        "iam.roles",
                        Map.of("RoleLastUsed", Map.of("Region", "us-east-1"), "RoleId", "A"),
                        Map.of("RoleLastUsed", Map.of("Region", "eu-west-1"), "RoleId", "A")))
                .isEmpty();
    }
}
