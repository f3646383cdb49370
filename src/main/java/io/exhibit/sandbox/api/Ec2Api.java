package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.SecurityGroup;
import io.exhibit.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Amazon EC2: regions and security groups (EC2 query protocol); networks and EBS are in classes of their own. */
final class Ec2Api {
    private static final List<String> NOT_OPTED_IN = List.of(
            "af-south-1",
            "ap-east-1",
            "ap-south-2",
            "ap-southeast-3",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1");
    private static final Pages.Rule RULE = new Pages.Rule(
            5,
            1000,
            1000,
            size -> invalid(
                    "InvalidParameterValue",
                    "Value ( " + size
                            + " ) for parameter maxResults is invalid. Expecting a value between 5 and 1000."),
            invalid("InvalidPaginationToken", "The specified pagination token is not valid or has expired."));
    private static final Pages.Rule ALL = new Pages.Rule(1, 1_000_000, 1_000_000, RULE.badSize(), RULE.badToken());

    private final Supplier<World> world;
    private final Pages pages;

    private Ec2Api(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        Ec2Api api = new Ec2Api(world, pages);
        List<Operation> operations = new ArrayList<>(List.of(
                Operation.named("DescribeRegions", api::regions),
                Operation.pagedNamed("DescribeSecurityGroups", api::securityGroups)));
        operations.addAll(VpcApi.operations(world, pages));
        operations.addAll(EbsApi.operations(world, pages));
        return new AwsService(
                "ec2", Protocol.EC2, "http://ec2.amazonaws.com/doc/2016-11-15/", "Message", Wording.ec2(), operations);
    }

    /** A list as every Describe operation gives it: all of it when no page size is asked for. */
    static Map<String, Object> list(Ask ask, Pages pages, String carrier, List<Map<String, Object>> items) {
        dryRun(ask);
        Pages.Page<Map<String, Object>> page = pages.of(ask, ask.size().isPresent() ? RULE : ALL, items);
        return Tree.of(carrier, page.items(), "nextToken", page.next());
    }

    static List<Map<String, Object>> tags(Map<String, String> tags) {
        return new TreeMap<>(tags)
                .entrySet().stream()
                        .map(tag -> Tree.of("key", tag.getKey(), "value", tag.getValue()))
                        .toList();
    }

    private Map<String, Object> regions(Ask ask) {
        dryRun(ask);
        boolean all = ask.member("AllRegions").filter("true"::equals).isPresent();
        Set<String> named = numbered(ask, "RegionName");
        Stream<Map<String, Object>> enabled =
                world.get().regions().stream().map(name -> region(name, "opt-in-not-required"));
        Stream<Map<String, Object>> others =
                all ? NOT_OPTED_IN.stream().map(name -> region(name, "not-opted-in")) : Stream.empty();
        return Tree.of(
                "regionInfo",
                Stream.concat(enabled, others)
                        .filter(region -> named.isEmpty() || named.contains(region.get("regionName")))
                        .toList());
    }

    private Map<String, Object> securityGroups(Ask ask) {
        dryRun(ask);
        Set<String> ids = numbered(ask, "GroupId");
        List<SecurityGroup> groups = world.get().securityGroups(ask.account(), ask.region()).stream()
                .filter(group -> ids.isEmpty() || ids.contains(group.id()))
                .filter(group -> matches(
                        ask,
                        Map.of(
                                "group-id",
                                SecurityGroup::id,
                                "group-name",
                                SecurityGroup::name,
                                "vpc-id",
                                SecurityGroup::vpc),
                        group))
                .toList();
        Pages.Page<SecurityGroup> page = pages.of(ask, ask.size().isPresent() ? RULE : ALL, groups);
        return Tree.of(
                "securityGroupInfo",
                page.items().stream()
                        .map(group -> NetworkShapes.group(group, ask))
                        .toList(),
                "nextToken",
                page.next());
    }

    private static Map<String, Object> region(String name, String status) {
        return Tree.of("regionName", name, "regionEndpoint", "ec2." + name + ".amazonaws.com", "optInStatus", status);
    }

    private static <T> boolean matches(Ask ask, Map<String, Function<T, String>> known, T item) {
        for (int i = 1; ask.member("Filter." + i + ".Name").isPresent(); i++) {
            String name = ask.member("Filter." + i + ".Name").orElseThrow();
            Function<T, String> value = known.get(name);
            if (value == null) {
                throw invalid("InvalidParameterValue", "The filter '" + name + "' is invalid");
            }
            if (!numbered(ask, "Filter." + i + ".Value").contains(value.apply(item))) {
                return false;
            }
        }
        return true;
    }

    static Set<String> numbered(Ask ask, String name) {
        return ask.parameters().entrySet().stream()
                .filter(each -> each.getKey().matches(Pattern.quote(name) + "\\.\\d+"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    static void dryRun(Ask ask) {
        if (ask.member("DryRun").filter("true"::equals).isPresent()) {
            throw new AwsError(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
        }
    }

    static AwsError invalid(String code, String message) {
        return new AwsError(400, code, message);
    }
}
