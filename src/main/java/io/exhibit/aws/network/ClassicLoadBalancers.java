package io.exhibit.aws.network;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

/** Classic load balancers with their attributes; policies are asked of those that have a listener with TLS. */
public final class ClassicLoadBalancers implements Collector {

    private static final String BALANCERS = "elb:DescribeLoadBalancers";
    private static final String ATTRIBUTES = "elb:DescribeLoadBalancerAttributes";
    private static final String POLICIES = "elb:DescribeLoadBalancerPolicies";
    private static final String IAM = "elasticloadbalancing:DescribeLoadBalancer";

    public static final Source SOURCE = new Source(
            "elb.load-balancers",
            "Classic load balancers",
            Scope.REGION,
            List.of(
                    permitted(query(BALANCERS, "LoadBalancerName", "LoadBalancerDescriptions"), IAM + "s"),
                    permitted(query(ATTRIBUTES, "", "LoadBalancerAttributes"), IAM + "Attributes"),
                    permitted(query(POLICIES, "PolicyName", "PolicyDescriptions"), IAM + "Policies")),
            List.of(joined(
                    reading(
                            "elb.load-balancers",
                            "classic load balancers",
                            "LoadBalancerName",
                            "LoadBalancerDescriptions",
                            List.of(BALANCERS)),
                    ATTRIBUTES,
                    POLICIES)));

    private static final int PAGE = 400;
    private static final Set<String> WITH_TLS = Set.of("HTTPS", "SSL");

    private final AwsClients clients;

    public ClassicLoadBalancers(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        ElasticLoadBalancingClient elb = clients.regional("elb", target, ElasticLoadBalancingClient::builder);
        Set<LoadBalancerDescription> balancers = new LinkedHashSet<>();
        capture.pages(
                Call.of(BALANCERS),
                marker -> elb.describeLoadBalancers(
                        r -> r.pageSize(clients.page(PAGE)).marker(marker)),
                DescribeLoadBalancersResponse::nextMarker,
                page -> balancers.addAll(page.loadBalancerDescriptions()));
        for (LoadBalancerDescription balancer : balancers) {
            String name = balancer.loadBalancerName();
            capture.ask(
                    Call.of(ATTRIBUTES, name), () -> elb.describeLoadBalancerAttributes(r -> r.loadBalancerName(name)));
            if (hasTls(balancer)) {
                capture.ask(
                        Call.of(POLICIES, name), () -> elb.describeLoadBalancerPolicies(r -> r.loadBalancerName(name)));
            }
        }
    }

    private static boolean hasTls(LoadBalancerDescription balancer) {
        return balancer.listenerDescriptions().stream()
                .anyMatch(each -> WITH_TLS.contains(each.listener().protocol()));
    }
}
