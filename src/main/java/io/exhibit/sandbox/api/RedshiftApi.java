package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Store;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon Redshift: clusters and the parameters of their groups (query protocol, lists with named items). */
final class RedshiftApi {
    private final Supplier<World> world;
    private final Pages pages;

    private RedshiftApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        RedshiftApi api = new RedshiftApi(world, pages);
        return new AwsService(
                "redshift",
                Protocol.QUERY,
                "http://redshift.amazonaws.com/doc/2012-12-01/",
                "Message",
                Wording.query("InternalFailure", "2012-12-01"),
                List.of(
                        Operation.pagedNamed("DescribeClusters", api::clusters),
                        Operation.pagedNamed("DescribeClusterParameters", api::parameters)));
    }

    private Map<String, Object> clusters(Ask ask) {
        Pages.Page<Store> page = pages.of(ask, RdsApi.RULE, warehouses(ask));
        List<Map<String, Object>> shown = page.items().stream()
                .map(store -> Tree.of(
                        "ClusterIdentifier",
                        store.name(),
                        "NodeType",
                        "ra3.large",
                        "ClusterStatus",
                        "available",
                        "DBName",
                        "reports",
                        "PubliclyAccessible",
                        false,
                        "Encrypted",
                        store.encrypted(),
                        "AutomatedSnapshotRetentionPeriod",
                        7,
                        "EnhancedVpcRouting",
                        true,
                        "ClusterParameterGroups",
                        new Tree.Listed(
                                "ClusterParameterGroup",
                                List.of(Tree.of(
                                        "ParameterGroupName", group(store), "ParameterApplyStatus", "in-sync")))))
                .toList();
        return Tree.of("Clusters", new Tree.Listed("Cluster", shown), "Marker", page.next());
    }

    private Map<String, Object> parameters(Ask ask) {
        String group = ask.member("ParameterGroupName").orElse("");
        if (warehouses(ask).stream().noneMatch(store -> group(store).equals(group))) {
            throw new AwsError(404, "ClusterParameterGroupNotFound", "Parameter group not found: " + group);
        }
        boolean required = world.get().requiresTls();
        List<Map<String, Object>> all = List.of(
                parameter("enable_user_activity_logging", "true", "user", "boolean"),
                parameter("require_ssl", String.valueOf(required), required ? "user" : "engine-default", "boolean"),
                parameter("use_fips_ssl", "false", "engine-default", "boolean"),
                parameter("wlm_json_configuration", "[{\"query_concurrency\":5}] <!-- =1+1 -->", "user", "string"));
        Pages.Page<Map<String, Object>> page = pages.of(ask, RdsApi.RULE, all);
        return Tree.of("Parameters", new Tree.Listed("Parameter", page.items()), "Marker", page.next());
    }

    private static Map<String, Object> parameter(String name, String value, String source, String type) {
        return Tree.of(
                "ParameterName",
                name,
                "ParameterValue",
                value,
                "Source",
                source,
                "DataType",
                type,
                "ApplyType",
                "static",
                "IsModifiable",
                true);
    }

    private List<Store> warehouses(Ask ask) {
        return world.get().stores(ask.account(), ask.region()).all(Store.Kind.WAREHOUSE);
    }

    private static String group(Store warehouse) {
        return warehouse.name() + "-parameters";
    }
}
