package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Record;
import io.exhibit.read.StoredRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrganizationsTest {

    private static final String UNITS = "organizations:ListOrganizationalUnitsForParent";
    private static final String MEMBERS = "organizations:ListAccountsForParent";

    private static StoredRun accounts() {
        return StoredRun.of("organizations")
                .answer(
                        "organizations:DescribeOrganization",
                        "{\"Organization\":{\"Id\":\"o-1\",\"MasterAccountId\":\"111122223333\"}}")
                .answer("organizations:ListRoots", "{\"Roots\":[{\"Id\":\"r-1\",\"Name\":\"Root\"}]}")
                .answer(
                        "organizations:ListAccounts",
                        "{\"Accounts\":[{\"Id\":\"111122223333\",\"Name\":\"management\",\"State\":\"ACTIVE\",\"Status\":\"ACTIVE\"}],\"NextToken\":\"t\"}")
                .answer("organizations:ListAccounts", "{\"Accounts\":[],\"NextToken\":\"u\"}")
                .answer(
                        "organizations:ListAccounts",
                        "{\"Accounts\":[{\"Id\":\"222233334444\",\"Name\":\"audit\",\"Status\":\"SUSPENDED\"}]}");
    }

    private static StoredRun tree(StoredRun run) {
        return run.answer(UNITS, "r-1", "{\"OrganizationalUnits\":[{\"Id\":\"ou-1\",\"Name\":\"Security\"}]}")
                .answer(MEMBERS, "r-1", "{\"Accounts\":[{\"Id\":\"111122223333\"}]}")
                .answer(UNITS, "ou-1", "{\"OrganizationalUnits\":[{\"Id\":\"ou-2\",\"Name\":\"Audit\"}]}")
                .answer(MEMBERS, "ou-1", "{\"Accounts\":[]}")
                .answer(UNITS, "ou-2", "{\"OrganizationalUnits\":[]}")
                .answer(MEMBERS, "ou-2", "{\"Accounts\":[{\"Id\":\"222233334444\"}]}");
    }

    @Test
    void anAccountKnowsItsPlaceInTheTree() {
        StoredRun.Read read = tree(accounts()).read("organizations.accounts");
        assertThat(read.members("111122223333")).containsEntry("parent", "r-1").containsEntry("path", "/");
        assertThat(read.members("222233334444"))
                .containsEntry("parent", "ou-2")
                .containsEntry("path", "/Security/Audit")
                .containsEntry("ancestors", List.of("ou-2", "ou-1", "r-1"));
        assertThat(read.records()).allSatisfy(r -> assertThat(r.gaps()).isEmpty());
    }

    @Test
    void theStateIsTheStatusWhereAwsGivesNoState() {
        StoredRun.Read read = tree(accounts()).read("organizations.accounts");
        assertThat(read.members()).extracting("State").containsExactly("ACTIVE", "SUSPENDED");
    }

    @Test
    void aTreeThatCouldNotBeReadLeavesThePathUnknownAndTheAccountsKnown() {
        StoredRun.Read read = accounts().gap(UNITS, "r-1", Cause.DENIED).read("organizations.accounts");
        assertThat(read.only().known()).isTrue();
        assertThat(read.members("222233334444")).doesNotContainKeys("parent", "path", "ancestors");
        assertThat(read.record("222233334444").gaps()).extracting(Gap::cause).containsExactly(Cause.DENIED);
    }

    @Test
    void aUnitNamesItsParent() {
        StoredRun.Read read = tree(accounts()).read("organizations.units");
        assertThat(read.members())
                .containsExactly(
                        Map.of("Id", "ou-1", "Name", "Security", "parent", "r-1"),
                        Map.of("Id", "ou-2", "Name", "Audit", "parent", "ou-1"));
    }

    @Test
    void thePoliciesOverAnAccountAreItsOwnAndThoseOnTheWayToTheRoot() {
        StoredRun.Read read = tree(accounts())
                .answer(
                        "organizations:ListPolicies",
                        "{\"Policies\":[{\"Id\":\"p-1\",\"Name\":\"FullAWSAccess\"},{\"Id\":\"p-2\",\"Name\":\"guard\"}]}")
                .answer(
                        "organizations:DescribePolicy",
                        "p-1",
                        "{\"Policy\":{\"PolicySummary\":{\"Id\":\"p-1\"},\"Content\":\"{}\"}}")
                .answer(
                        "organizations:DescribePolicy",
                        "p-2",
                        "{\"Policy\":{\"PolicySummary\":{\"Id\":\"p-2\"},\"Content\":\"x\"}}")
                .answer("organizations:ListTargetsForPolicy", "p-1", "{\"Targets\":[{\"TargetId\":\"r-1\"}]}")
                .answer("organizations:ListTargetsForPolicy", "p-2", "{\"Targets\":[{\"TargetId\":\"ou-1\"}]}")
                .read("organizations.effective-scps");
        Map<String, Object> full = Map.of(
                "id", "p-1",
                "name", "FullAWSAccess",
                "attached_to", "r-1",
                "content_digest", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(read.records()).extracting(Record::key).containsExactly("111122223333", "222233334444");
        assertThat(read.members("111122223333"))
                .containsEntry("management", true)
                .containsEntry("policies", List.of(full));
        assertThat(read.members("222233334444"))
                .containsEntry("management", false)
                .containsEntry(
                        "policies",
                        List.of(
                                Map.of(
                                        "id", "p-2",
                                        "name", "guard",
                                        "attached_to", "ou-1",
                                        "content_digest",
                                                "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"),
                                full));
    }

    @Test
    void aResourcePolicyHasItsTargetsAndTheDigestOfItsContent() {
        StoredRun.Read read = StoredRun.of("organizations.resource-policies")
                .answer("organizations:ListPolicies", "{\"Policies\":[{\"Id\":\"p-1\"},{\"Id\":\"p-2\"}]}")
                .answer(
                        "organizations:DescribePolicy",
                        "p-1",
                        "{\"Policy\":{\"PolicySummary\":{\"Id\":\"p-1\"},\"Content\":\"{}\"}}")
                .answer("organizations:ListTargetsForPolicy", "p-1", "{\"Targets\":[{\"TargetId\":\"r-1\"}]}")
                .answer("organizations:ListTargetsForPolicy", "p-2", "{\"Targets\":[]}")
                .gap("organizations:DescribePolicy", "p-2", Cause.DENIED)
                .read("organizations.resource-policies");
        assertThat(read.members("p-1"))
                .containsEntry("Targets", List.of(Map.of("TargetId", "r-1")))
                .containsEntry("content_digest", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(read.record("p-1").gaps()).isEmpty();
        assertThat(read.members("p-2")).doesNotContainKey("content_digest");
        assertThat(read.record("p-2").gaps()).extracting(Gap::cause).containsExactly(Cause.DENIED);
    }

    @Test
    void aDelegatedAdministratorHasItsServices() {
        StoredRun.Read read = StoredRun.of("organizations.delegations")
                .answer(
                        "organizations:ListDelegatedAdministrators",
                        "{\"DelegatedAdministrators\":[{\"Id\":\"222233334444\"}]}")
                .answer(
                        "organizations:ListDelegatedServicesForAccount",
                        "222233334444",
                        "{\"DelegatedServices\":[{\"ServicePrincipal\":\"guardduty.amazonaws.com\"}]}")
                .gap("organizations:ListAWSServiceAccessForOrganization", "", Cause.DENIED)
                .read("organizations.delegated-administrators", "organizations.trusted-services");
        assertThat(read.members())
                .containsExactly(Map.of(
                        "Id",
                        "222233334444",
                        "DelegatedServices",
                        List.of(Map.of("ServicePrincipal", "guardduty.amazonaws.com"))));
        assertThat(read.coverage().get(1).known()).isFalse();
    }

    @Test
    void withoutAnOrganizationThereAreNoAccountsAndThatIsKnown() {
        StoredRun.Read read = StoredRun.of("organizations")
                .fact("organizations:DescribeOrganization", "AWSOrganizationsNotInUseException")
                .fact("organizations:ListAccounts", "AWSOrganizationsNotInUseException")
                .read("organizations.organization", "organizations.accounts", "organizations.effective-scps");
        assertThat(read.records()).isEmpty();
        assertThat(read.coverage()).allSatisfy(c -> assertThat(c.known()).isTrue());
    }
}
