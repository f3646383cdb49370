package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The network of one account and region. Default VPCs have lost their subnets, except where nobody cared. */
public record Network(
        Vpc vpc, List<Subnet> subnets, List<NetworkAcl> acls, List<FlowLog> flowLogs, List<Interface> interfaces) {

    /** A VPC with its first block of addresses. */
    public record Vpc(String id, String name, String cidr, boolean isDefault) {}

    /** {@code zone} is the letter of its availability zone. */
    public record Subnet(String id, String name, String cidr, String zone, boolean publicAddresses) {}

    /** A list of rules before the subnets that are named, by their ids. */
    public record NetworkAcl(String id, String name, boolean isDefault, List<String> subnets, List<Entry> entries) {}

    /** One entry; {@code protocol} is a number or -1, {@code from} is -1 where there are no ports. */
    public record Entry(int number, boolean egress, boolean allow, String protocol, String cidr, int from, int to) {}

    /** What writes down the traffic of a VPC, and where to. */
    public record FlowLog(String id, String resource, Instant created, String destination) {}

    /** {@code owner} is the account or service that made it. */
    public record Interface(
            String id,
            String description,
            String type,
            String owner,
            String subnet,
            List<SecurityGroup> groups,
            String address,
            Optional<String> publicAddress) {}
}
