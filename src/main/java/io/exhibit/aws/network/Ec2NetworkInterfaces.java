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
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;

/** Network interfaces: which security groups are in use, and what has a public address. */
public final class Ec2NetworkInterfaces implements Collector {

    public static final Source SOURCE = new Source(
            "ec2.network-interfaces",
            "EC2 network interfaces",
            Scope.REGION,
            List.of(ec2("ec2:DescribeNetworkInterfaces", "NetworkInterfaceId", "NetworkInterfaces")),
            List.of(reading(
                    "ec2.network-interfaces",
                    "network interfaces",
                    "NetworkInterfaceId",
                    "NetworkInterfaces",
                    List.of("ec2:DescribeNetworkInterfaces"))));

    private final AwsClients clients;

    public Ec2NetworkInterfaces(AwsClients clients) {
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
                Call.of("ec2:DescribeNetworkInterfaces"),
                token -> ec2.describeNetworkInterfaces(
                        r -> r.maxResults(Ec2Page.size(clients)).nextToken(token)),
                DescribeNetworkInterfacesResponse::nextToken,
                page -> {});
    }
}
