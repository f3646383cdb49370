package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
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

/** Amazon Redshift: clusters (query protocol, lists with named items). */
public final class RedshiftApi {
    private final Supplier<World> world;
    private final Pages pages;

    private RedshiftApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    public static AwsService on(Supplier<World> world, Pages pages) {
        RedshiftApi api = new RedshiftApi(world, pages);
        return new AwsService(
                "redshift",
                Protocol.QUERY,
                "http://redshift.amazonaws.com/doc/2012-12-01/",
                "Message",
                Wording.query("InternalFailure", "2012-12-01"),
                List.of(Operation.pagedNamed("DescribeClusters", api::clusters)));
    }

    private Map<String, Object> clusters(Ask ask) {
        Pages.Page<Store> page = pages.of(
                ask,
                RdsApi.RULE,
                world.get().stores(ask.account(), ask.region()).all(Store.Kind.WAREHOUSE));
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
                        true))
                .toList();
        return Tree.of("Clusters", new Tree.Listed("Cluster", shown), "Marker", page.next());
    }
}
