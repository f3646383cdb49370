package io.exhibit.sandbox.world;

import io.exhibit.sandbox.world.Network.Entry;
import io.exhibit.sandbox.world.Network.FlowLog;
import io.exhibit.sandbox.world.Network.Interface;
import io.exhibit.sandbox.world.Network.NetworkAcl;
import io.exhibit.sandbox.world.Network.Subnet;
import io.exhibit.sandbox.world.Network.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out the network of each account and region. */
final class Networks {
    private static final String ANYWHERE = "0.0.0.0/0";
    private static final String ANYWHERE_6 = "::/0";
    private static final String TCP = "6";
    private static final int LAST = 32767;

    private final World world;
    private final String account;
    private final String region;
    private final String net;

    private Networks(World world, Account account, String region) {
        this.world = world;
        this.account = account.id();
        this.region = region;
        net = "10." + (16 + world.digest().below(200, "net", account.id() + region)) + ".";
    }

    static Network of(World world, Account account, String region) {
        Networks networks = new Networks(world, account, region);
        return switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1" -> networks.workload("claims");
            case "claims-prod/us-west-2" -> networks.workload("claims-standby");
            case "portal-prod/us-east-1", "portal-prod/us-west-2", "portal-prod/eu-west-1" ->
                networks.workload("portal");
            case "sandbox/eu-west-1" -> networks.left(List.of(networks.subnet("", "172.31.0.0/20", true)));
            default ->
                Further.of(world.size(), account, region).balancers() > 0
                        ? networks.workload("work")
                        : networks.left(List.of());
        };
    }

    /** The default VPC that every region of an account begins with. */
    private Network left(List<Subnet> subnets) {
        Vpc vpc = new Vpc(vpcId(), "", "172.31.0.0/16", true);
        return new Network(vpc, subnets, List.of(standard(subnets)), List.of(), List.of());
    }

    private Network workload(String name) {
        Subnet open = subnet(name + "-public-a", net + "0.0/24", false);
        Subnet closed = subnet(name + "-private-a", net + "10.0/24", false);
        List<NetworkAcl> acls = List.of(
                standard(List.of()),
                acl(name + "-public", open, publicEntries()),
                acl(name + "-private", closed, privateEntries()));
        return new Network(
                new Vpc(vpcId(), name, net + "0.0/16", false),
                List.of(open, closed),
                acls,
                flowLogs(name),
                interfaces(open, closed));
    }

    private NetworkAcl standard(List<Subnet> subnets) {
        List<Entry> entries = List.of(
                new Entry(100, true, true, "-1", ANYWHERE, -1, -1),
                last(true, ANYWHERE, LAST),
                new Entry(100, false, true, "-1", ANYWHERE, -1, -1),
                last(false, ANYWHERE, LAST));
        return new NetworkAcl(
                id("acl-", "default"),
                "",
                true,
                subnets.stream().map(Subnet::id).toList(),
                entries);
    }

    private NetworkAcl acl(String name, Subnet subnet, List<Entry> ingress) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(100, true, true, "-1", ANYWHERE, -1, -1));
        entries.add(last(true, ANYWHERE, LAST));
        entries.addAll(ingress);
        entries.add(last(false, ANYWHERE, LAST));
        entries.add(last(false, ANYWHERE_6, LAST + 1));
        return new NetworkAcl(id("acl-", name), name, false, List.of(subnet.id()), entries);
    }

    /** Answers come back to high ports, among which is that of remote desktops: it is denied first. */
    private List<Entry> publicEntries() {
        List<Entry> entries = new ArrayList<>();
        if (world.holds(Story.DATABASE_OPEN) && account.equals(Accounts.PORTAL) && region.equals("us-west-2")) {
            entries.add(new Entry(60, false, true, TCP, ANYWHERE, 22, 22));
        }
        entries.add(new Entry(90, false, false, TCP, ANYWHERE, 3389, 3389));
        entries.add(new Entry(91, false, false, TCP, ANYWHERE_6, 3389, 3389));
        entries.add(new Entry(100, false, true, TCP, ANYWHERE, 443, 443));
        entries.add(new Entry(101, false, true, TCP, ANYWHERE_6, 443, 443));
        entries.add(new Entry(110, false, true, TCP, ANYWHERE, 80, 80));
        entries.add(new Entry(120, false, true, TCP, "198.51.100.0/24", 22, 22));
        entries.add(new Entry(130, false, true, TCP, ANYWHERE, 1024, 65535));
        return entries;
    }

    private List<Entry> privateEntries() {
        return List.of(
                new Entry(90, false, false, TCP, ANYWHERE, 3389, 3389),
                new Entry(100, false, true, "-1", net + "0.0/16", -1, -1),
                new Entry(130, false, true, TCP, ANYWHERE, 1024, 65535));
    }

    private static Entry last(boolean egress, String cidr, int number) {
        return new Entry(number, egress, false, "-1", cidr, -1, -1);
    }

    private List<FlowLog> flowLogs(String name) {
        boolean off = account.equals(Accounts.PORTAL) && region.equals("us-west-2") && world.holds(Story.FLOW_LOGS_OFF);
        return off
                ? List.of()
                : List.of(new FlowLog(
                        id("fl-", name),
                        vpcId(),
                        Story.at("2025-05-12T09:30:00Z"),
                        "arn:aws:s3:::harborview-flow-logs/" + account));
    }

    private List<Interface> interfaces(Subnet open, Subnet closed) {
        List<Interface> all = new ArrayList<>();
        for (SecurityGroup group : world.securityGroups(account, region)) {
            int host = 10 + all.size();
            switch (group.name()) {
                case "claims-web", "portal-web" ->
                    all.add(face(
                            group, "ELB app/" + group.name() + "/" + hex("balancer", group.name(), 16), open, host));
                case "claims-bastion" -> all.add(face(group, "\u202etsoh noitsab\u202c", open, host));
                case "claims-db", "claims-db-standby", "portal-db" ->
                    all.add(face(group, "RDSNetworkInterface", closed, host));
                default -> {}
            }
        }
        return List.copyOf(all);
    }

    private Interface face(SecurityGroup group, String description, Subnet subnet, int host) {
        boolean reachable = subnet.name().endsWith("-public-a");
        String owner =
                description.startsWith("ELB") ? "amazon-elb" : description.startsWith("RDS") ? "amazon-rds" : account;
        return new Interface(
                id("eni-", group.name()),
                description,
                "interface",
                owner,
                subnet.id(),
                List.of(group),
                subnet.cidr().replace("0/24", String.valueOf(host)),
                reachable ? Optional.of("203.0.113." + host) : Optional.empty());
    }

    private Subnet subnet(String name, String cidr, boolean publicAddresses) {
        return new Subnet(id("subnet-", name), name, cidr, "a", publicAddresses);
    }

    private String vpcId() {
        return "vpc-" + hex("vpc", "", 17);
    }

    private String id(String prefix, String name) {
        return prefix + hex(prefix, name, 17);
    }

    private String hex(String kind, String name, int length) {
        return world.digest().hex(kind, account + region + name, length);
    }
}
