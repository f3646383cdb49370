package io.exhibit.aws.organization;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsLandscape;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/** The organization: its tree, its accounts, its service control policies and what these are attached to. */
public final class Organizations implements Collector {

    /** Without an organization every call that needs none of the tree is answered by this. */
    static final String NOT_IN_USE = "AWSOrganizationsNotInUseException";

    public static final Source SOURCE = new Source(
            "organizations",
            "Organization",
            Scope.ORGANIZATION,
            List.of(
                    facts(json("organizations:DescribeOrganization", "Id", "Organization"), NOT_IN_USE),
                    facts(json("organizations:ListRoots", "Id", "Roots"), NOT_IN_USE),
                    json("organizations:ListOrganizationalUnitsForParent", "Id", "OrganizationalUnits"),
                    facts(json("organizations:ListAccounts", "Id", "Accounts"), NOT_IN_USE),
                    json("organizations:ListAccountsForParent", "Id", "Accounts"),
                    facts(json("organizations:ListPolicies", "Id", "Policies"), NOT_IN_USE),
                    json("organizations:DescribePolicy", "PolicySummary", "Policy"),
                    json("organizations:ListTargetsForPolicy", "TargetId", "Targets")),
            List.of(
                    reading(
                            "organizations.organization",
                            "organizations",
                            "Id",
                            "Organization",
                            List.of("organizations:DescribeOrganization")),
                    reading("organizations.roots", "roots", "Id", "Roots", List.of("organizations:ListRoots")),
                    derived(reading(
                            "organizations.units",
                            "organizational units",
                            "Id",
                            "OrganizationalUnits",
                            List.of("organizations:ListOrganizationalUnitsForParent", "organizations:ListRoots"))),
                    derived(joined(
                            reading(
                                    "organizations.accounts",
                                    "accounts",
                                    "Id",
                                    "Accounts",
                                    List.of("organizations:ListAccounts")),
                            "organizations:ListAccountsForParent",
                            "organizations:ListOrganizationalUnitsForParent",
                            "organizations:ListRoots")),
                    joined(
                            reading(
                                    "organizations.policies",
                                    "service control policies",
                                    "Id",
                                    "Policies",
                                    List.of("organizations:ListPolicies")),
                            "organizations:DescribePolicy",
                            "organizations:ListTargetsForPolicy"),
                    derived(reading(
                            "organizations.effective-scps",
                            "accounts with the policies that bind them",
                            "account",
                            "Accounts",
                            List.of(
                                    "organizations:ListAccounts",
                                    "organizations:DescribeOrganization",
                                    "organizations:ListRoots",
                                    "organizations:ListOrganizationalUnitsForParent",
                                    "organizations:ListAccountsForParent",
                                    "organizations:ListPolicies",
                                    "organizations:DescribePolicy",
                                    "organizations:ListTargetsForPolicy")))));

    static final int PAGE = 20;

    private final AwsClients clients;
    private final AwsLandscape landscape;

    public Organizations(AwsClients clients, AwsLandscape landscape) {
        this.clients = clients;
        this.landscape = landscape;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public boolean charts() {
        return true;
    }

    @Override
    public void collect(Target target, Capture capture) {
        OrganizationsClient client = clients.organizations();
        capture.ask(Call.of("organizations:DescribeOrganization"), client::describeOrganization)
                .ifPresent(answer -> landscape.organization(
                        answer.organization().id(), answer.organization().masterAccountId()));
        Set<String> roots = new LinkedHashSet<>();
        capture.pages(
                Call.of("organizations:ListRoots"),
                token -> client.listRoots(r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListRootsResponse::nextToken,
                page -> page.roots().forEach(root -> roots.add(root.id())));
        boolean all = capture.pages(
                Call.of("organizations:ListAccounts"),
                token -> client.listAccounts(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListAccountsResponse::nextToken,
                page -> page.accounts().forEach(a -> landscape.account(a.id(), a.name(), state(a))));
        if (all) {
            landscape.accountsEnd();
        }
        Set<String> seen = new HashSet<>(roots);
        roots.forEach(root -> tree(client, capture, root, "/", seen));
        PolicyListing.ask(client, capture, PolicyType.SERVICE_CONTROL_POLICY, clients.page(PAGE));
    }

    /** AWS retired Status in favour of State in September 2026; older answers have only the former. */
    private static String state(Account account) {
        String state = account.stateAsString() == null ? account.statusAsString() : account.stateAsString();
        return state == null ? "UNKNOWN" : state;
    }

    /** The units and accounts right below a parent, then below each of its units. */
    private void tree(OrganizationsClient client, Capture capture, String parent, String path, Set<String> seen) {
        capture.pages(
                Call.of("organizations:ListAccountsForParent", parent),
                token -> client.listAccountsForParent(
                        r -> r.parentId(parent).maxResults(clients.page(PAGE)).nextToken(token)),
                ListAccountsForParentResponse::nextToken,
                page -> page.accounts().forEach(a -> landscape.path(a.id(), path)));
        Map<String, String> below = new LinkedHashMap<>();
        capture.pages(
                Call.of("organizations:ListOrganizationalUnitsForParent", parent),
                token -> client.listOrganizationalUnitsForParent(
                        r -> r.parentId(parent).maxResults(clients.page(PAGE)).nextToken(token)),
                ListOrganizationalUnitsForParentResponse::nextToken,
                page -> page.organizationalUnits().forEach(unit -> below.put(unit.id(), unit.name())));
        below.forEach((id, name) -> {
            if (seen.add(id)) {
                tree(client, capture, id, path.equals("/") ? "/" + name : path + "/" + name, seen);
            } else {
                Call again = Call.of("organizations:ListOrganizationalUnitsForParent", id);
                capture.without(again, Cause.LOOPING, "the unit was listed before, below another parent");
            }
        });
    }
}
