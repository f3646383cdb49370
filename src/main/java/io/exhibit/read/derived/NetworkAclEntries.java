package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of network ACLs. The first entry that matches decides (Amazon VPC user guide, "Network ACL rules"), so that
 * {@code open_tcp} has the TCP ports that an entry lets through after the denials before it. Only a denial for all of the
 * entry's addresses closes a port: where denials cover them piece by piece, the port is still told as open.
 */
final class NetworkAclEntries implements Derivation {

    private static final String RANGE = "ec2.PortsLetThrough";
    private static final Map<String, String> NAMES =
            Map.of("-1", "all", "1", "icmp", "6", "tcp", "17", "udp", "58", "icmpv6");

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("key"),
                Made.text("network_acl_id"),
                Made.text("vpc_id"),
                Made.flag("is_default"),
                Made.texts("subnets"),
                Made.text("direction"),
                Made.whole("rule_number"),
                Made.text("action"),
                Made.text("protocol"),
                Made.whole("from_port"),
                Made.whole("to_port"),
                Made.text("source"),
                Made.flag("anywhere"),
                Made.structures("open_tcp", RANGE));
    }

    @Override
    public List<RecordType> structures() {
        return List.of(new RecordType(RANGE, List.of(Made.whole("from_port"), Made.whole("to_port"))));
    }

    @Override
    public Maker maker(Site site) {
        return new Maker() {
            @Override
            public List<Want> wants() {
                return List.of(site.carried());
            }

            @Override
            public void take(Piece piece) {
                Item acl = piece.item();
                List<Entry> entries = acl.items("Entries").stream()
                        .map(Entry::of)
                        .sorted(Comparator.comparingLong(Entry::number))
                        .toList();
                for (Entry entry : entries) {
                    site.out().put(members(acl, entry, entries), piece.gaps(), piece.provenance());
                }
            }
        };
    }

    /** One entry; all protocols, and those that have no ports, are on all ports. */
    private record Entry(long number, boolean egress, boolean allow, String protocol, Ports ports, String source) {

        static Entry of(Item entry) {
            String protocol = NAMES.getOrDefault(entry.text("Protocol"), entry.text("Protocol"));
            Item range = entry.item("PortRange");
            Long from = range.whole("From");
            Long to = range.whole("To");
            Long number = entry.whole("RuleNumber");
            return new Entry(
                    number == null ? 0 : number,
                    entry.flag("Egress"),
                    entry.text("RuleAction").equals("allow"),
                    protocol,
                    from == null || to == null ? Ports.ALL : new Ports(from, to),
                    entry.text("CidrBlock") + entry.text("Ipv6CidrBlock"));
        }

        Optional<Cidr> addresses() {
            return Cidr.of(source);
        }

        boolean isForTcp() {
            return protocol.equals("tcp") || protocol.equals("all");
        }

        List<Ports> openTcp(List<Entry> entries) {
            List<Ports> open = allow && isForTcp() ? List.of(ports) : List.of();
            for (Entry before : entries) {
                if (before.number < number && before.denies(this)) {
                    open = before.ports.outOf(open);
                }
            }
            return open;
        }

        private boolean denies(Entry other) {
            return !allow
                    && egress == other.egress
                    && isForTcp()
                    && addresses()
                            .flatMap(mine -> other.addresses().map(mine::contains))
                            .orElse(false);
        }
    }

    private static Map<String, Object> members(Item acl, Entry entry, List<Entry> entries) {
        String direction = entry.egress() ? "egress" : "ingress";
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", acl.text("NetworkAclId") + " " + direction + " " + entry.number());
        members.put("network_acl_id", acl.text("NetworkAclId"));
        members.put("vpc_id", acl.text("VpcId"));
        members.put("is_default", acl.flag("IsDefault"));
        members.put(
                "subnets",
                acl.items("Associations").stream()
                        .map(each -> each.text("SubnetId"))
                        .toList());
        members.put("direction", direction);
        members.put("rule_number", entry.number());
        members.put("action", entry.allow() ? "allow" : "deny");
        members.put("protocol", entry.protocol());
        members.put("from_port", entry.ports().from());
        members.put("to_port", entry.ports().to());
        members.put("source", entry.source());
        entry.addresses().ifPresent(addresses -> members.put("anywhere", addresses.isAnywhere()));
        members.put(
                "open_tcp",
                entry.openTcp(entries).stream()
                        .map(ports -> Map.of("from_port", ports.from(), "to_port", ports.to()))
                        .toList());
        return members;
    }
}
