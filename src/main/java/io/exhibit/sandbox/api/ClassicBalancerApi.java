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
import java.util.function.Supplier;

/** Elastic Load Balancing, version 2012-06-01: classic load balancers (query protocol). */
final class ClassicBalancerApi {
    private final Supplier<World> world;
    private final Pages pages;

    private ClassicBalancerApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        ClassicBalancerApi api = new ClassicBalancerApi(world, pages);
        return new AwsService(
                "elb",
                Protocol.QUERY,
                "http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/",
                "Message",
                Wording.query("InternalFailure", "2012-06-01"),
                List.of(
                        Operation.pagedNamed("DescribeLoadBalancers", api::balancers),
                        Operation.named("DescribeLoadBalancerAttributes", api::attributes),
                        Operation.named("DescribeLoadBalancerPolicies", api::policies)));
    }

    private Map<String, Object> balancers(Ask ask) {
        Pages.Page<Balancer> page = pages.of(ask, BalancerApi.RULE, all(ask));
        return Tree.of(
                "LoadBalancerDescriptions",
                page.items().stream().map(each -> description(ask, each)).toList(),
                "NextMarker",
                page.next());
    }

    private Map<String, Object> description(Ask ask, Balancer balancer) {
        return Tree.of(
                "LoadBalancerName", balancer.name(),
                "DNSName", "internal-" + balancer.name() + "-1." + ask.region() + ".elb.amazonaws.com",
                "ListenerDescriptions",
                        balancer.listeners().stream()
                                .map(each -> listener(ask, each))
                                .toList(),
                "Policies", Tree.of("OtherPolicies", names(balancer)),
                "VPCId", world.get().network(ask.account(), ask.region()).vpc().id(),
                "CreatedTime", BalancerShapes.MADE,
                "Scheme", balancer.internetFacing() ? "internet-facing" : "internal");
    }

    private static Map<String, Object> listener(Ask ask, Balancer.Listener listener) {
        return Tree.of(
                "Listener",
                Tree.of(
                        "Protocol", listener.protocol(),
                        "LoadBalancerPort", listener.port(),
                        "InstanceProtocol", listener.protocol(),
                        "InstancePort", 8443,
                        "SSLCertificateId", "arn:aws:iam::" + ask.account() + ":server-certificate/edi"),
                "PolicyNames",
                List.of(listener.tls()));
    }

    private Map<String, Object> attributes(Ask ask) {
        boolean logging = named(ask).logging();
        return Tree.of(
                "LoadBalancerAttributes",
                Tree.of(
                        "CrossZoneLoadBalancing", Tree.of("Enabled", true),
                        "AccessLog", Tree.of("Enabled", logging, "S3BucketName", "harborview-access-logs"),
                        "ConnectionDraining", Tree.of("Enabled", true, "Timeout", 300),
                        "ConnectionSettings", Tree.of("IdleTimeout", 60)));
    }

    private Map<String, Object> policies(Ask ask) {
        return Tree.of(
                "PolicyDescriptions",
                names(named(ask)).stream()
                        .map(name -> Tree.of(
                                "PolicyName",
                                name,
                                "PolicyTypeName",
                                "SSLNegotiationPolicyType",
                                "PolicyAttributeDescriptions",
                                List.of(
                                        attribute("Reference-Security-Policy", name),
                                        attribute("Protocol-TLSv1", "false"),
                                        attribute("Protocol-TLSv1.1", "false"),
                                        attribute("Protocol-TLSv1.2", "true"))))
                        .toList());
    }

    private static List<String> names(Balancer balancer) {
        return balancer.listeners().stream().map(Balancer.Listener::tls).toList();
    }

    private static Map<String, Object> attribute(String name, String value) {
        return Tree.of("AttributeName", name, "AttributeValue", value);
    }

    private List<Balancer> all(Ask ask) {
        return world.get().balancers(ask.account(), ask.region()).stream()
                .filter(each -> each.kind().equals("classic"))
                .toList();
    }

    private Balancer named(Ask ask) {
        String asked = ask.member("LoadBalancerName").orElse("");
        return all(ask).stream()
                .filter(each -> each.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> new AwsError(
                        400, "LoadBalancerNotFound", "There is no ACTIVE Load Balancer named '" + asked + "'"));
    }
}
