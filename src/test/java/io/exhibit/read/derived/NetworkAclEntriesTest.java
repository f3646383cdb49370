package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Record;
import io.exhibit.read.StoredRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkAclEntriesTest {

    private static StoredRun.Read read(String... entries) {
        return StoredRun.of("ec2.network-acls")
                .answer(
                        "ec2:DescribeNetworkAcls",
                        "<DescribeNetworkAclsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId>"
                                + "<networkAclSet><item><networkAclId>acl-1</networkAclId><vpcId>vpc-1</vpcId><default>false</default>"
                                + "<entrySet>" + String.join("", entries) + "</entrySet><associationSet><item>"
                                + "<networkAclAssociationId>aclassoc-1</networkAclAssociationId><networkAclId>acl-1</networkAclId>"
                                + "<subnetId>subnet-1</subnetId></item></associationSet></item></networkAclSet>"
                                + "</DescribeNetworkAclsResponse>")
                .read("ec2.network-acl-entries");
    }

    private static String entry(int number, String action, String protocol, String cidr, String ports) {
        String range = ports.isEmpty()
                ? ""
                : "<portRange><from>" + ports.split("-")[0] + "</from><to>" + ports.split("-")[1] + "</to></portRange>";
        String member = cidr.contains(":") ? "ipv6CidrBlock" : "cidrBlock";
        return "<item><ruleNumber>" + number + "</ruleNumber><protocol>" + protocol + "</protocol><ruleAction>" + action
                + "</ruleAction><egress>false</egress><" + member + ">" + cidr + "</" + member + ">" + range
                + "</item>";
    }

    private static Object open(StoredRun.Read read, int number) {
        return read.members("acl-1 ingress " + number).get("open_tcp");
    }

    private static Map<String, Long> ports(long from, long to) {
        return Map.of("from_port", from, "to_port", to);
    }

    @Test
    void anEntryIsARecordThatNamesItsList() {
        StoredRun.Read read = read(entry(100, "allow", "6", "0.0.0.0/0", "443-443"));
        assertThat(read.records()).extracting(Record::key).containsExactly("acl-1 ingress 100");
        assertThat(read.members().get(0))
                .containsEntry("network_acl_id", "acl-1")
                .containsEntry("vpc_id", "vpc-1")
                .containsEntry("is_default", false)
                .containsEntry("subnets", List.of("subnet-1"))
                .containsEntry("action", "allow")
                .containsEntry("protocol", "tcp")
                .containsEntry("from_port", 443L)
                .containsEntry("source", "0.0.0.0/0")
                .containsEntry("anywhere", true)
                .containsEntry("open_tcp", List.of(ports(443, 443)));
    }

    @Test
    void aDenialBeforeClosesItsPorts() {
        StoredRun.Read read = read(
                entry(130, "allow", "6", "0.0.0.0/0", "1024-65535"), entry(90, "deny", "6", "0.0.0.0/0", "3389-3389"));
        assertThat(open(read, 130)).isEqualTo(List.of(ports(1024, 3388), ports(3390, 65535)));
        assertThat(open(read, 90)).isEqualTo(List.of());
    }

    @Test
    void aDenialAfterComesTooLate() {
        StoredRun.Read read =
                read(entry(100, "allow", "-1", "0.0.0.0/0", ""), entry(32767, "deny", "-1", "0.0.0.0/0", ""));
        assertThat(open(read, 100)).isEqualTo(List.of(ports(0, 65535)));
    }

    @Test
    void aDenialOfEverythingLeavesNothing() {
        StoredRun.Read read =
                read(entry(100, "deny", "-1", "0.0.0.0/0", ""), entry(110, "allow", "6", "10.0.0.0/8", "22-22"));
        assertThat(open(read, 110)).isEqualTo(List.of());
        assertThat(read.members("acl-1 ingress 110")).containsEntry("anywhere", false);
    }

    @Test
    void aDenialForFewerAddressesOrAnotherProtocolClosesNothing() {
        StoredRun.Read read = read(
                entry(10, "deny", "6", "198.51.100.0/24", "22-22"),
                entry(20, "deny", "17", "0.0.0.0/0", "22-22"),
                entry(30, "deny", "6", "::/0", "22-22"),
                entry(100, "allow", "6", "0.0.0.0/0", "22-22"));
        assertThat(open(read, 100)).isEqualTo(List.of(ports(22, 22)));
    }

    @Test
    void addressesThatCannotBeReadAreNotAnywhereAndNotElsewhere() {
        StoredRun.Read read =
                read(entry(10, "deny", "6", "everywhere/0", "22-22"), entry(100, "allow", "6", "cafe/8", "22-22"));
        assertThat(read.members("acl-1 ingress 100")).doesNotContainKey("anywhere");
        assertThat(open(read, 100)).isEqualTo(List.of(ports(22, 22)));
    }
}
