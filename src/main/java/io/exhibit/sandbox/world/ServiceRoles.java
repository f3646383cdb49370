package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roles that AWS itself makes: service-linked ones, and one for each permission set of IAM Identity Center. */
final class ServiceRoles {
    private static final Map<String, String> LINKED = Map.of(
            "AWSServiceRoleForAmazonGuardDuty", "guardduty.amazonaws.com",
            "AWSServiceRoleForAmazonInspector2", "inspector2.amazonaws.com",
            "AWSServiceRoleForAccessAnalyzer", "access-analyzer.amazonaws.com",
            "AWSServiceRoleForOrganizations", "organizations.amazonaws.com",
            "AWSServiceRoleForSSO", "sso.amazonaws.com",
            "AWSServiceRoleForSupport", "support.amazonaws.com");
    private static final Map<String, String> POLICIES = Map.of(
            "AWSServiceRoleForAmazonGuardDuty", "AmazonGuardDutyServiceRolePolicy",
            "AWSServiceRoleForAmazonInspector2", "AmazonInspector2ServiceRolePolicy",
            "AWSServiceRoleForAccessAnalyzer", "AccessAnalyzerServiceRolePolicy",
            "AWSServiceRoleForOrganizations", "AWSOrganizationsServiceTrustPolicy",
            "AWSServiceRoleForSSO", "AWSSSOServiceRolePolicy",
            "AWSServiceRoleForSupport", "AWSSupportServiceRolePolicy");

    private ServiceRoles() {}

    static List<Role> of(World world, Account account) {
        List<Role> all = new ArrayList<>();
        LINKED.forEach((name, service) -> all.add(linked(world, account, name, service)));
        List<String> sets = account.id().equals(Accounts.CLAIMS) || account.id().equals(Accounts.PORTAL)
                ? List.of("AdministratorAccess", "ReadOnlyAccess", "ClaimsOperator")
                : List.of("AdministratorAccess", "ReadOnlyAccess");
        sets.forEach(set -> all.add(permissionSet(world, account, set)));
        return all;
    }

    /** The ARN of the SAML provider that Identity Center makes in each account. */
    static String identityCenter(World world, Account account) {
        return "arn:aws:iam::" + account.id() + ":saml-provider/AWSSSO_"
                + world.digest().hex("sso", account.id(), 16) + "_DO_NOT_DELETE";
    }

    private static Role linked(World world, Account account, String name, String service) {
        String trust = Documents.document(List.of(
                Tree.of("Effect", "Allow", "Principal", Tree.of("Service", service), "Action", "sts:AssumeRole")));
        return new Role(
                name,
                "/aws-service-role/" + service + "/",
                account.joined().plus(Duration.ofDays(2)),
                trust,
                List.of(Documents.aws("aws-service-role/" + POLICIES.get(name))),
                Map.of(),
                Optional.of(LastUse.of(world, name + account.id(), 2)),
                Map.of());
    }

    private static Role permissionSet(World world, Account account, String set) {
        Map<String, Object> condition =
                Tree.of("StringEquals", Tree.of("SAML:aud", "https://signin.aws.amazon.com/saml"));
        String trust = Documents.document(List.of(Tree.of(
                "Effect",
                "Allow",
                "Principal",
                Tree.of("Federated", identityCenter(world, account)),
                "Action",
                List.of("sts:AssumeRoleWithSAML", "sts:TagSession"),
                "Condition",
                condition)));
        boolean ours = set.equals("ClaimsOperator");
        String name = "AWSReservedSSO_" + set + "_" + world.digest().hex("set", set + account.id(), 16);
        return new Role(
                name,
                "/aws-reserved/sso.amazonaws.com/",
                account.joined().plus(Duration.ofDays(50)),
                trust,
                ours ? List.of() : List.of(Documents.aws(set)),
                ours ? Map.of("AwsSSOInlinePolicy", Documents.allow("ecs:Describe*", "*")) : Map.of(),
                Optional.of(LastUse.of(world, name, 9)),
                Map.of());
    }
}
