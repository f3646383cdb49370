package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.OneJdk;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Analyzer;
import io.exhibit.sandbox.world.ControlPolicy;
import io.exhibit.sandbox.world.CredentialReport;
import io.exhibit.sandbox.world.Exposure;
import io.exhibit.sandbox.world.Key;
import io.exhibit.sandbox.world.ManagedPolicy;
import io.exhibit.sandbox.world.Regions;
import io.exhibit.sandbox.world.Report;
import io.exhibit.sandbox.world.Role;
import io.exhibit.sandbox.world.SecurityGroup;
import io.exhibit.sandbox.world.Threat;
import io.exhibit.sandbox.world.Unit;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.Weakness;
import io.exhibit.sandbox.world.World;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsSandbox.class)
@OneJdk
final class AwsCommandTest {
    private final World world = Calls.world(Calls.NOON);
    private final AwsCommand claims;

    AwsCommandTest(AwsCommand claims) {
        this.claims = claims;
    }

    @Test
    void stsSaysWhoAsksAndOpensARoleSession() throws Exception {
        assertThat(claims.json("sts get-caller-identity").path("Account").asText())
                .isEqualTo(Accounts.CLAIMS);
        JsonNode session = claims.json("sts assume-role --role-session-name exhibit --role-arn "
                + "arn:aws:iam::444455556666:role/ExhibitCollector");
        assertThat(session.at("/Credentials/AccessKeyId").asText()).startsWith("ASIA444455556666");
    }

    @Test
    void credentialReportIsMadeAndFetched() throws Exception {
        AwsCommand portal = claims.in(Accounts.PORTAL);
        assertThat(portal.refusal("iam get-credential-report")).contains("ReportNotPresent");
        assertThat(portal.json("iam generate-credential-report").path("State").asText())
                .isEqualTo("STARTED");
        assertThat(portal.json("iam generate-credential-report").path("State").asText())
                .isEqualTo("COMPLETE");
        JsonNode report = portal.json("iam get-credential-report");
        assertThat(Base64.getDecoder().decode(report.path("Content").asText()))
                .isEqualTo(CredentialReport.of(world, Accounts.PORTAL));
        assertThat(report.path("GeneratedTime").asText()).startsWith("2026-10-14T12:00:00");
    }

    @Test
    void authorizationDetailsComeInSeveralPages() throws Exception {
        JsonNode details = claims.json("iam get-account-authorization-details --page-size 5");
        assertThat(texts(details, "UserDetailList", "UserName"))
                .isEqualTo(world.users(Accounts.CLAIMS).stream().map(User::name).toList());
        assertThat(texts(details, "RoleDetailList", "Arn"))
                .isEqualTo(world.roles(Accounts.CLAIMS).stream()
                        .map(role -> role.arn(Accounts.CLAIMS))
                        .toList());
        assertThat(texts(details, "Policies", "Arn"))
                .isEqualTo(world.policies(Accounts.CLAIMS).stream()
                        .map(ManagedPolicy::arn)
                        .toList());
        JsonNode trust = details.at("/RoleDetailList/0/AssumeRolePolicyDocument");
        Role first = world.roles(Accounts.CLAIMS).get(0);
        assertThat(trust.toString()).isEqualTo(first.trust());
        assertThat(texts(claims.json("iam list-users --page-size 4"), "Users", "UserName"))
                .hasSize(11);
    }

    @Test
    void iamCountsPasswordPolicyAndProviders() throws Exception {
        assertThat(claims.json("iam get-account-summary")
                        .at("/SummaryMap/Users")
                        .asInt())
                .isEqualTo(11);
        assertThat(claims.json("iam get-account-password-policy")
                        .at("/PasswordPolicy/MinimumPasswordLength")
                        .asInt())
                .isEqualTo(14);
        assertThat(claims.json("iam list-saml-providers").path("SAMLProviderList"))
                .hasSize(1);
        assertThat(claims.json("iam list-open-id-connect-providers").path("OpenIDConnectProviderList"))
                .hasSize(1);
    }

