package io.exhibit.sandbox;

import io.exhibit.sandbox.Calls.Call;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Balancer;
import io.exhibit.sandbox.world.WebAcl;
import io.exhibit.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A lawful request for each operation on networks, EBS, load balancers, AWS WAF and Shield, for claims-prod in us-east-1. */
final class NetworkCalls {
    static final Set<String> PAGED = Set.of(
            "ec2.DescribeVpcs",
            "ec2.DescribeSubnets",
            "ec2.DescribeNetworkAcls",
            "ec2.DescribeFlowLogs",
            "ec2.DescribeNetworkInterfaces",
            "ec2.DescribeVolumes",
            "ec2.DescribeSnapshots",
            "elbv2.DescribeLoadBalancers",
            "elbv2.DescribeListeners",
            "elbv2.DescribeRules",
            "elbv2.DescribeSSLPolicies",
            "elbv2.DescribeTargetGroups",
            "elb.DescribeLoadBalancers",
            "wafv2.ListWebACLs",
            "shield.ListProtections");
    private static final String REGION = "us-east-1";

    private NetworkCalls() {}

    static Map<String, Call> all() {
        World world = Calls.world(Calls.NOON);
        Map<String, Call> calls = new LinkedHashMap<>();
        PAGED.stream()
                .filter(name -> name.startsWith("ec2."))
                .sorted()
                .forEach(name -> calls.put(name, probe -> ec2(probe, name.substring(4), Map.of())));
        for (String name :
                new String[] {"GetEbsEncryptionByDefault", "GetEbsDefaultKmsKeyId", "GetSnapshotBlockPublicAccessState"
                }) {
            calls.put("ec2." + name, probe -> ec2(probe, name, Map.of()));
        }
        String snapshot =
                world.storage(Accounts.CLAIMS, REGION).snapshots().get(0).id();
        calls.put(
                "ec2.DescribeSnapshotAttribute",
                probe -> ec2(
                        probe,
                        "DescribeSnapshotAttribute",
                        Map.of("SnapshotId", snapshot, "Attribute", "createVolumePermission")));
        addBalancers(calls, world.balancers(Accounts.CLAIMS, REGION).get(0));
        addFirewall(calls, world.webAcls(Accounts.CLAIMS, REGION).get(0));
        return calls;
    }

    private static Probe.Reply ec2(Probe probe, String name, Map<String, String> members) throws Exception {
        return probe.in(Accounts.CLAIMS).query("ec2", name, members);
    }

    private static void addBalancers(Map<String, Call> calls, Balancer balancer) {
        String arn = balancer.arn(Accounts.CLAIMS, REGION);
        String listener = arn.replace(":loadbalancer/", ":listener/") + "/"
                + balancer.listeners().get(1).id();
        Map<String, Map<String, String>> members = new LinkedHashMap<>();
        members.put("DescribeLoadBalancers", Map.of());
        members.put("DescribeLoadBalancerAttributes", Map.of("LoadBalancerArn", arn));
        members.put("DescribeListeners", Map.of("LoadBalancerArn", arn));
        members.put("DescribeRules", Map.of("ListenerArn", listener));
        members.put("DescribeSSLPolicies", Map.of());
        members.put("DescribeTargetGroups", Map.of());
        members.forEach((name, of) -> calls.put("elbv2." + name, balancing(name, "2015-12-01", of)));
        Map<String, String> classic = Map.of("LoadBalancerName", "claims-edi");
        calls.put("elb.DescribeLoadBalancers", balancing("DescribeLoadBalancers", "2012-06-01", Map.of()));
        calls.put(
                "elb.DescribeLoadBalancerAttributes",
                balancing("DescribeLoadBalancerAttributes", "2012-06-01", classic));
        calls.put("elb.DescribeLoadBalancerPolicies", balancing("DescribeLoadBalancerPolicies", "2012-06-01", classic));
    }

    /** Both kinds of load balancer go by one name; the version tells them apart. */
    private static Call balancing(String name, String version, Map<String, String> members) {
        Map<String, String> all = new LinkedHashMap<>(members);
        all.put("Version", version);
        return probe -> probe.in(Accounts.CLAIMS).query("elasticloadbalancing", name, all);
    }

    private static void addFirewall(Map<String, Call> calls, WebAcl acl) {
        String arn = acl.arn(Accounts.CLAIMS, REGION);
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("ListWebACLs", "{\"Scope\":\"REGIONAL\"}");
        bodies.put("GetWebACL", "{\"Scope\":\"REGIONAL\",\"Name\":\"" + acl.name() + "\",\"Id\":\"" + acl.id() + "\"}");
        bodies.put("ListResourcesForWebACL", "{\"WebACLArn\":\"" + arn + "\"}");
        bodies.put("GetLoggingConfiguration", "{\"ResourceArn\":\"" + arn + "\"}");
        bodies.forEach((name, body) -> calls.put(
                "wafv2." + name, probe -> probe.in(Accounts.CLAIMS).json("wafv2", "AWSWAF_20190729." + name, body)));
        for (String name : new String[] {
            "GetSubscriptionState", "DescribeSubscription", "DescribeEmergencyContactSettings", "ListProtections"
        }) {
            calls.put(
                    "shield." + name,
                    probe -> probe.in(Accounts.CLAIMS).json("shield", "AWSShield_20160616." + name, "{}"));
        }
    }
}
