package io.exhibit.sandbox.world;

import io.exhibit.sandbox.world.SecurityGroup.Kind;
import io.exhibit.sandbox.world.SecurityGroup.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The security groups of each account and region. */
final class SecurityGroups {
    private static final String ANYWHERE = "0.0.0.0/0";
    private static final List<Rule> OUT = List.of(new Rule("-1", -1, -1, Kind.IPV4, ANYWHERE, ""));

    private final World world;
    private final Account account;
    private final String region;

    private SecurityGroups(World world, Account account, String region) {
        this.world = world;
        this.account = account;
        this.region = region;
    }

    static List<SecurityGroup> of(World world, Account account, String region) {
        SecurityGroups groups = new SecurityGroups(world, account, region);
        List<SecurityGroup> all = new ArrayList<>(List.of(groups.standard()));
        switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1" ->
                all.addAll(List.of(groups.bastion(), groups.web("claims-web"), groups.database("claims-db", false)));
            case "claims-prod/us-west-2" -> all.add(groups.database("claims-db-standby", false));
            case "portal-prod/us-east-1", "portal-prod/eu-west-1" -> all.add(groups.web("portal-web"));
            case "portal-prod/us-west-2" ->
                all.addAll(List.of(
                        groups.web("portal-web"), groups.database("portal-db", world.holds(Story.DATABASE_OPEN))));
            case "sandbox/eu-west-1" -> all.add(groups.trial());
            default -> {}
        }
        int further = Further.of(world.size(), account, region).securityGroups();
        return Further.after(all, further, number -> groups.web("work-" + number));
    }

    private SecurityGroup standard() {
        Rule itself = new Rule("-1", -1, -1, Kind.GROUP, id("default"), "");
        return group("default", "default VPC security group", List.of(itself), Map.of());
    }

    private SecurityGroup bastion() {
        List<Rule> ingress = new ArrayList<>();
        ingress.add(new Rule("tcp", 22, 22, Kind.IPV4, "198.51.100.0/24", "Office network"));
        if (world.holds(Story.SSH_OPEN)) {
            ingress.add(new Rule("tcp", 22, 22, Kind.IPV4, ANYWHERE, "temporary, vendor on call"));
        }
        return group("claims-bastion", "Way in for operators (logged)", ingress, Map.of("Name", "claims-bastion"));
    }

    private SecurityGroup web(String name) {
        return group(
                name,
                "HTTPS from the internet",
                List.of(
                        new Rule("tcp", 443, 443, Kind.IPV4, ANYWHERE, "public web"),
                        new Rule("tcp", 443, 443, Kind.IPV6, "::/0", "public web")),
                // Tag values of EC2 may hold any character.
                Map.of(
                        "Name",
                        "<script>alert(1)</script>",
                        "owner",
                        "=cmd|' /C calc'!A0",
                        "note",
                        "\u202ediordna\u202c\u200b\u2066x\u2069"));
    }

    private SecurityGroup database(String name, boolean open) {
        List<Rule> ingress = new ArrayList<>();
        ingress.add(new Rule("tcp", 5432, 5432, Kind.GROUP, id("web"), "from the application"));
        ingress.add(new Rule(
                "tcp", 5432, 5432, Kind.PREFIX_LIST, "pl-" + world.digest().hex("prefix", region, 17), ""));
        if (open) {
            ingress.add(new Rule("tcp", 5432, 5432, Kind.IPV4, ANYWHERE, "reporting tool"));
        }
        return group(name, "PostgreSQL", ingress, Map.of("data-class", "ephi"));
    }

    private SecurityGroup trial() {
        String long200 = "workshop ".repeat(22) + "ok";
        return group(
                "trial-lab-" + "0123456789".repeat(11),
                long200,
                List.of(
                        new Rule("tcp", 3389, 3389, Kind.IPV6, "::/0", "workshop"),
                        new Rule("icmp", 8, -1, Kind.IPV4, ANYWHERE, "ping"),
                        new Rule("47", -1, -1, Kind.IPV4, "10.0.0.0/8", "")),
                Map.of(
                        "\u0928\u093e\u092e",
                        "\u092a\u0930\u0940\u0915\u094d\u0937\u0923",
                        "\u540d\u524d",
                        "\u8a66\u9a13"));
    }

    private SecurityGroup group(String name, String description, List<Rule> ingress, Map<String, String> tags) {
        String vpc = "vpc-" + world.digest().hex("vpc", account.id() + region, 17);
        return new SecurityGroup(id(name), name, description, vpc, ingress, OUT, tags);
    }

    private String id(String name) {
        return "sg-" + world.digest().hex("group", account.id() + region + name, 17);
    }
}
