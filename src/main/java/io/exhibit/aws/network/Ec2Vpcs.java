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
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;

/** VPCs and their subnets: a VPC is also logged when each of its subnets is. */
public final class Ec2Vpcs implements Collector {

    public static final Source SOURCE = new Source(
            "ec2.vpcs",
            "EC2 VPCs",
            Scope.REGION,
            List.of(ec2("ec2:DescribeVpcs", "VpcId", "Vpcs"), ec2("ec2:DescribeSubnets", "SubnetId", "Subnets")),
            List.of(
                    reading("ec2.vpcs", "VPCs", "VpcId", "Vpcs", List.of("ec2:DescribeVpcs")),
                    reading("ec2.subnets", "subnets", "SubnetId", "Subnets", List.of("ec2:DescribeSubnets"))));

    private final AwsClients clients;

    public Ec2Vpcs(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        Ec2Client ec2 = clients.regional("ec2", target, Ec2Client::builder);
        int size = Ec2Page.size(clients);
        capture.pages(
                Call.of("ec2:DescribeVpcs"),
                token -> ec2.describeVpcs(r -> r.maxResults(size).nextToken(token)),
                DescribeVpcsResponse::nextToken,
                page -> {});
        capture.pages(
                Call.of("ec2:DescribeSubnets"),
                token -> ec2.describeSubnets(r -> r.maxResults(size).nextToken(token)),
                DescribeSubnetsResponse::nextToken,
                page -> {});
    }
}
