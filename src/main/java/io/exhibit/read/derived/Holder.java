package io.exhibit.read.derived;

import io.exhibit.read.records.Item;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.List;

/**
 * Who holds policies in the answers of GetAccountAuthorizationDetails.
 *
 * @param kind "user", "group", "role", or "policy": a managed policy, which holds itself
 * @param carrier the list in which they stand
 */
record Holder(String kind, String carrier, String nameMember, String inlineList) {

    private static final List<Holder> ALL = List.of(
            new Holder("user", "UserDetailList", "UserName", "UserPolicyList"),
            new Holder("group", "GroupDetailList", "GroupName", "GroupPolicyList"),
            new Holder("role", "RoleDetailList", "RoleName", "RolePolicyList"),
            new Holder("policy", "Policies", "PolicyName", ""));

    /** All of them, in the order of the answer. */
    static List<Want> wants(Site site) {
        String operation = site.reading().population().get(0);
        return ALL.stream().map(h -> new Want(operation, h.carrier())).toList();
    }

    static Holder of(String carrier) {
        return ALL.stream().filter(h -> h.carrier().equals(carrier)).findFirst().orElseThrow();
    }

    boolean managed() {
        return inlineList.isEmpty();
    }

    /** Service-linked roles belong to an AWS service; nobody else can change them. */
    static boolean serviceLinked(String path) {
        return path.startsWith("/aws-service-role/");
    }

    /** Policies that AWS writes and that every account shares. */
    static boolean awsManaged(String arn) {
        return arn.contains(":iam::aws:policy/");
    }

    /** The document in force of a managed policy, or "" when none is marked as such. */
    static String document(Item policy) {
        return policy.items("PolicyVersionList").stream()
                .filter(version -> version.flag("IsDefaultVersion"))
                .map(version -> version.text("Document"))
                .findFirst()
                .orElse("");
    }
}
