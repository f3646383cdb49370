package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Record;
import io.exhibit.read.StoredRun;
import org.junit.jupiter.api.Test;

class NetworkRulesTest {

    private static StoredRun.Read read(String permissions) {
        return StoredRun.of("ec2.security-groups")
                .answer(
                        "ec2:DescribeSecurityGroups",
                        "<DescribeSecurityGroupsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId>"
                                + "<securityGroupInfo><item><ownerId>333344445555</ownerId><groupId>sg-1</groupId>"
                                + "<groupName>web</groupName><vpcId>vpc-1</vpcId>" + permissions
                                + "</item></securityGroupInfo></DescribeSecurityGroupsResponse>")
                .read("ec2.network-rules");
    }

    private static String ingress(String permission) {
        return "<ipPermissions><item>" + permission + "</item></ipPermissions><ipPermissionsEgress/>";
    }

    @Test
    void everySourceOfAPermissionIsARule() {
        StoredRun.Read read = read(ingress("<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>23</toPort>"
                + "<groups><item><userId>1</userId><groupId>sg-2</groupId></item></groups>"
                + "<ipRanges><item><cidrIp>0.0.0.0/0</cidrIp><description>all &lt;of&gt; it</description></item>"
                + "<item><cidrIp>10.0.0.0/8</cidrIp></item></ipRanges>"
                + "<ipv6Ranges><item><cidrIpv6>::/0</cidrIpv6></item></ipv6Ranges>"
                + "<prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds>"));
        assertThat(read.records())
                .extracting(Record::key)
                .containsExactly(
                        "sg-1 ingress tcp 22-23 0.0.0.0/0",
                        "sg-1 ingress tcp 22-23 10.0.0.0/8",
                        "sg-1 ingress tcp 22-23 ::/0",
                        "sg-1 ingress tcp 22-23 pl-1",
                        "sg-1 ingress tcp 22-23 sg-2");
        assertThat(read.members())
                .extracting(rule -> rule.get("anywhere"))
                .containsExactly(true, false, true, null, false);
        assertThat(read.members())
                .extracting("source_kind")
                .containsExactly("ipv4", "ipv4", "ipv6", "prefix-list", "security-group");
        assertThat(read.members().get(0))
                .containsEntry("group_name", "web")
                .containsEntry("vpc_id", "vpc-1")
                .containsEntry("from_port", 22L)
                .containsEntry("to_port", 23L)
                .containsEntry("all_traffic", false)
                .containsEntry("description", "all <of> it");
    }

    @Test
    void theInternetInPiecesIsTheInternet() {
        StoredRun.Read read = read(
                ingress(
                        "<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><ipRanges>"
                                + "<item><cidrIp>0.0.0.0/1</cidrIp></item><item><cidrIp>128.0.0.0/1</cidrIp></item>"
                                + "<item><cidrIp>64.0.0.0/7</cidrIp></item><item><cidrIp>10.0.0.0/8</cidrIp></item></ipRanges>"
                                + "<ipv6Ranges><item><cidrIpv6>2000::/3</cidrIpv6></item><item><cidrIpv6>fc00::/7</cidrIpv6></item></ipv6Ranges>"));
        assertThat(read.members()).extracting("anywhere").containsExactly(true, true, true, false, true, false);
    }

    @Test
    void allTrafficIsEveryPort() {
        StoredRun.Read read =
                read("<ipPermissions/><ipPermissionsEgress><item><ipProtocol>-1</ipProtocol><ipRanges><item>"
                        + "<cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item></ipPermissionsEgress>");
        assertThat(read.members())
                .singleElement()
                .satisfies(rule -> assertThat(rule)
                        .containsEntry("direction", "egress")
                        .containsEntry("protocol", "all")
                        .containsEntry("all_traffic", true)
                        .containsEntry("from_port", 0L)
                        .containsEntry("to_port", 65535L));
    }

    @Test
    void aProtocolWithoutPortsIsOpenOnAllOfThem() {
        StoredRun.Read read = read(ingress("<ipProtocol>50</ipProtocol><fromPort>1</fromPort><toPort>1</toPort>"
                + "<ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges>"));
        assertThat(read.members().get(0))
                .containsEntry("protocol", "50")
                .containsEntry("from_port", 0L)
                .containsEntry("to_port", 65535L);
    }

    @Test
    void protocolNumbersWithNamesGoByTheirNames() {
        StoredRun.Read read = read(ingress("<ipProtocol>6</ipProtocol><fromPort>443</fromPort><toPort>443</toPort>"
                + "<ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges>"));
        assertThat(read.members().get(0)).containsEntry("protocol", "tcp").containsEntry("from_port", 443L);
    }
}
