package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Network;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The part of Amazon EC2 that tells of VPCs and what lies in them. */
final class VpcApi {
    private final Supplier<World> world;
    private final Pages pages;

    private VpcApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static List<Operation> operations(Supplier<World> world, Pages pages) {
        VpcApi api = new VpcApi(world, pages);
        return List.of(
                api.list("DescribeVpcs", "vpcSet", ask -> List.of(api.vpc(ask))),
                api.list(
                        "DescribeSubnets",
                        "subnetSet",
                        ask -> api.network(ask).subnets().stream()
                                .map(each -> api.subnet(ask, each))
                                .toList()),
                api.list(
                        "DescribeNetworkAcls",
                        "networkAclSet",
                        ask -> api.network(ask).acls().stream()
                                .map(each -> api.acl(ask, each))
                                .toList()),
                api.list(
                        "DescribeFlowLogs",
                        "flowLogSet",
                        ask -> api.network(ask).flowLogs().stream()
                                .map(VpcApi::flowLog)
                                .toList()),
                api.list(
                        "DescribeNetworkInterfaces",
                        "networkInterfaceSet",
                        ask -> api.network(ask).interfaces().stream()
                                .map(each -> api.face(ask, each))
                                .toList()));
    }

    private Operation list(String name, String carrier, Function<Ask, List<Map<String, Object>>> items) {
        return Operation.pagedNamed(name, ask -> Ec2Api.list(ask, pages, carrier, items.apply(ask)));
    }

    private Network network(Ask ask) {
        return world.get().network(ask.account(), ask.region());
    }

    private Map<String, Object> vpc(Ask ask) {
        Network.Vpc vpc = network(ask).vpc();
        return Tree.of(
                "vpcId", vpc.id(),
                "ownerId", ask.account(),
                "state", "available",
                "cidrBlock", vpc.cidr(),
                "dhcpOptionsId", "default",
                "tagSet", named(vpc.name()),
                "instanceTenancy", "default",
                "isDefault", vpc.isDefault());
    }

    private Map<String, Object> subnet(Ask ask, Network.Subnet subnet) {
        return Tree.of(
                "subnetId", subnet.id(),
                "state", "available",
                "ownerId", ask.account(),
                "vpcId", network(ask).vpc().id(),
                "cidrBlock", subnet.cidr(),
                "availableIpAddressCount", 240,
                "availabilityZone", ask.region() + subnet.zone(),
                "defaultForAz", network(ask).vpc().isDefault(),
                "mapPublicIpOnLaunch", subnet.publicAddresses(),
                "assignIpv6AddressOnCreation", false,
                "tagSet", named(subnet.name()));
    }

    private Map<String, Object> acl(Ask ask, Network.NetworkAcl acl) {
        return Tree.of(
                "networkAclId", acl.id(),
                "vpcId", network(ask).vpc().id(),
                "default", acl.isDefault(),
                "entrySet", acl.entries().stream().map(VpcApi::entry).toList(),
                "associationSet",
                        acl.subnets().stream()
                                .map(subnet -> Tree.of(
                                        "networkAclAssociationId", subnet.replace("subnet-", "aclassoc-"),
                                        "networkAclId", acl.id(),
                                        "subnetId", subnet))
                                .toList(),
                "tagSet", named(acl.name()),
                "ownerId", ask.account());
    }

    private static Map<String, Object> entry(Network.Entry entry) {
        return Tree.of(
                "ruleNumber",
                entry.number(),
                "protocol",
                entry.protocol(),
                "ruleAction",
                entry.allow() ? "allow" : "deny",
                "egress",
                entry.egress(),
                entry.cidr().contains(":") ? "ipv6CidrBlock" : "cidrBlock",
                entry.cidr(),
                "portRange",
                entry.from() < 0 ? null : Tree.of("from", entry.from(), "to", entry.to()));
    }

    private static Map<String, Object> flowLog(Network.FlowLog log) {
        return Tree.of(
                "creationTime",
                log.created(),
                "deliverLogsStatus",
                "SUCCESS",
                "flowLogId",
                log.id(),
                "flowLogStatus",
                "ACTIVE",
                "resourceId",
                log.resource(),
                "trafficType",
                "ALL",
                "logDestinationType",
                "s3",
                "logDestination",
                log.destination(),
                "logFormat",
                "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${action} ${log-status}",
                "maxAggregationInterval",
                600);
    }

    private Map<String, Object> face(Ask ask, Network.Interface face) {
        return Tree.of(
                "networkInterfaceId", face.id(),
                "subnetId", face.subnet(),
                "vpcId", network(ask).vpc().id(),
                "availabilityZone", ask.region() + "a",
                "description", face.description(),
                "ownerId", ask.account(),
                "requesterId", face.owner(),
                "requesterManaged", !face.owner().equals(ask.account()),
                "status", "in-use",
                "privateIpAddress", face.address(),
                "sourceDestCheck", true,
                "groupSet",
                        face.groups().stream()
                                .map(group -> Tree.of("groupId", group.id(), "groupName", group.name()))
                                .toList(),
                "interfaceType", face.type(),
                "association",
                        face.publicAddress()
                                .map(address -> Tree.of("publicIp", address, "ipOwnerId", face.owner()))
                                .orElse(null),
                "tagSet", List.of());
    }

    private static List<Map<String, Object>> named(String name) {
        return Ec2Api.tags(name.isEmpty() ? Map.of() : Map.of("Name", name));
    }
}