    @Test
    void organizationIsReadThroughShortAndEmptyPages() throws Exception {
        AwsCommand management = claims.in(Accounts.MANAGEMENT);
        JsonNode accounts = management.json("organizations list-accounts --page-size 3");
        assertThat(texts(accounts, "Accounts", "Id"))
                .isEqualTo(world.accounts().stream().map(Account::id).toList());
        // Older commands know no State.
        String state = accounts.at("/Accounts/0").has("State") ? "State" : "Status";
        assertThat(texts(accounts, "Accounts", state)).contains("ACTIVE", "SUSPENDED");
        assertThat(management
                        .json("organizations describe-organization")
                        .at("/Organization/Id")
                        .asText())
                .isEqualTo("o-exh1b1torg");
        assertThat(texts(management.json("organizations list-roots"), "Roots", "Id"))
                .containsExactly("r-ex1b");
        JsonNode units = management.json("organizations list-organizational-units-for-parent --parent-id r-ex1b");
        assertThat(texts(units, "OrganizationalUnits", "Name"))
                .isEqualTo(Unit.below("r-ex1b").stream().map(Unit::name).toList());
        JsonNode below = management.json("organizations list-accounts-for-parent --parent-id ou-ex1b-pr0duct1");
        assertThat(texts(below, "Accounts", "Name")).containsExactly("claims-prod", "portal-prod");
    }

    @Test
    void controlPoliciesAreReadWithTextAndTargets() throws Exception {
        AwsCommand security = claims.in(Accounts.SECURITY);
        JsonNode policies = security.json("organizations list-policies --filter SERVICE_CONTROL_POLICY");
        assertThat(texts(policies, "Policies", "Description"))
                .isEqualTo(world.controlPolicies().stream()
                        .map(ControlPolicy::description)
                        .toList());
        ControlPolicy logging = world.controlPolicies().get(2);
        assertThat(security.json("organizations describe-policy --policy-id " + logging.id())
                        .at("/Policy/Content")
                        .asText())
                .isEqualTo(logging.content());
        JsonNode targets = security.json("organizations list-targets-for-policy --policy-id p-FullAWSAccess");
        assertThat(texts(targets, "Targets", "TargetId"))
                .isEqualTo(world.controlPolicies().get(0).targets());
    }

    @Test
    void regionsAndSecurityGroupsAreRead() throws Exception {
        JsonNode regions = claims.json("ec2 describe-regions --all-regions");
        assertThat(texts(regions, "Regions", "RegionName"))
                .containsAll(Regions.ALL.subList(0, 3))
                .hasSize(14);
        JsonNode groups = claims.json("ec2 describe-security-groups --page-size 5");
        List<SecurityGroup> known = world.securityGroups(Accounts.CLAIMS, "us-east-1");
        assertThat(texts(groups, "SecurityGroups", "GroupId"))
                .isEqualTo(known.stream().map(SecurityGroup::id).toList());
        assertThat(groups.at("/SecurityGroups/2/Tags").findValuesAsText("Value"))
                .containsExactlyInAnyOrderElementsOf(known.get(2).tags().values());
    }

