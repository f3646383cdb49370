package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.SecurityGroup;
import io.exhibit.sandbox.world.SecurityGroup.Kind;
import io.exhibit.sandbox.world.SecurityGroup.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Security groups as EC2 shows them: rules of the same protocol and ports share one permission. */
final class NetworkShapes {
    private NetworkShapes() {}

    static Map<String, Object> group(SecurityGroup group, Ask ask) {
        return Tree.of(
                "ownerId",
                ask.account(),
                "groupId",
                group.id(),
                "groupName",
                group.name(),
                "groupDescription",
                group.description(),
                "vpcId",
                group.vpc(),
                "securityGroupArn",
                "arn:aws:ec2:" + ask.region() + ":" + ask.account() + ":security-group/" + group.id(),
                "ipPermissions",
                permissions(group.ingress(), ask),
                "ipPermissionsEgress",
                permissions(group.egress(), ask),
                "tagSet",
                Ec2Api.tags(group.tags()));
    }

    private static List<Map<String, Object>> permissions(List<Rule> rules, Ask ask) {
        return rules.stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.protocol() + "/" + rule.from() + "/" + rule.to(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(same -> permission(same, ask))
                .toList();
    }

    private static Map<String, Object> permission(List<Rule> rules, Ask ask) {
        Rule first = rules.get(0);
        // All protocols, and protocols other than TCP, UDP and ICMP, have no ports.
        boolean ports = List.of("tcp", "udp", "icmp", "icmpv6").contains(first.protocol());
        return Tree.of(
                "ipProtocol",
                first.protocol(),
                "fromPort",
                ports ? first.from() : null,
                "toPort",
                ports ? first.to() : null,
                "groups",
                of(rules, Kind.GROUP, "groupId", Map.of("userId", ask.account())),
                "ipRanges",
                of(rules, Kind.IPV4, "cidrIp", Map.of()),
                "ipv6Ranges",
                of(rules, Kind.IPV6, "cidrIpv6", Map.of()),
                "prefixListIds",
                of(rules, Kind.PREFIX_LIST, "prefixListId", Map.of()));
    }

    private static List<Map<String, Object>> of(
            List<Rule> rules, Kind kind, String member, Map<String, Object> further) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind)
                .map(rule -> {
                    Map<String, Object> range = Tree.of(
                            member,
                            rule.source(),
                            "description",
                            rule.description().isEmpty() ? null : rule.description());
                    range.putAll(further);
                    return range;
                })
                .toList();
    }
}
