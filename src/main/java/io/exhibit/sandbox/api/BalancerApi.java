package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Balancer;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Elastic Load Balancing, version 2015-12-01: application and network load balancers (query protocol). */
final class BalancerApi {
    static final Pages.Rule RULE = new Pages.Rule(
            1,
            400,
            400,
            size -> invalid(
                    "ValidationError",
                    "1 validation error detected: Value '" + size
                            + "' at 'pageSize' failed to satisfy constraint: Member must have value less than or equal to 400"),
            invalid("ValidationError", "The marker is not valid"));

    private final Supplier<World> world;
    private final Pages pages;

    private BalancerApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        BalancerApi api = new BalancerApi(world, pages);
        return new AwsService(
                "elbv2",
                Protocol.QUERY,
                "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/",
                "Message",
                Wording.query("InternalFailure", "2015-12-01"),
                List.of(
                        Operation.pagedNamed("DescribeLoadBalancers", api::balancers),
                        Operation.named("DescribeLoadBalancerAttributes", api::attributes),
                        Operation.pagedNamed("DescribeListeners", api::listeners),
                        Operation.pagedNamed("DescribeRules", api::rules),
                        Operation.pagedNamed("DescribeSSLPolicies", api::policies),
                        Operation.pagedNamed("DescribeTargetGroups", api::targets)));
    }

    private Map<String, Object> balancers(Ask ask) {
        return list(ask, "LoadBalancers", all(ask).map(each -> BalancerShapes.balancer(world.get(), ask, each)));
    }

    private Map<String, Object> attributes(Ask ask) {
        return Tree.of("Attributes", BalancerShapes.attributes(named(ask)));
    }

    private Map<String, Object> listeners(Ask ask) {
        Balancer balancer = named(ask);
        return list(
                ask,
                "Listeners",
                balancer.listeners().stream().map(each -> BalancerShapes.listener(ask, balancer, each)));
    }

    private Map<String, Object> rules(Ask ask) {
        String asked = ask.member("ListenerArn").orElse("");
        List<Map<String, Object>> rules = all(ask).flatMap(balancer -> balancer.listeners().stream()
                        .filter(each -> BalancerShapes.arn(ask, balancer, each).equals(asked))
                        .map(each -> BalancerShapes.rule(ask, balancer, each)))
                .toList();
        if (rules.isEmpty()) {
            throw invalid("ListenerNotFound", "One or more listeners not found");
        }
        return list(ask, "Rules", rules.stream());
    }

    private Map<String, Object> policies(Ask ask) {
        Set<String> names = Ec2Api.numbered(ask, "Names.member");
        List<Map<String, Object>> policies = BalancerShapes.policies().stream()
                .filter(policy -> names.isEmpty() || names.contains(policy.get("Name")))
                .toList();
        if (policies.size() < names.size()) {
            throw invalid("SSLPolicyNotFound", "One or more SSL policies not found");
        }
        return list(ask, "SslPolicies", policies.stream());
    }

    private Map<String, Object> targets(Ask ask) {
        return list(ask, "TargetGroups", all(ask).map(each -> BalancerShapes.targets(world.get(), ask, each)));
    }

    private Map<String, Object> list(Ask ask, String carrier, Stream<Map<String, Object>> items) {
        Pages.Page<Map<String, Object>> page = pages.of(ask, RULE, items.toList());
        return Tree.of(carrier, page.items(), "NextMarker", page.next());
    }

    private Stream<Balancer> all(Ask ask) {
        return world.get().balancers(ask.account(), ask.region()).stream()
                .filter(each -> !each.kind().equals("classic"));
    }

    private Balancer named(Ask ask) {
        String asked = ask.member("LoadBalancerArn").orElse("");
        return all(ask).filter(each -> each.arn(ask.account(), ask.region()).equals(asked))
                .findFirst()
                .orElseThrow(() -> invalid("LoadBalancerNotFound", "One or more load balancers not found"));
    }

    private static AwsError invalid(String code, String message) {
        return new AwsError(400, code, message);
    }
}
