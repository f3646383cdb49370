package io.exhibit.sandbox.world;

import java.util.List;

/** One web ACL; {@code counted} are those of its managed rule groups whose matches are only counted. */
public record WebAcl(
        String name,
        String id,
        String description,
        boolean edge,
        List<String> groups,
        List<String> counted,
        List<Protected> resources,
        boolean logging) {
    private static final String COMMON = "AWSManagedRulesCommonRuleSet";
    private static final String BAD_INPUTS = "AWSManagedRulesKnownBadInputsRuleSet";

    /** {@code type} as AWS WAF names types of resource. */
    public record Protected(String type, String arn) {}

    /** Those of a region. */
    static List<WebAcl> of(World world, Account account, String region) {
        return switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1" ->
                List.of(
                        acl(world, account, region, "claims-edge", List.of(), balancers(world, account, region), true),
                        acl(world, account, region, "claims-api-draft", List.of(COMMON), List.of(), true));
            case "portal-prod/us-east-1" ->
                List.of(acl(world, account, region, "portal-edge", List.of(), balancers(world, account, region), true));
            case "portal-prod/us-west-2" ->
                List.of(acl(
                        world,
                        account,
                        region,
                        "portal-edge",
                        world.holds(Story.WAF_COUNTED) ? List.of(COMMON) : List.of(),
                        balancers(world, account, region),
                        world.since(Story.PORTAL_WAF_LOGGED)));
            default -> List.of();
        };
    }

    /** Those of CloudFront, which belong to no region. */
    static List<WebAcl> ofCloudFront(World world, Account account) {
        String app = "arn:aws:amplify:us-east-1:" + account.id() + ":apps/d3f9k2m8claims";
        return account.id().equals(Accounts.CLAIMS)
                ? List.of(acl(
                        world, account, "", "claims-members", List.of(), List.of(new Protected("AMPLIFY", app)), true))
                : List.of();
    }

    private static List<Protected> balancers(World world, Account account, String region) {
        return world.balancers(account.id(), region).stream()
                .filter(balancer -> balancer.kind().equals("app") && balancer.internetFacing())
                .map(balancer -> new Protected("APPLICATION_LOAD_BALANCER", balancer.arn(account.id(), region)))
                .toList();
    }

    private static WebAcl acl(
            World world,
            Account account,
            String region,
            String name,
            List<String> counted,
            List<Protected> resources,
            boolean logging) {
        String id = world.digest().uuid("webacl", account.id() + region + name);
        return new WebAcl(
                name,
                id,
                "Guards " + name + " since 2025",
                region.isEmpty(),
                List.of(COMMON, BAD_INPUTS),
                counted,
                resources,
                logging);
    }

    public String arn(String account, String region) {
        String place = edge ? "us-east-1:" + account + ":global" : region + ":" + account + ":regional";
        return "arn:aws:wafv2:" + place + "/webacl/" + name + "/" + id;
    }
}
