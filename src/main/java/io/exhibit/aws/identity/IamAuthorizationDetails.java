package io.exhibit.aws.identity;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Users, groups, roles and policies of an account with every policy document. A managed policy comes with all versions that
 * IAM keeps of it (PolicyVersionList, at most five), so that ListPolicyVersions is asked of none.
 */
public final class IamAuthorizationDetails implements Collector {

    public static final Source SOURCE = new Source(
            "iam.authorization-details",
            "IAM authorization details",
            Scope.ACCOUNT,
            List.of(query(
                    "iam:GetAccountAuthorizationDetails",
                    "Arn",
                    "UserDetailList",
                    "GroupDetailList",
                    "RoleDetailList",
                    "Policies")),
            List.of(
                    reading(
                            "iam.users",
                            "users",
                            "Arn",
                            "UserDetailList",
                            List.of("iam:GetAccountAuthorizationDetails")),
                    reading(
                            "iam.groups",
                            "groups",
                            "Arn",
                            "GroupDetailList",
                            List.of("iam:GetAccountAuthorizationDetails")),
                    reading(
                            "iam.roles",
                            "roles",
                            "Arn",
                            "RoleDetailList",
                            List.of("iam:GetAccountAuthorizationDetails")),
                    reading(
                            "iam.policies",
                            "managed policies",
                            "Arn",
                            "Policies",
                            List.of("iam:GetAccountAuthorizationDetails")),
                    derived(reading(
                            "iam.policy-statements",
                            "policy statements",
                            "key",
                            "",
                            List.of("iam:GetAccountAuthorizationDetails"))),
                    derived(reading(
                            "iam.principals",
                            "users and roles",
                            "arn",
                            "",
                            List.of("iam:GetAccountAuthorizationDetails"))),
                    derived(reading(
                            "iam.role-trusts",
                            "role trusts",
                            "key",
                            "RoleDetailList",
                            List.of("iam:GetAccountAuthorizationDetails"))),
                    derived(reading(
                            "iam.authorization-details-state",
                            "authorization details",
                            "account",
                            "",
                            List.of("iam:GetAccountAuthorizationDetails")))));

    private static final int PAGE = 1000;

    private final AwsClients clients;

    public IamAuthorizationDetails(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        IamClient iam = clients.iam();
        capture.pages(
                Call.of("iam:GetAccountAuthorizationDetails"),
                marker -> iam.getAccountAuthorizationDetails(
                        r -> r.maxItems(clients.page(PAGE)).marker(marker)),
                page -> Capture.next(page.isTruncated(), page.marker()),
                page -> {});
    }
}
