package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of security groups, one record for each permission and source (EC2 API reference, IpPermission). Ports are given
 * for tcp and udp, type and code for icmp; every other protocol is open on all ports, as EC2 has it. {@code anywhere} says
 * that a range is wider than any private network can be, so that the whole internet cut in two halves counts as well; it is
 * absent for a prefix list, whose addresses are not read.
 */
final class NetworkRules implements Derivation {

    private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "icmp", "icmpv6");
    private static final Map<String, String> NAMES =
            Map.of("-1", "all", "1", "icmp", "6", "tcp", "17", "udp", "58", "icmpv6");
    private static final List<Source> SOURCES = List.of(
            new Source("IpRanges", "CidrIp", "ipv4"),
            new Source("Ipv6Ranges", "CidrIpv6", "ipv6"),
            new Source("PrefixListIds", "PrefixListId", "prefix-list"),
            new Source("UserIdGroupPairs", "GroupId", "security-group"));

    /** Where a permission names its peers. */
    private record Source(String list, String member, String kind) {}

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("key"),
                Made.text("group_id"),
                Made.text("group_name"),
                Made.text("vpc_id"),
                Made.text("direction"),
                Made.text("protocol"),
                Made.whole("from_port"),
                Made.whole("to_port"),
                Made.flag("all_traffic"),
                Made.text("source"),
                Made.text("source_kind"),
                Made.flag("anywhere"),
                Made.text("description"));
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
                Item group = piece.item();
                rules(site, piece, "ingress", group.items("IpPermissions"));
                rules(site, piece, "egress", group.items("IpPermissionsEgress"));
            }
        };
    }

    private static void rules(Site site, Piece piece, String direction, List<Item> permissions) {
        for (Item permission : permissions) {
            for (Source source : SOURCES) {
                for (Item peer : permission.items(source.list())) {
                    site.out()
                            .put(
                                    rule(piece.item(), direction, permission, source, peer),
                                    piece.gaps(),
                                    piece.provenance());
                }
            }
        }
    }

    private static Map<String, Object> rule(Item group, String direction, Item permission, Source source, Item peer) {
        String protocol = NAMES.getOrDefault(permission.text("IpProtocol"), permission.text("IpProtocol"));
        Long from = permission.whole("FromPort");
        Long to = permission.whole("ToPort");
        boolean limited = WITH_PORTS.contains(protocol) && from != null && to != null;
        long first = limited ? from : 0;
        long last = limited ? to : 65535;
        String name = peer.text(source.member());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", String.join(" ", group.text("GroupId"), direction, protocol, first + "-" + last, name));
        members.put("group_id", group.text("GroupId"));
        members.put("group_name", group.text("GroupName"));
        members.put("vpc_id", group.text("VpcId"));
        members.put("direction", direction);
        members.put("protocol", protocol);
        members.put("from_port", first);
        members.put("to_port", last);
        members.put("all_traffic", protocol.equals("all"));
        members.put("source", name);
        members.put("source_kind", source.kind());
        anywhere(source.kind(), name).ifPresent(open -> members.put("anywhere", open));
        members.put("description", peer.text("Description"));
        return members;
    }

    private static Optional<Boolean> anywhere(String kind, String name) {
        return kind.equals("security-group")
                ? Optional.of(false)
                : Cidr.of(name).map(Cidr::isAnywhere);
    }
}
