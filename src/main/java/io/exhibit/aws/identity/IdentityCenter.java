package io.exhibit.aws.identity;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsLandscape;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesResponse;

/**
 * IAM Identity Center: its instances, and who gets into which account with which permission set. An instance lies in one
 * region, which nothing but asking tells, and is seen by other accounts too; what it holds only its owner is asked. No
 * instance is an empty list. Who is in a group is asked of the groups that get into an account; how to reach people is cut.
 */
public final class IdentityCenter implements Collector {

    static final String INSTANCES = "sso:ListInstances";
    static final String SETS = "sso:ListPermissionSets";
    static final String SET = "sso:DescribePermissionSet";
    static final String ACCOUNTS = "sso:ListAccountsForProvisionedPermissionSet";
    static final String ASSIGNMENTS = "sso:ListAccountAssignments";
    static final String GROUPS = "identitystore:ListGroups";
    static final String MEMBERS = "identitystore:ListGroupMemberships";
    static final String USERS = "identitystore:ListUsers";

    public static final Source SOURCE = new Source(
            "sso.identity-center",
            "IAM Identity Center",
            Scope.REGION,
            List.of(
                    json(INSTANCES, "InstanceArn", "Instances"),
                    json(SETS, "", "PermissionSets"),
                    json(SET, "PermissionSetArn", "PermissionSet"),
                    json(ACCOUNTS, "", "AccountIds"),
                    json(ASSIGNMENTS, "PrincipalId", "AccountAssignments"),
                    json(GROUPS, "GroupId", "Groups"),
                    // An assignment outlives its group.
                    facts(json(MEMBERS, "MembershipId", "GroupMemberships"), "ResourceNotFoundException"),
                    json(USERS, "UserId", "Users")),
            List.of(
                    reading(
                            "sso.instances",
                            "instances of Identity Center",
                            "InstanceArn",
                            "Instances",
                            List.of(INSTANCES)),
                    joined(
                            reading(
                                    "sso.permission-sets",
                                    "permission sets",
                                    "PermissionSetArn",
                                    "PermissionSets",
                                    List.of(SETS, INSTANCES)),
                            SET,
                            ACCOUNTS),
                    derived(reading(
                            "sso.assignments",
                            "assignments to accounts",
                            "key",
                            "AccountAssignments",
                            List.of(ASSIGNMENTS, ACCOUNTS, SETS, INSTANCES))),
                    derived(reading(
                            "sso.account-access",
                            "people with access to accounts",
                            "key",
                            "",
                            List.of(ASSIGNMENTS, ACCOUNTS, SETS, SET, GROUPS, MEMBERS, USERS, INSTANCES))),
                    reading("sso.groups", "groups of Identity Center", "GroupId", "Groups", List.of(GROUPS, INSTANCES)),
                    derived(reading(
                            "sso.group-members",
                            "members of groups that open accounts",
                            "key",
                            "",
                            List.of(ASSIGNMENTS, ACCOUNTS, SETS, GROUPS, MEMBERS, USERS, INSTANCES))),
                    reading("sso.users", "users of Identity Center", "UserId", "Users", List.of(USERS, INSTANCES))));

    private final AwsClients clients;
    private final AwsLandscape landscape;

    public IdentityCenter(AwsClients clients, AwsLandscape landscape) {
        this.clients = clients;
        this.landscape = landscape;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        SsoAdminClient sso = clients.regional("sso", target, SsoAdminClient::builder);
        int size = clients.page(AccountAccess.PAGE);
        Set<InstanceMetadata> instances = new LinkedHashSet<>();
        capture.pages(
                Call.of(INSTANCES),
                token -> sso.listInstances(r -> r.maxResults(size).nextToken(token)),
                ListInstancesResponse::nextToken,
                page -> instances.addAll(page.instances()));
        for (InstanceMetadata instance : instances) {
            if (holdsAccess(instance, target.account())) {
                IdentitystoreClient store = clients.regional("identitystore", target, IdentitystoreClient::builder);
                new AccountAccess(sso, store, capture, size).ask(instance);
            }
        }
    }

    /** An instance that a member account has made for itself opens applications, and no account. */
    private boolean holdsAccess(InstanceMetadata instance, String account) {
        return account.equals(instance.ownerAccountId()) && landscape.mayManage(account);
    }
}
