package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.WebAcl;
import java.util.Map;
import java.util.stream.IntStream;

/** Web ACLs as AWS WAF shows them: a rule for each managed rule group. */
final class WafShapes {
    private WafShapes() {}

    static Map<String, Object> acl(Ask ask, WebAcl acl) {
        return Tree.of(
                "Name", acl.name(),
                "Id", acl.id(),
                "ARN", acl.arn(ask.account(), ask.region()),
                "DefaultAction", Tree.of("Allow", Tree.of()),
                "Description", acl.description(),
                "Rules",
                        IntStream.range(0, acl.groups().size())
                                .mapToObj(i -> rule(acl, acl.groups().get(i), i))
                                .toList(),
                "VisibilityConfig", visibility(acl.name()),
                "Capacity", 900,
                "ManagedByFirewallManager", false,
                "LabelNamespace", "awswaf:" + ask.account() + ":webacl:" + acl.name() + ":");
    }

    private static Map<String, Object> rule(WebAcl acl, String group, int priority) {
        String override = acl.counted().contains(group) ? "Count" : "None";
        return Tree.of(
                "Name", "AWS-" + group,
                "Priority", priority,
                "Statement", Tree.of("ManagedRuleGroupStatement", Tree.of("VendorName", "AWS", "Name", group)),
                "OverrideAction", Tree.of(override, Tree.of()),
                "VisibilityConfig", visibility("AWS-" + group));
    }

    private static Map<String, Object> visibility(String metric) {
        return Tree.of("SampledRequestsEnabled", true, "CloudWatchMetricsEnabled", true, "MetricName", metric);
    }
}
