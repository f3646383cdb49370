package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Balancer;
import io.exhibit.sandbox.world.Balancer.Listener;
import io.exhibit.sandbox.world.Network;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Load balancers, listeners and TLS policies as Elastic Load Balancing shows them. */
final class BalancerShapes {
    static final Instant MADE = Instant.parse("2025-04-14T11:00:00Z");
    private static final List<String> MODERN = List.of("TLS_AES_128_GCM_SHA256", "ECDHE-RSA-AES128-GCM-SHA256");

    private BalancerShapes() {}

    static Map<String, Object> balancer(World world, Ask ask, Balancer balancer) {
        Network network = world.network(ask.account(), ask.region());
        boolean app = balancer.kind().equals("app");
        return Tree.of(
                "LoadBalancerArn",
                balancer.arn(ask.account(), ask.region()),
                "DNSName",
                balancer.name() + "-1." + ask.region() + ".elb.amazonaws.com",
                "CreatedTime",
                MADE,
                "LoadBalancerName",
                balancer.name(),
                "Scheme",
                balancer.internetFacing() ? "internet-facing" : "internal",
                "VpcId",
                network.vpc().id(),
                "State",
                Tree.of("Code", "active"),
                "Type",
                app ? "application" : "network",
                "AvailabilityZones",
                List.of(Tree.of(
                        "ZoneName",
                        ask.region() + "a",
                        "SubnetId",
                        network.subnets().get(0).id())),
                "SecurityGroups",
                app ? groups(world, ask, balancer) : null,
                "IpAddressType",
                "ipv4");
    }

    private static List<String> groups(World world, Ask ask, Balancer balancer) {
        return world.securityGroups(ask.account(), ask.region()).stream()
                .filter(group -> group.name().equals(balancer.name()))
                .map(group -> group.id())
                .toList();
    }

    static List<Map<String, Object>> attributes(Balancer balancer) {
        boolean logging = balancer.logging();
        return List.of(
                attribute("access_logs.s3.enabled", String.valueOf(logging)),
                attribute("access_logs.s3.bucket", logging ? "harborview-access-logs" : ""),
                attribute("access_logs.s3.prefix", ""),
                attribute("deletion_protection.enabled", String.valueOf(logging)));
    }

    private static Map<String, Object> attribute(String key, String value) {
        return Tree.of("Key", key, "Value", value);
    }

    static Map<String, Object> listener(Ask ask, Balancer balancer, Listener listener) {
        boolean tls = !listener.tls().isEmpty();
        String certificate = "arn:aws:acm:" + ask.region() + ":" + ask.account() + ":certificate/" + listener.id();
        return Tree.of(
                "ListenerArn", arn(ask, balancer, listener),
                "LoadBalancerArn", balancer.arn(ask.account(), ask.region()),
                "Port", listener.port(),
                "Protocol", listener.protocol(),
                "Certificates", tls ? List.of(Tree.of("CertificateArn", certificate)) : null,
                "SslPolicy", tls ? listener.tls() : null,
                "DefaultActions", List.of(action(ask, balancer, listener)));
    }

    static Map<String, Object> rule(Ask ask, Balancer balancer, Listener listener) {
        return Tree.of(
                "RuleArn",
                arn(ask, balancer, listener).replace(":listener/", ":listener-rule/") + "/" + listener.id(),
                "Priority",
                "default",
                "Conditions",
                List.of(),
                "Actions",
                List.of(action(ask, balancer, listener)),
                "IsDefault",
                true);
    }

    private static Map<String, Object> action(Ask ask, Balancer balancer, Listener listener) {
        return listener.redirects()
                ? Tree.of(
                        "Type",
                        "redirect",
                        "Order",
                        1,
                        "RedirectConfig",
                        Tree.of(
                                "Protocol", "HTTPS",
                                "Port", "443",
                                "Host", "#{host}",
                                "Path", "/#{path}",
                                "Query", "#{query}",
                                "StatusCode", "HTTP_301"))
                : Tree.of("Type", "forward", "TargetGroupArn", targetArn(ask, balancer));
    }

    static Map<String, Object> targets(World world, Ask ask, Balancer balancer) {
        boolean app = balancer.kind().equals("app");
        boolean tls = balancer.logging();
        String protocol = tls ? app ? "HTTPS" : "TLS" : "HTTP";
        return Tree.of(
                "TargetGroupArn",
                targetArn(ask, balancer),
                "TargetGroupName",
                balancer.name(),
                "Protocol",
                protocol,
                "Port",
                tls ? 8443 : 8080,
                "VpcId",
                world.network(ask.account(), ask.region()).vpc().id(),
                "HealthCheckProtocol",
                app ? protocol : "TCP",
                "HealthCheckEnabled",
                true,
                "LoadBalancerArns",
                List.of(balancer.arn(ask.account(), ask.region())),
                "TargetType",
                "ip",
                "ProtocolVersion",
                app ? "HTTP1" : null,
                "IpAddressType",
                "ipv4");
    }

    static List<Map<String, Object>> policies() {
        return List.of(
                policy("ELBSecurityPolicy-2016-08", "TLSv1", "TLSv1.1", "TLSv1.2"),
                policy("ELBSecurityPolicy-TLS13-1-2-2021-06", "TLSv1.2", "TLSv1.3"),
                policy("ELBSecurityPolicy-TLS13-1-3-2021-06", "TLSv1.3"));
    }

    private static Map<String, Object> policy(String name, String... protocols) {
        List<Map<String, Object>> ciphers = IntStream.range(0, MODERN.size())
                .mapToObj(i -> Tree.of("Name", MODERN.get(i), "Priority", i + 1))
                .toList();
        return Tree.of(
                "SslProtocols",
                List.of(protocols),
                "Ciphers",
                ciphers,
                "Name",
                name,
                "SupportedLoadBalancerTypes",
                List.of("application", "network"));
    }

    static String arn(Ask ask, Balancer balancer, Listener listener) {
        return balancer.arn(ask.account(), ask.region()).replace(":loadbalancer/", ":listener/") + "/" + listener.id();
    }

    private static String targetArn(Ask ask, Balancer balancer) {
        return "arn:aws:elasticloadbalancing:" + ask.region() + ":" + ask.account() + ":targetgroup/" + balancer.name()
                + "/" + balancer.id();
    }
}
