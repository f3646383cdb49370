package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The managed policies of an account: its own ones, and AWS's as far as they are attached. */
final class Policies {
    private static final Instant AWS_MADE = Story.at("2015-02-06T18:39:46Z");

    private Policies() {}

    static List<ManagedPolicy> of(World world, Account account) {
        List<ManagedPolicy> all = new ArrayList<>(Further.after(
                own(account),
                Further.of(world.size(), account).policies(),
                number -> policy(
                        account,
                        "work-" + number,
                        "",
                        Documents.allow("Read", List.of("s3:GetObject"), List.of("arn:aws:s3:::work-" + number)))));
        attached(world, account).stream()
                .filter(arn -> arn.startsWith("arn:aws:iam::aws:"))
                .sorted()
                .forEach(arn -> all.add(new ManagedPolicy(arn, "", AWS_MADE, List.of(aws(arn)))));
        return List.copyOf(all);
    }

    /** The ARNs of all managed policies that somebody holds. */
    static Set<String> attached(World world, Account account) {
        return Stream.of(
                        world.users(account.id()).stream().map(User::attached),
                        world.groups(account.id()).stream().map(Group::attached),
                        world.roles(account.id()).stream().map(Role::attached))
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<ManagedPolicy> own(Account account) {
        List<ManagedPolicy> all = new ArrayList<>();
        all.add(policy(
                account,
                "exhibit-collector",
                "Reads evidence; changes nothing but the credential report",
                Documents.allow(
                        "Read",
                        List.of("iam:Get*", "iam:List*", "iam:GenerateCredentialReport", "ec2:Describe*"),
                        List.of("*"))));
        switch (account.name()) {
            case "claims-prod" ->
                all.add(policy(
                        account,
                        "claims-read",
                        "R\u00e9serv\u00e9 aux dossiers; <script>alert(1)</script>",
                        Documents.allow("Read", List.of("s3:GetObject"), List.of("arn:aws:s3:::claims-intake/*")),
                        Documents.allow("s3:*", "arn:aws:s3:::claims-intake/*")));
            case "sandbox" -> all.add(policy(account, "try-everything", "", Documents.allow("*", "*")));
            default -> {}
        }
        if (!List.of("management", "security", "sandbox").contains(account.name())) {
            all.add(policy(
                    account,
                    "operator-console",
                    "Restart what runs",
                    Documents.document(List.of(
                            Tree.of(
                                    "Sid",
                                    "Operate",
                                    "Effect",
                                    "Allow",
                                    "Action",
                                    List.of("ecs:UpdateService", "ecs:StopTask", "ec2:RebootInstances"),
                                    "Resource",
                                    "*",
                                    "Condition",
                                    Tree.of("Bool", Tree.of("aws:MultiFactorAuthPresent", "true"))),
                            Tree.of("Sid", "NeverKeys", "Effect", "Deny", "Action", "kms:*", "Resource", "*")))));
        }
        return all;
    }

    private static ManagedPolicy policy(Account account, String name, String description, String... versions) {
        return new ManagedPolicy(
                Groups.own(account, name), description, Story.at("2024-02-02T10:00:00Z"), List.of(versions));
    }

    /** The gist of AWS's policy of that name. */
    private static String aws(String arn) {
        return switch (arn.substring(arn.lastIndexOf('/') + 1)) {
            case "AdministratorAccess" ->
                Documents.document(List.of(Tree.of("Effect", "Allow", "Action", "*", "Resource", "*")));
            case "PowerUserAccess" ->
                Documents.document(List.of(
                        Tree.of(
                                "Effect",
                                "Allow",
                                "NotAction",
                                List.of("iam:*", "organizations:*", "account:*"),
                                "Resource",
                                "*"),
                        Tree.of(
                                "Effect",
                                "Allow",
                                "Action",
                                List.of(
                                        "iam:CreateServiceLinkedRole",
                                        "iam:ListRoles",
                                        "organizations:DescribeOrganization"),
                                "Resource",
                                "*")));
            case "ReadOnlyAccess", "SecurityAudit" ->
                Documents.allow(
                        "Read",
                        List.of("ec2:Describe*", "iam:Get*", "iam:List*", "kms:Describe*", "s3:GetBucket*", "s3:List*"),
                        List.of("*"));
            case "AmazonS3ReadOnlyAccess" -> Documents.allow("Read", List.of("s3:Get*", "s3:List*"), List.of("*"));
            case "Billing" ->
                Documents.allow("VisualEditor0", List.of("aws-portal:*Billing", "budgets:ViewBudget"), List.of("*"));
            default -> Documents.allow("ServiceWork", List.of("ec2:DescribeInstances", "iam:GetRole"), List.of("*"));
        };
    }
}
