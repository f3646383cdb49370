package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Group;
import io.exhibit.sandbox.world.ManagedPolicy;
import io.exhibit.sandbox.world.Role;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Users, groups, roles and policies as GetAccountAuthorizationDetails shows them; documents are URL-encoded (RFC 3986). */
final class Principals {
    private final World world;
    private final String account;

    Principals(World world, String account) {
        this.world = world;
        this.account = account;
    }

    Map<String, Object> user(User user) {
        return Tree.of(
                "Path",
                "/",
                "UserName",
                user.name(),
                "UserId",
                Ids.user(world, account, user.name()),
                "Arn",
                "arn:aws:iam::" + account + ":user/" + user.name(),
                "CreateDate",
                user.created(),
                "UserPolicyList",
                user.inline().isEmpty() ? null : inline(user.inline()),
                "GroupList",
                user.groups(),
                "AttachedManagedPolicies",
                attached(user.attached()),
                "Tags",
                tags(user.tags()));
    }

    Map<String, Object> group(Group group) {
        String arn = "arn:aws:iam::" + account + ":group/" + group.name();
        return Tree.of(
                "Path",
                "/",
                "GroupName",
                group.name(),
                "GroupId",
                Ids.of(world, "AGPA", arn),
                "Arn",
                arn,
                "CreateDate",
                group.created(),
                "GroupPolicyList",
                inline(group.inline()),
                "AttachedManagedPolicies",
                attached(group.attached()));
    }

    Map<String, Object> role(Role role) {
        String arn = role.arn(account);
        return Tree.of(
                "Path",
                role.path(),
                "RoleName",
                role.name(),
                "RoleId",
                Ids.of(world, "AROA", arn),
                "Arn",
                arn,
                "CreateDate",
                role.created(),
                "AssumeRolePolicyDocument",
                encoded(role.trust()),
                "InstanceProfileList",
                List.of(),
                "RolePolicyList",
                inline(role.inline()),
                "AttachedManagedPolicies",
                attached(role.attached()),
                "Tags",
                tags(role.tags()),
                "RoleLastUsed",
                role.lastUsed()
                        .map(used -> Tree.of("LastUsedDate", used, "Region", "us-east-1"))
                        .orElse(Tree.of()));
    }

    Map<String, Object> policy(ManagedPolicy policy) {
        int newest = policy.versions().size();
        List<Map<String, Object>> versions = new ArrayList<>();
        for (int i = 0; i < newest; i++) {
            versions.add(Tree.of(
                    "Document",
                    encoded(policy.versions().get(i)),
                    "VersionId",
                    "v" + (newest - i),
                    "IsDefaultVersion",
                    i == 0,
                    "CreateDate",
                    policy.created()));
        }
        return Tree.of(
                "PolicyName",
                policy.name(),
                "PolicyId",
                Ids.of(world, "ANPA", policy.arn()),
                "Arn",
                policy.arn(),
                "Path",
                policy.path(),
                "DefaultVersionId",
                "v" + newest,
                "AttachmentCount",
                holders(policy),
                "PermissionsBoundaryUsageCount",
                0,
                "IsAttachable",
                true,
                "Description",
                policy.description().isEmpty() ? null : policy.description(),
                "CreateDate",
                policy.created(),
                "UpdateDate",
                policy.created(),
                "PolicyVersionList",
                versions);
    }

    private int holders(ManagedPolicy policy) {
        long users = world.users(account).stream()
                .filter(user -> user.attached().contains(policy.arn()))
                .count();
        long groups = world.groups(account).stream()
                .filter(group -> group.attached().contains(policy.arn()))
                .count();
        long roles = world.roles(account).stream()
                .filter(role -> role.attached().contains(policy.arn()))
                .count();
        return (int) (users + groups + roles);
    }

    private static List<Map<String, Object>> attached(List<String> arns) {
        return arns.stream()
                .map(arn -> Tree.of("PolicyName", arn.substring(arn.lastIndexOf('/') + 1), "PolicyArn", arn))
                .toList();
    }

    private static List<Map<String, Object>> inline(Map<String, String> documents) {
        return new TreeMap<>(documents)
                .entrySet().stream()
                        .map(each -> Tree.of("PolicyName", each.getKey(), "PolicyDocument", encoded(each.getValue())))
                        .toList();
    }

    private static List<Map<String, Object>> tags(Map<String, String> tags) {
        return new TreeMap<>(tags)
                .entrySet().stream()
                        .map(each -> Tree.of("Key", each.getKey(), "Value", each.getValue()))
                        .toList();
    }

    private static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
