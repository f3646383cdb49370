package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Accounts.Place;
import java.util.List;
import java.util.Map;

/** The resource control policies of the organization. */
final class ResourcePolicies {
    static final String TYPE = "RESOURCE_CONTROL_POLICY";

    private ResourcePolicies() {}

    static List<ControlPolicy> of(World world) {
        List<String> perimeter = world.holds(Story.PERIMETER_DETACHED) ? List.of() : List.of(Place.WORKLOADS);
        return List.of(
                new ControlPolicy(
                        "p-RCPFullAWSAccess",
                        "RCPFullAWSAccess",
                        TYPE,
                        "Allows access to every resource",
                        true,
                        Documents.document(
                                Tree.of("Effect", "Allow", "Principal", "*", "Action", "*", "Resource", "*")),
                        ControlPolicies.everywhere(world)),
                deny(
                        "p-per1meter",
                        "OurPrincipalsOnly",
                        "Files & keys of workloads are for principals of ours",
                        List.of("kms:Decrypt", "s3:GetObject", "s3:PutObject"),
                        Tree.of(
                                "StringNotEqualsIfExists",
                                Tree.of("aws:PrincipalOrgID", Place.ORGANIZATION),
                                "BoolIfExists",
                                Tree.of("aws:PrincipalIsAWSService", "false")),
                        perimeter),
                deny(
                        "p-encrypt01",
                        "NoPlainHttp",
                        "On trial",
                        List.of("s3:*"),
                        Tree.of("BoolIfExists", Tree.of("aws:SecureTransport", "false")),
                        List.of(Place.SANDBOX)));
    }

    private static ControlPolicy deny(
            String id,
            String name,
            String description,
            List<String> actions,
            Map<String, Object> condition,
            List<String> targets) {
        String content = Documents.document(List.of(Tree.of(
                "Sid",
                name,
                "Effect",
                "Deny",
                "Principal",
                "*",
                "Action",
                actions,
                "Resource",
                "*",
                "Condition",
                condition)));
        return new ControlPolicy(id, name, TYPE, description, false, content, targets);
    }
}
