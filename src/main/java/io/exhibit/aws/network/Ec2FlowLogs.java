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
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;

/** Flow logs of VPCs, subnets and network interfaces: whether they run, what they keep and where it goes. */
public final class Ec2FlowLogs implements Collector {

    public static final Source SOURCE = new Source(
            "ec2.flow-logs",
            "EC2 flow logs",
            Scope.REGION,
            List.of(ec2("ec2:DescribeFlowLogs", "FlowLogId", "FlowLogs")),
            List.of(reading("ec2.flow-logs", "flow logs", "FlowLogId", "FlowLogs", List.of("ec2:DescribeFlowLogs"))));

    private final AwsClients clients;

    public Ec2FlowLogs(AwsClients clients) {
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
                Call.of("ec2:DescribeFlowLogs"),
                token -> ec2.describeFlowLogs(
                        r -> r.maxResults(Ec2Page.size(clients)).nextToken(token)),
                DescribeFlowLogsResponse::nextToken,
                page -> {});
    }
}
