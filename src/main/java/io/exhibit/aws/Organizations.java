package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** The organization: its tree, its accounts, its service control policies and what these are attached to. */
final class Organizations {

    /** Without an organization every call that needs none of the tree is answered by this. */
    private static final String NOT_IN_USE = "AWSOrganizationsNotInUseException";

    static final Source SOURCE = new Source(
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

    private Organizations() {}
}
