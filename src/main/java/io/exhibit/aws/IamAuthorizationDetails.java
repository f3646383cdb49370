package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** Users, groups, roles and policies of an account with every policy document. */
final class IamAuthorizationDetails {

    static final Source SOURCE = new Source(
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
                            List.of("iam:GetAccountAuthorizationDetails")))));

    private IamAuthorizationDetails() {}
}