    @Test
    void keysAreReadWithAliasesRotationAndPolicy() throws Exception {
        List<Key> keys = world.keys(Accounts.CLAIMS, "us-east-1");
        assertThat(texts(claims.json("kms list-keys --page-size 3"), "Keys", "KeyId"))
                .isEqualTo(keys.stream().map(Key::id).toList());
        assertThat(texts(claims.json("kms list-aliases --page-size 4"), "Aliases", "AliasName"))
                .containsAll(keys.stream().map(Key::alias).toList());
        Key archive = keys.get(1);
        assertThat(claims.json("kms describe-key --key-id " + archive.id())
                        .at("/KeyMetadata/KeyManager")
                        .asText())
                .isEqualTo("CUSTOMER");
        assertThat(claims.json("kms get-key-rotation-status --key-id " + archive.id())
                        .path("KeyRotationEnabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(claims.json("kms get-key-policy --policy-name default --key-id " + archive.id())
                        .path("Policy")
                        .asText())
                .isEqualTo(archive.policy());
    }

    @Test
    void guardDutyFindingsAreReadByDetector() throws Exception {
        String detector = texts(claims.json("guardduty list-detectors"), "DetectorIds", "")
                .get(0);
        assertThat(claims.json("guardduty get-detector --detector-id " + detector)
                        .path("Status")
                        .asText())
                .isEqualTo("ENABLED");
        List<Threat> threats = world.threats(Accounts.CLAIMS, "us-east-1");
        JsonNode ids = claims.json("guardduty list-findings --page-size 2 --detector-id " + detector);
        assertThat(texts(ids, "FindingIds", ""))
                .isEqualTo(threats.stream().map(Threat::id).toList());
        JsonNode findings = claims.json("guardduty get-findings --detector-id " + detector + " --finding-ids "
                + String.join(" ", threats.stream().map(Threat::id).toList()));
        assertThat(texts(findings, "Findings", "Title"))
                .isEqualTo(threats.stream().map(Threat::title).toList());
        assertThat(claims.in(Accounts.PORTAL).at("eu-west-1").refusal("guardduty list-detectors"))
                .contains("service control policy: arn:aws:organizations::111122223333:policy/o-exh1b1torg");
    }

    @Test
    void inspectorFindingsComeInSeveralPages() throws Exception {
        JsonNode status = claims.json("inspector2 batch-get-account-status");
        assertThat(status.at("/accounts/0/resourceState/ecr/status").asText()).isEqualTo("ENABLED");
        List<Weakness> known = world.weaknesses(Accounts.CLAIMS, "us-east-1");
        JsonNode findings = claims.json(
                "inspector2 list-findings --page-size 3 --filter-criteria",
                "{\"awsAccountId\":[{\"comparison\":\"EQUALS\",\"value\":\"333344445555\"}]}");
        assertThat(texts(findings, "findings", "severity"))
                .isEqualTo(known.stream().map(Weakness::severity).toList());
        assertThat(texts(findings, "findings", "status"))
                .isEqualTo(known.stream().map(Weakness::status).toList());
    }

    @Test
    void analyzersAreRead() throws Exception {
        assertThat(texts(claims.json("accessanalyzer list-analyzers"), "analyzers", "type"))
                .containsExactly("ACCOUNT", "ACCOUNT_UNUSED_ACCESS", "ACCOUNT_INTERNAL_ACCESS");
    }

    @Test
    void exposuresAreRead() throws Exception {
        Analyzer analyzer = world.analyzers(Accounts.CLAIMS, "us-east-1").get(0);
        List<Exposure> known = world.exposures(Accounts.CLAIMS, analyzer);
        JsonNode findings =
                claims.json("accessanalyzer list-findings-v2 --page-size 2 --analyzer-arn " + analyzer.arn());
        assertThat(texts(findings, "findings", "id"))
                .isEqualTo(known.stream().map(Exposure::id).toList());
        JsonNode one = claims.json("accessanalyzer get-finding-v2 --analyzer-arn " + analyzer.arn() + " --id "
                + known.get(1).id());
        assertThat(one.at("/findingDetails/0/externalAccessDetails/principal/AWS")
                        .asText())
                .isEqualTo("888877776666");
    }

    @Test
    void artifactReportsAndAgreementsAreRead() throws Exception {
        AwsCommand management = claims.in(Accounts.MANAGEMENT);
        List<Report> known = world.reports();
        JsonNode reports = management.json("artifact list-reports --page-size 3");
        assertThat(texts(reports, "reports", "description"))
                .isEqualTo(known.stream().map(Report::description).toList());
        String id = known.get(0).id();
        assertThat(management
                        .json("artifact get-report-metadata --report-version 6 --report-id " + id)
                        .at("/reportDetails/periodEnd")
                        .asText())
                .startsWith("2025-09-30");
        String token = management
                .json("artifact get-term-for-report --report-id " + id)
                .path("termToken")
                .asText();
        assertThat(management
                        .json("artifact get-report --report-id " + id + " --term-token " + token)
                        .path("documentPresignedUrl")
                        .asText())
                .contains("/7/report.pdf?X-Amz-Algorithm=");
        assertThat(texts(management.json("artifact list-customer-agreements"), "customerAgreements", "state"))
                .containsExactly("ACTIVE", "ACTIVE");
    }

    /** A member of every item of a list; "" for a list of plain texts. */
    private static List<String> texts(JsonNode answer, String list, String member) {
        List<String> texts = new ArrayList<>();
        answer.path(list)
                .forEach(item -> texts.add(
                        member.isEmpty() ? item.asText() : item.path(member).asText()));
        return texts;
    }
}
