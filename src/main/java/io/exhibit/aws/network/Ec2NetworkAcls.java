package io.exhibit.aws.network;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;

/** Network access control lists and their entries; a second reading tells what is left open when denials come first. */
public final class Ec2NetworkAcls implements Collector {

    public static final Source SOURCE = new Source(
            "ec2.network-acls",
            "EC2 network ACLs",
            Scope.REGION,
            List.of(ec2("ec2:DescribeNetworkAcls", "NetworkAclId", "NetworkAcls")),
            List.of(
                    reading(
                            "ec2.network-acls",
                            "network ACLs",
                            "NetworkAclId",
                            "NetworkAcls",
                            List.of("ec2:DescribeNetworkAcls")),
                    derived(reading(
                            "ec2.network-acl-entries",
                            "network ACL entries",
                            "key",
                            "NetworkAcls",
                            List.of("ec2:DescribeNetworkAcls")))));

    private final AwsClients clients;

    public Ec2NetworkAcls(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        Ec2Client ec2 = clients.regional("ec2", target, Ec2Client::builder);
        capture.pages(
                Call.of("ec2:DescribeNetworkAcls"),
                token -> ec2.describeNetworkAcls(
                        r -> r.maxResults(Ec2Page.size(clients)).nextToken(token)),
                DescribeNetworkAclsResponse::nextToken,
                page -> {});
    }
}
