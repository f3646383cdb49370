package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.OneJdk;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Coverage;
import io.exhibit.sandbox.world.MalwarePlan;
import io.exhibit.sandbox.world.Suppression;
import io.exhibit.sandbox.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** AWS's own command against what detectors look at, and what they leave out. */
@ExtendWith(AwsSandbox.class)
@OneJdk
final class AwsDetectionCommandTest {
    private static final String REGION = "us-east-1";

    private final World world = Calls.world(Calls.NOON);
    private final AwsCommand claims;

    AwsDetectionCommandTest(AwsCommand claims) {
        this.claims = claims;
    }

    @Test
    void filtersOfGuardDutyAreReadWithWhatTheyDo() throws Exception {
        List<Suppression> known = world.threatFilters(Accounts.CLAIMS, REGION);
        String own = " --detector-id " + detector(Accounts.CLAIMS);
        assertThat(claims.json("guardduty list-filters --page-size 1" + own).path("FilterNames"))
                .extracting(JsonNode::asText)
                .isEqualTo(known.stream().map(Suppression::name).toList());
        for (Suppression filter : known) {
            JsonNode one = claims.json("guardduty get-filter --filter-name " + filter.name() + own);
            assertThat(one.path("Action").asText()).isEqualTo(filter.action());
            assertThat(one.path("Description").asText()).isEqualTo(filter.description());
        }
        assertThat(claims.json("guardduty get-filter --filter-name own-scanner" + own)
                        .at("/FindingCriteria/Criterion/type/Equals/0")
                        .asText())
                .isEqualTo("Recon:EC2/Portscan");
        assertThat(claims.refusal("guardduty get-filter --filter-name nowhere" + own))
                .contains("BadRequestException");
    }

    @Test
    void membersOfGuardDutyAreThoseOfTheAdministrator() throws Exception {
        AwsCommand security = claims.in(Accounts.SECURITY);
        JsonNode members =
                security.json("guardduty list-members --page-size 2 --detector-id " + detector(Accounts.SECURITY));
        List<String> watched = world.accounts().stream()
                .filter(account -> !account.id().equals(Accounts.SECURITY))
                .map(account -> account.id())
                .filter(account -> world.detector(account, REGION).isPresent())
                .toList();
        assertThat(members.findValuesAsText("AccountId")).isEqualTo(watched);
        assertThat(members.findValuesAsText("RelationshipStatus")).contains("Enabled");
        assertThat(claims.json("guardduty list-members --detector-id " + detector(Accounts.CLAIMS))
                        .path("Members"))
                .isEmpty();
    }

    @Test
    void malwarePlansOfBucketsAreRead() throws Exception {
        List<MalwarePlan> known = world.malwarePlans(Accounts.CLAIMS, REGION);
        assertThat(claims.json("guardduty list-malware-protection-plans").findValuesAsText("MalwareProtectionPlanId"))
                .isEqualTo(known.stream().map(MalwarePlan::id).toList());
        for (MalwarePlan plan : known) {
            JsonNode one =
                    claims.json("guardduty get-malware-protection-plan --malware-protection-plan-id " + plan.id());
            assertThat(one.at("/ProtectedResource/S3Bucket/BucketName").asText())
                    .isEqualTo(plan.bucket());
            assertThat(one.path("Status").asText()).isEqualTo(plan.status());
        }
    }

    @Test
    void coverageOfInspectorIsListedAndCounted() throws Exception {
        List<Coverage> known = world.coverage(Accounts.CLAIMS, REGION);
        JsonNode covered = claims.json("inspector2 list-coverage --page-size 4");
        assertThat(covered.findValuesAsText("resourceId"))
                .isEqualTo(known.stream().map(Coverage::id).toList());
        assertThat(covered.findValuesAsText("reason"))
                .isEqualTo(known.stream().map(Coverage::reason).toList());
        JsonNode counts = claims.json("inspector2 list-coverage-statistics --group-by SCAN_STATUS_CODE");
        assertThat(counts.path("totalCounts").asInt()).isEqualTo(known.size());
        long active = known.stream().filter(Coverage::active).count();
        assertThat(counts.at("/countsByGroup/0/groupKey").asText()).isEqualTo("ACTIVE");
        assertThat(counts.at("/countsByGroup/0/count").asLong()).isEqualTo(active);
        assertThat(counts.at("/countsByGroup/1/count").asLong()).isEqualTo(known.size() - active);
    }

    @Test
    void filtersOfInspectorAreKeptByTheAdministrator() throws Exception {
        JsonNode filters = claims.in(Accounts.SECURITY).json("inspector2 list-filters");
        List<Suppression> known = world.weaknessFilters(Accounts.SECURITY, REGION);
        assertThat(filters.findValuesAsText("name"))
                .isEqualTo(known.stream().map(Suppression::name).toList());
        assertThat(filters.findValuesAsText("action"))
                .isEqualTo(known.stream().map(Suppression::action).toList());
        assertThat(filters.at("/filters/0/criteria/severity/0/value").asText()).isEqualTo("INFORMATIONAL");
    }

    @Test
    void archiveRulesOfAnalyzersAreRead() throws Exception {
        JsonNode rules = claims.json("accessanalyzer list-archive-rules --analyzer-name external-access");
        assertThat(rules.findValuesAsText("ruleName"))
                .isEqualTo(world
                        .archiveRules(
                                Accounts.CLAIMS,
                                world.analyzers(Accounts.CLAIMS, REGION).get(0))
                        .stream()
                        .map(Suppression::name)
                        .toList());
        assertThat(rules.at("/archiveRules/0/filter")
                        .path("principal.AWS")
                        .at("/eq/0")
                        .asText())
                .isEqualTo("999900001111");
        assertThat(claims.json("accessanalyzer get-analyzer --analyzer-name external-access")
                        .at("/analyzer/arn")
                        .asText())
                .isEqualTo(world.analyzers(Accounts.CLAIMS, REGION).get(0).arn());
    }

    @Test
    void analyzersForUnusedAccessSayAfterHowManyDays() throws Exception {
        String words = "accessanalyzer get-analyzer --analyzer-name unused-access";
        claims.assumePrints(words, "unusedAccess");
        assertThat(claims.json(words)
                        .at("/analyzer/configuration/unusedAccess/unusedAccessAge")
                        .asInt())
                .isEqualTo(90);
    }

    @Test
    void securityHubIsReadWithItsStandards() throws Exception {
        assertThat(claims.json("securityhub describe-hub").path("HubArn").asText())
                .isEqualTo("arn:aws:securityhub:us-east-1:333344445555:hub/default");
        assertThat(claims.json("securityhub get-enabled-standards --page-size 2")
                        .findValuesAsText("StandardsArn"))
                .containsExactly(
                        "arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0",
                        "arn:aws:securityhub:us-east-1::standards/cis-aws-foundations-benchmark/v/3.0.0",
                        "arn:aws:securityhub:us-east-1::standards/nist-800-53/v/5.0.0");
        assertThat(claims.in(Accounts.SANDBOX).refusal("securityhub describe-hub"))
                .contains("is not subscribed to AWS Security Hub");
    }

    private String detector(String account) {
        return world.detector(account, REGION).orElseThrow();
    }
}
