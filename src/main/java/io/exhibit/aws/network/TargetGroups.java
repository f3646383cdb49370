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
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;

/** Target groups: by which protocol load balancers go on to what answers behind them. */
public final class TargetGroups implements Collector {

    private static final String GROUPS = "elbv2:DescribeTargetGroups";

    public static final Source SOURCE = new Source(
            "elbv2.target-groups",
            "Target groups of load balancers",
            Scope.REGION,
            List.of(permitted(
                    query(GROUPS, "TargetGroupArn", "TargetGroups"), "elasticloadbalancing:DescribeTargetGroups")),
            List.of(reading(
                    "elbv2.target-groups", "target groups", "TargetGroupArn", "TargetGroups", List.of(GROUPS))));

    private static final int PAGE = 400;

    private final AwsClients clients;

    public TargetGroups(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        ElasticLoadBalancingV2Client elb = clients.regional("elbv2", target, ElasticLoadBalancingV2Client::builder);
        capture.pages(
                Call.of(GROUPS),
                marker -> elb.describeTargetGroups(
                        r -> r.pageSize(clients.page(PAGE)).marker(marker)),
                DescribeTargetGroupsResponse::nextMarker,
                page -> {});
    }
}
