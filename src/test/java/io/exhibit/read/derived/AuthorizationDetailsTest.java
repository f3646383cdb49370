package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Record;
import io.exhibit.read.StoredRun;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationDetailsTest {

    private static final String ACCOUNT = "arn:aws:iam::333344445555:";
    private static final String ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";

    private static String document(String statements) {
        return URLEncoder.encode(
                "{\"Version\": \"2012-10-17\", \"Statement\": " + statements + "}", StandardCharsets.UTF_8);
    }

    private static final String USERS =
            "<UserDetailList><member><Arn>" + ACCOUNT + "user/ops/alice</Arn><UserName>alice</UserName>"
                    + "<Path>/ops/</Path><GroupList><member>admins</member></GroupList><UserPolicyList><member><PolicyName>own</PolicyName>"
                    + "<PolicyDocument>"
                    + document(
                            "[{\"Sid\":\"Read\",\"Effect\":\"Allow\",\"Action\":[\"s3:Get*\",\"s3:List*\"],\"Resource\":\"*\"},"
                                    + "{\"Effect\":\"Allow\",\"Action\":\"s3:Put*\",\"Resource\":\"arn:aws:s3:::one/*\"},"
                                    + "{\"Effect\":\"Deny\",\"Action\":\"iam:*\",\"Resource\":\"*\"}]")
                    + "</PolicyDocument></member></UserPolicyList><AttachedManagedPolicies/></member></UserDetailList>";
    private static final String GROUPS = "<GroupDetailList><member><Arn>" + ACCOUNT
            + "group/admins</Arn><GroupName>admins</GroupName>"
            + "<Path>/</Path><GroupPolicyList/><AttachedManagedPolicies><member><PolicyName>AdministratorAccess</PolicyName>"
            + "<PolicyArn>" + ADMIN + "</PolicyArn></member></AttachedManagedPolicies></member></GroupDetailList>";
    private static final String POLICIES = "<Policies><member><PolicyName>AdministratorAccess</PolicyName><Arn>" + ADMIN
            + "</Arn>"
            + "<Path>/</Path><DefaultVersionId>v2</DefaultVersionId><AttachmentCount>1</AttachmentCount><PolicyVersionList>"
            + "<member><Document>" + document("{\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"Resource\":\"*\"}")
            + "</Document><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion></member>"
            + "<member><Document>not even looked at</Document><VersionId>v1</VersionId><IsDefaultVersion>false</IsDefaultVersion></member>"
            + "</PolicyVersionList></member></Policies>";

    private static String role(String name, String path, String trust) {
        return "<member><Arn>" + ACCOUNT + "role" + path + name + "</Arn><RoleName>" + name + "</RoleName><Path>" + path
                + "</Path><AssumeRolePolicyDocument>" + trust + "</AssumeRolePolicyDocument><RolePolicyList/>"
                + "<AttachedManagedPolicies/></member>";
    }

    private static StoredRun run(String users, String groups, String roles, String policies) {
        return StoredRun.of("iam.authorization-details")
                .iam("GetAccountAuthorizationDetails", "<RoleDetailList>" + roles + "</RoleDetailList>" + users)
                .iam("GetAccountAuthorizationDetails", groups + policies);
    }

    @Test
    void theUsersOfAllPagesAreNamedTogether() {
        assertThat(StoredRun.of("iam.authorization-details")
                        .iam("GetAccountAuthorizationDetails", "<UserDetailList>" + arn("ana") + "</UserDetailList>")
                        .iam("GetAccountAuthorizationDetails", "<UserDetailList>" + arn("ben") + "</UserDetailList>")
                        .read("iam.authorization-details-state")
                        .members())
                .containsExactly(Map.of(
                        "account",
                        StoredRun.TARGET.account(),
                        "read",
                        StoredRun.AT,
                        "users",
                        List.of("user/ana", "user/ben"),
                        "user_count",
                        2L));
    }

    private static String arn(String user) {
        return "<member><Arn>user/" + user + "</Arn></member>";
    }

    @Test
    void everyStatementOfEveryPolicyInForceIsARecord() {
        StoredRun.Read read = run(USERS, GROUPS, "", POLICIES).read("iam.policy-statements");
        String holder = ACCOUNT + "user/ops/alice";
        assertThat(read.records())
                .extracting(Record::key)
                .containsExactly(
                        holder + " own Read",
                        holder + " own #2",
                        holder + " own #3",
                        ADMIN + " AdministratorAccess #1");
        assertThat(read.members(holder + " own Read"))
                .containsEntry("holder_kind", "user")
                .containsEntry("holder_name", "alice")
                .containsEntry("held_by", List.of("user alice"))
                .containsEntry("policy_arn", "")
                .containsEntry("inline", true)
                .containsEntry("attached", true)
                .containsEntry("sid", "Read")
                .containsEntry("effect", "Allow")
                .containsEntry("actions", List.of("s3:Get*", "s3:List*"))
                .containsEntry("resources", List.of("*"))
                .containsEntry("has_condition", false)
                .containsEntry("condition", "");
        assertThat(read.members(ADMIN + " AdministratorAccess #1"))
                .containsEntry("holder_kind", "policy")
                .containsEntry("held_by", List.of("group admins"))
                .containsEntry("policy_arn", ADMIN)
                .containsEntry("inline", false)
                .containsEntry("aws_managed", true)
                .containsEntry("attached", true)
                .containsEntry("actions", List.of())
                .containsEntry("not_actions", List.of("iam:*"));
    }

    @Test
    void aManagedPolicyComesWithAllVersionsThatAreKeptOfIt() {
        StoredRun.Read read = run("", "", "", POLICIES).read("iam.policies");
        assertThat(read.records()).singleElement().satisfies(policy -> {
            assertThat(policy.members()).containsEntry("DefaultVersionId", "v2");
            assertThat((List<?>) policy.members().get("PolicyVersionList"))
                    .extracting("VersionId", "IsDefaultVersion")
                    .containsExactly(tuple("v2", true), tuple("v1", false));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | * | *",
                "* | arn:aws:*:*:*:* | *",
                "* | arn:*:*::*:** | *",
                "* | arn:aws:iam::*:* | iam:*",
                "iam:Put* | arn:aws:iam::*:* | iam:Put*",
                "* | arn:aws:iam::333344445555:* | ''",
                "* | arn:aws:iam::*:role/* | ''",
                "* | arn:aws:*:us-east-1:*:* | ''",
            })
    void everyResourceMayAlsoBeWrittenAsAPattern(String action, String resource, String allows) {
        String inline = "<UserDetailList><member><Arn>" + ACCOUNT + "user/u</Arn><UserName>u</UserName><Path>/</Path>"
                + "<UserPolicyList><member><PolicyName>p</PolicyName><PolicyDocument>"
                + document("{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}")
                + "</PolicyDocument></member></UserPolicyList></member></UserDetailList>";
        assertThat(run(inline, "", "", "").read("iam.principals").members())
                .singleElement()
                .extracting("allows")
                .isEqualTo(allows.isEmpty() ? List.of() : List.of(allows));
    }

    @Test
    void aPrincipalHasWhatItsGroupsGrantToo() {
        StoredRun.Read read = run(USERS, GROUPS, "", POLICIES).read("iam.principals");
        assertThat(read.members())
                .containsExactly(Map.of(
                        "arn",
                        ACCOUNT + "user/ops/alice",
                        "name",
                        "alice",
                        "kind",
                        "user",
                        "path",
                        "/ops/",
                        "service_linked",
                        false,
                        "sso",
                        false,
                        "groups",
                        List.of("admins"),
                        "policies",
                        List.of("AdministratorAccess", "own"),
                        "allows",
                        List.of("*", "s3:Get*", "s3:List*")));
    }

    @Test
    void whatAnAttachedPolicyAllowsIsUnknownWhenItsDocumentDidNotCome() {
        StoredRun.Read read = run(USERS, GROUPS, "", "<Policies/>").read("iam.principals");
        assertThat(read.members().get(0)).doesNotContainKey("allows");
        assertThat(read.records().get(0).gaps())
                .extracting(Gap::message)
                .containsExactly("the policy " + ADMIN + " is not among the answers");
    }

    @Test
    void whatAGroupGrantsIsUnknownWhenTheGroupDidNotCome() {
        StoredRun.Read read = run(USERS, "<GroupDetailList/>", "", POLICIES).read("iam.principals");
        assertThat(read.members().get(0)).doesNotContainKey("allows");
        assertThat(read.records().get(0).gaps())
                .extracting(Gap::message)
                .containsExactly("the group admins is not among the answers");
    }

    @Test
    void rolesOfSingleSignOnAndOfServicesAreMarked() {
        String trust =
                document("{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"x\"},\"Action\":\"sts:AssumeRole\"}");
        String roles = role("AWSReservedSSO_Admin_1", "/aws-reserved/sso.amazonaws.com/", trust)
                + role("AWSServiceRoleForX", "/aws-service-role/x.amazonaws.com/", trust);
        StoredRun.Read read = run("<UserDetailList/>", "", roles, "").read("iam.principals");
        assertThat(read.members()).extracting("sso").containsExactly(true, false);
        assertThat(read.members()).extracting("service_linked").containsExactly(false, true);
    }

    @Test
    void aTrustIsARecordForEachPrincipal() {
        String trust = document("[{\"Sid\":\"Partners\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + "[\"arn:aws:iam::999988887777:root\",\"111122223333\"],\"Service\":\"lambda.amazonaws.com\"},"
                + "\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"x\"}}}]");
        StoredRun.Read read = run("", "", role("partner", "/", trust), "").read("iam.role-trusts");
        String role = ACCOUNT + "role/partner";
        assertThat(read.records())
                .extracting(Record::key)
                .containsExactly(
                        role + " Partners AWS arn:aws:iam::999988887777:root",
                        role + " Partners AWS 111122223333",
                        role + " Partners Service lambda.amazonaws.com");
        assertThat(read.members().get(0))
                .containsEntry("role", role)
                .containsEntry("role_name", "partner")
                .containsEntry("principal_kind", "AWS")
                .containsEntry("principal_account", "999988887777")
                .containsEntry("anyone", false)
                .containsEntry("actions", List.of("sts:AssumeRole"))
                .containsEntry("has_condition", true)
                .containsEntry("condition_keys", List.of("sts:ExternalId"))
                .containsEntry("condition", "{\"StringEquals\":{\"sts:ExternalId\":\"x\"}}");
    }

    @Test
    void oneDocumentThatCannotBeReadMakesItsReadingsUnknownAndNoOthers() {
        String good = document("{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}");
        String roles = role("good", "/", good) + role("bad", "/", "%7B%22Statement%22");
        StoredRun.Read read =
                run(USERS, GROUPS, roles, POLICIES).read("iam.role-trusts", "iam.policy-statements", "iam.roles");
        assertThat(read.coverage().get(0).gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.cause()).isEqualTo(Cause.MALFORMED);
            assertThat(gap.message()).startsWith(ACCOUNT + "role/bad: ");
        });
        assertThat(read.coverage().get(1).known()).isTrue();
        assertThat(read.coverage().get(2).records()).isEqualTo(2);
        assertThat(read.records()).extracting(Record::reading).doesNotContain("iam.role-trusts");
    }

    @Test
    void aTrustThatNamesNobodyIsNotSkipped() {
        String trust = document("{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"}");
        StoredRun.Read read = run("", "", role("odd", "/", trust), "").read("iam.role-trusts");
        assertThat(read.only().gaps())
                .extracting(Gap::message)
                .containsExactly(ACCOUNT + "role/odd, statement #1: it names no principal");
    }
}
