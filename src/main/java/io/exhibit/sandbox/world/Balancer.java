package io.exhibit.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/** One load balancer; {@code kind} is "app", "net" or "classic", {@code id} the last part of its ARN. */
public record Balancer(
        String name, String id, String kind, boolean internetFacing, boolean logging, List<Listener> listeners) {

    /** {@code tls} is the security policy, or "" without TLS; such a one of kind "app" redirects to HTTPS where it is told to. */
    public record Listener(String id, String protocol, int port, String tls, boolean redirects) {}

    static final String STRICT = "ELBSecurityPolicy-TLS13-1-2-2021-06";
    static final String LAX = "ELBSecurityPolicy-2016-08";
    static final String CLASSIC = "ELBSecurityPolicy-TLS-1-2-2017-01";

    static List<Balancer> of(World world, Account account, String region) {
        String web = world.since(Story.PORTAL_TLS_RAISED) ? STRICT : LAX;
        List<Balancer> all = new ArrayList<>();
        switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1" -> {
                all.add(web(world, account, region, "claims-web", STRICT));
                all.add(make(world, account, region, "claims-feed", "net", "TLS", STRICT));
                all.add(make(world, account, region, "claims-edi", "classic", "HTTPS", CLASSIC));
            }
            case "portal-prod/us-east-1", "portal-prod/eu-west-1" ->
                all.add(web(world, account, region, "portal-web", STRICT));
            case "portal-prod/us-west-2" -> all.add(web(world, account, region, "portal-web", web));
            case "sandbox/eu-west-1" -> all.add(make(world, account, region, "lab", "app", "HTTP", ""));
            default -> {}
        }
        int further = Further.of(world.size(), account, region).balancers();
        return Further.after(all, further, number -> web(world, account, region, "work-" + number, STRICT));
    }

    private static Balancer web(World world, Account account, String region, String name, String tls) {
        String id = id(world, account, region, "balancer", name);
        return new Balancer(
                name,
                id,
                "app",
                true,
                true,
                List.of(
                        new Listener(id(world, account, region, "https", name), "HTTPS", 443, tls, false),
                        new Listener(id(world, account, region, "http", name), "HTTP", 80, "", true)));
    }

    private static Balancer make(
            World world, Account account, String region, String name, String kind, String protocol, String tls) {
        int port = tls.isEmpty() ? 8080 : 443;
        Listener listener = new Listener(id(world, account, region, protocol, name), protocol, port, tls, false);
        return new Balancer(
                name,
                id(world, account, region, "balancer", name),
                kind,
                tls.isEmpty(),
                !tls.isEmpty(),
                List.of(listener));
    }

    private static String id(World world, Account account, String region, String kind, String name) {
        return world.digest().hex(kind, account.id() + region + name, 16);
    }

    public String arn(String account, String region) {
        return "arn:aws:elasticloadbalancing:" + region + ":" + account + ":loadbalancer/" + kind + "/" + name + "/"
                + id;
    }
}
