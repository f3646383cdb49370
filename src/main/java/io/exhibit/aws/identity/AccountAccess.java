package io.exhibit.aws.identity;

import io.exhibit.collect.Capture;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.ListGroupMembershipsResponse;
import software.amazon.awssdk.services.identitystore.model.ListGroupsResponse;
import software.amazon.awssdk.services.identitystore.model.ListUsersResponse;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;
import software.amazon.awssdk.services.ssoadmin.model.ListAccountAssignmentsResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListAccountsForProvisionedPermissionSetResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListPermissionSetsResponse;
import software.amazon.awssdk.services.ssoadmin.model.PrincipalType;

/** What one instance of Identity Center is asked: permission sets, where they are assigned and to whom, groups and people. */
final class AccountAccess {

    static final int PAGE = 100;

    /** Each pair of permission set and account is a question; so many take some minutes. */
    static final int ASKED = 5000;

    private final SsoAdminClient sso;
    private final IdentitystoreClient store;
    private final Capture capture;
    private final int size;
    private final Set<String> groups = new TreeSet<>();
    private int asked;

    AccountAccess(SsoAdminClient sso, IdentitystoreClient store, Capture capture, int size) {
        this.sso = sso;
        this.store = store;
        this.capture = capture;
        this.size = size;
    }

    void ask(InstanceMetadata instance) {
        String arn = instance.instanceArn();
        Set<String> sets = new LinkedHashSet<>();
        capture.pages(
                Call.of(IdentityCenter.SETS, arn),
                token -> sso.listPermissionSets(
                        r -> r.instanceArn(arn).maxResults(size).nextToken(token)),
                ListPermissionSetsResponse::nextToken,
                page -> sets.addAll(page.permissionSets()));
        sets.forEach(set -> permissionSet(arn, set));
        people(instance.identityStoreId());
    }

    private void permissionSet(String instance, String set) {
        capture.ask(
                Call.of(IdentityCenter.SET, set),
                () -> sso.describePermissionSet(r -> r.instanceArn(instance).permissionSetArn(set)));
        Set<String> accounts = new LinkedHashSet<>();
        capture.pages(
                Call.of(IdentityCenter.ACCOUNTS, set),
                token -> sso.listAccountsForProvisionedPermissionSet(r -> r.instanceArn(instance)
                        .permissionSetArn(set)
                        .maxResults(size)
                        .nextToken(token)),
                ListAccountsForProvisionedPermissionSetResponse::nextToken,
                page -> accounts.addAll(page.accountIds()));
        if (asked + accounts.size() > ASKED) {
            capture.without(
                    Call.of(IdentityCenter.ASSIGNMENTS, set),
                    Cause.TOO_MANY,
                    "no more than " + ASKED + " pairs of permission set and account are asked");
            return;
        }
        asked += accounts.size();
        accounts.forEach(account -> assignments(instance, set, account));
    }

    private void assignments(String instance, String set, String account) {
        capture.pages(
                Call.of(IdentityCenter.ASSIGNMENTS, account + " " + set),
                token -> sso.listAccountAssignments(r -> r.instanceArn(instance)
                        .permissionSetArn(set)
                        .accountId(account)
                        .maxResults(size)
                        .nextToken(token)),
                ListAccountAssignmentsResponse::nextToken,
                page -> page.accountAssignments().stream()
                        .filter(each -> each.principalType() == PrincipalType.GROUP)
                        .forEach(each -> groups.add(each.principalId())));
    }

    private void people(String directory) {
        capture.pages(
                Call.of(IdentityCenter.GROUPS, directory),
                token -> store.listGroups(
                        r -> r.identityStoreId(directory).maxResults(size).nextToken(token)),
                ListGroupsResponse::nextToken,
                page -> {});
        for (String group : groups) {
            capture.pages(
                    Call.of(IdentityCenter.MEMBERS, group),
                    token -> store.listGroupMemberships(r -> r.identityStoreId(directory)
                            .groupId(group)
                            .maxResults(size)
                            .nextToken(token)),
                    ListGroupMembershipsResponse::nextToken,
                    page -> {});
        }
        capture.pages(
                Call.of(IdentityCenter.USERS, directory),
                token -> store.listUsers(
                        r -> r.identityStoreId(directory).maxResults(size).nextToken(token)),
                ListUsersResponse::nextToken,
                page -> {});
    }
}
