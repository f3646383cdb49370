package io.exhibit.sandbox.world;

import java.util.List;
import java.util.Map;

/** One security group with its rules. */
public record SecurityGroup(
        String id,
        String name,
        String description,
        String vpc,
        List<Rule> ingress,
        List<Rule> egress,
        Map<String, String> tags) {

    /** One rule; ports are -1 for all protocols; {@code source} is a CIDR, a group id or a prefix list id. */
    public record Rule(String protocol, int from, int to, Kind kind, String source, String description) {}

    /** What a rule's source is. */
    public enum Kind {
        IPV4,
        IPV6,
        GROUP,
        PREFIX_LIST
    }
}
