package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IAM roles of each account: what every account of an organization has, and what this one's work needs. */
final class Roles {
    private static final Map<String, Object> NO_CONDITION = Map.of();

    private final World world;
    private final Account account;

    private Roles(World world, Account account) {
        this.world = world;
        this.account = account;
    }

    static List<Role> of(World world, Account account) {
        Roles roles = new Roles(world, account);
        List<Role> all = new ArrayList<>(roles.everywhere());
        all.addAll(
                switch (account.name()) {
                    case "claims-prod" -> roles.claims();
                    case "portal-prod" -> List.of(roles.task("portal-web", "ecs-tasks.amazonaws.com"));
                    case "security" ->
                        List.of(roles.foreign(
                                "audit-firm-read",
                                "777700002222",
                                "SecurityAudit",
                                Map.of("sts:ExternalId", "spring-audit")));
                    case "sandbox" -> List.of(roles.anyoneOfUs());
                    default -> List.of();
                });
        List<Role> whole = Further.after(
                all,
                Further.of(world.size(), account).roles(),
                number -> roles.task("worker-" + number, "lambda.amazonaws.com"));
        return whole.stream()
                .sorted(Comparator.comparing(Role::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private List<Role> everywhere() {
        List<Role> all = new ArrayList<>(ServiceRoles.of(world, account));
        Map<String, Object> ours = Tree.of("StringEquals", Tree.of("aws:PrincipalOrgID", Accounts.Place.ORGANIZATION));
        String management = "arn:aws:iam::" + Accounts.MANAGEMENT + ":root";
        all.add(role(
                        "ExhibitCollector",
                        Documents.trust("AWS", management, "sts:AssumeRole", ours),
                        Groups.own(account, "exhibit-collector"))
                .with(Optional.of(LastUse.collected(world))));
        if (!account.id().equals(Accounts.MANAGEMENT)) {
            all.add(role(
                            "OrganizationAccountAccessRole",
                            Documents.trust("AWS", management, "sts:AssumeRole", NO_CONDITION),
                            Documents.aws("AdministratorAccess"))
                    .with(Optional.of(world.now().minus(Duration.ofDays(33)))));
        }
        return all;
    }

    private List<Role> claims() {
        List<Role> all = new ArrayList<>(List.of(
                task("claims-api", "ecs-tasks.amazonaws.com"),
                task("claims-etl", "lambda.amazonaws.com"),
                foreign(
                        "claims-clearinghouse-exchange",
                        "999900001111",
                        "AmazonS3ReadOnlyAccess",
                        Map.of("sts:ExternalId", "harborview-7f3a-exchange")),
                task("old-report-builder", "lambda.amazonaws.com").with(Optional.of(Story.at("2026-06-15T03:00:00Z"))),
                deploy()));
        if (world.holds(Story.VENDOR_ROLE)) {
            all.add(foreign("vendor-monitoring", "888877776666", "ReadOnlyAccess", NO_CONDITION));
        }
        return all;
    }

    /** Another company's account may assume it; an empty condition asks nothing of the caller. */
    private Role foreign(String name, String owner, String policy, Map<String, Object> equals) {
        Map<String, Object> condition = equals.isEmpty() ? equals : Tree.of("StringEquals", equals);
        String trust = Documents.trust("AWS", "arn:aws:iam::" + owner + ":root", "sts:AssumeRole", condition);
        Role role = role(name, trust, Documents.aws(policy));
        return name.equals("vendor-monitoring") ? created(role, Story.VENDOR_ROLE.from()) : role;
    }

    private Role deploy() {
        String issuer = "token.actions.githubusercontent.com";
        Map<String, Object> condition = Tree.of(
                "StringEquals",
                Tree.of(issuer + ":aud", "sts.amazonaws.com"),
                "StringLike",
                Tree.of(issuer + ":sub", "repo:harborview-health/claims:ref:refs/heads/main"));
        String provider = "arn:aws:iam::" + account.id() + ":oidc-provider/" + issuer;
        return role("github-deploy", Documents.trust("Federated", provider, "sts:AssumeRoleWithWebIdentity", condition))
                .withInline(Map.of(
                        "deploy",
                        Documents.allow("Deploy", List.of("ecs:UpdateService", "ecs:DescribeServices"), List.of("*"))));
    }

    private Role anyoneOfUs() {
        Map<String, Object> ours = Tree.of("StringEquals", Tree.of("aws:PrincipalOrgID", Accounts.Place.ORGANIZATION));
        String trust = Documents.document(List.of(Tree.of(
                "Sid", "Anyone", "Effect", "Allow", "Principal", "*", "Action", "sts:AssumeRole", "Condition", ours)));
        return role("shared-demo", trust, Documents.aws("ReadOnlyAccess"))
                .withTags(Map.of("purpose", "=demo", "επικοινωνία", "ομάδα δοκιμών", "טבלה", "הדגמה", "ใช้", "ทดลอง"));
    }

    private Role task(String name, String principal) {
        String trust = Documents.document(
                Tree.of("Effect", "Allow", "Principal", Tree.of("Service", principal), "Action", "sts:AssumeRole"));
        return role(name, trust)
                .withInline(Map.of(
                        "work",
                        Documents.allow(
                                "Work",
                                List.of("s3:GetObject", "s3:PutObject", "kms:Decrypt", "kms:GenerateDataKey"),
                                List.of("arn:aws:s3:::" + name + "-*/*", "arn:aws:kms:*:" + account.id() + ":key/*"))));
    }

    private Role role(String name, String trust, String... attached) {
        Instant created = account.joined().plus(Duration.ofDays(40));
        Optional<Instant> used = Optional.of(LastUse.of(world, name + account.id(), 20));
        return new Role(name, "/", created, trust, List.of(attached), Map.of(), used, Map.of());
    }

    private static Role created(Role role, Instant when) {
        return new Role(
                role.name(),
                role.path(),
                when,
                role.trust(),
                role.attached(),
                role.inline(),
                Optional.empty(),
                role.tags());
    }
}
