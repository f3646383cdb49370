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
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/**
 * Application, network and gateway load balancers with their attributes, their listeners, and the TLS policies in use. Rules
 * are asked of listeners without TLS: whether each of them leads on to HTTPS.
 */
public final class LoadBalancers implements Collector {

    private static final String BALANCERS = "elbv2:DescribeLoadBalancers";
    private static final String ATTRIBUTES = "elbv2:DescribeLoadBalancerAttributes";
    private static final String LISTENERS = "elbv2:DescribeListeners";
    private static final String RULES = "elbv2:DescribeRules";
    private static final String POLICIES = "elbv2:DescribeSSLPolicies";
    private static final String IAM = "elasticloadbalancing:Describe";

    public static final Source SOURCE = new Source(
            "elbv2.load-balancers",
            "Load balancers",
            Scope.REGION,
            List.of(
                    permitted(query(BALANCERS, "LoadBalancerArn", "LoadBalancers"), IAM + "LoadBalancers"),
                    permitted(query(ATTRIBUTES, "Key", "Attributes"), IAM + "LoadBalancerAttributes"),
                    permitted(query(LISTENERS, "ListenerArn", "Listeners"), IAM + "Listeners"),
                    permitted(query(RULES, "RuleArn", "Rules"), IAM + "Rules"),
                    permitted(query(POLICIES, "Name", "SslPolicies"), IAM + "SSLPolicies")),
            List.of(
                    joined(
                            reading(
                                    "elbv2.load-balancers",
                                    "load balancers",
                                    "LoadBalancerArn",
                                    "LoadBalancers",
                                    List.of(BALANCERS)),
                            ATTRIBUTES),
                    joined(
                            reading(
                                    "elbv2.listeners",
                                    "listeners of load balancers",
                                    "ListenerArn",
                                    "Listeners",
                                    List.of(LISTENERS, BALANCERS)),
                            RULES),
                    reading(
                            "elbv2.tls-policies",
                            "TLS policies in use",
                            "Name",
                            "SslPolicies",
                            List.of(POLICIES, LISTENERS, BALANCERS))));

    private static final int PAGE = 400;

    private final AwsClients clients;

    public LoadBalancers(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        ElasticLoadBalancingV2Client elb = clients.regional("elbv2", target, ElasticLoadBalancingV2Client::builder);
        Set<String> balancers = new LinkedHashSet<>();
        capture.pages(
                Call.of(BALANCERS),
                marker -> elb.describeLoadBalancers(
                        r -> r.pageSize(clients.page(PAGE)).marker(marker)),
                DescribeLoadBalancersResponse::nextMarker,
                page -> page.loadBalancers().stream()
                        .map(LoadBalancer::loadBalancerArn)
                        .forEach(balancers::add));
        Set<Listener> listeners = new LinkedHashSet<>();
        for (String arn : balancers) {
            capture.ask(
                    Call.of(ATTRIBUTES, arn), () -> elb.describeLoadBalancerAttributes(r -> r.loadBalancerArn(arn)));
            capture.pages(
                    Call.of(LISTENERS, arn),
                    marker -> elb.describeListeners(r ->
                            r.loadBalancerArn(arn).pageSize(clients.page(PAGE)).marker(marker)),
                    DescribeListenersResponse::nextMarker,
                    page -> listeners.addAll(page.listeners()));
        }
        rules(elb, capture, listeners);
        policies(elb, capture, listeners);
    }

    private void rules(ElasticLoadBalancingV2Client elb, Capture capture, Set<Listener> listeners) {
        for (Listener listener : listeners) {
            if (listener.protocol() == ProtocolEnum.HTTP) {
                String arn = listener.listenerArn();
                capture.pages(
                        Call.of(RULES, arn),
                        marker -> elb.describeRules(r ->
                                r.listenerArn(arn).pageSize(clients.page(PAGE)).marker(marker)),
                        DescribeRulesResponse::nextMarker,
                        page -> {});
            }
        }
    }

    private void policies(ElasticLoadBalancingV2Client elb, Capture capture, Set<Listener> listeners) {
        List<String> names = listeners.stream()
                .map(Listener::sslPolicy)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            capture.pages(
                    Call.of(POLICIES),
                    marker -> elb.describeSSLPolicies(
                            r -> r.names(names).pageSize(clients.page(PAGE)).marker(marker)),
                    DescribeSslPoliciesResponse::nextMarker,
                    page -> {});
        }
    }
}
