package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Database;
import io.exhibit.sandbox.world.Snapshot;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Amazon RDS: databases, the TLS parameters of their groups, manual snapshots (query protocol, lists with named items). */
final class RdsApi {
    static final Pages.Rule RULE = new Pages.Rule(
            20,
            100,
            100,
            size -> invalid(
                    "InvalidParameterValue", "Invalid value " + size + " for MaxRecords. Must be between 20 and 100"),
            invalid("InvalidParameterValue", "The marker is not valid"));

    private final Supplier<World> world;
    private final Pages pages;

    private RdsApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        RdsApi api = new RdsApi(world, pages);
        return new AwsService(
                "rds",
                Protocol.QUERY,
                "http://rds.amazonaws.com/doc/2014-10-31/",
                "Message",
                Wording.query("InternalFailure", "2014-10-31"),
                List.of(
                        Operation.pagedNamed("DescribeDBInstances", ask -> api.databases(ask, false)),
                        Operation.pagedNamed("DescribeDBClusters", ask -> api.databases(ask, true)),
                        Operation.pagedNamed("DescribeDBParameters", ask -> api.parameters(ask, false)),
                        Operation.pagedNamed("DescribeDBClusterParameters", ask -> api.parameters(ask, true)),
                        Operation.pagedNamed("DescribeDBSnapshots", ask -> api.snapshots(ask, false)),
                        Operation.pagedNamed("DescribeDBClusterSnapshots", ask -> api.snapshots(ask, true)),
                        Operation.named("DescribeDBSnapshotAttributes", ask -> api.attributes(ask, false)),
                        Operation.named("DescribeDBClusterSnapshotAttributes", ask -> api.attributes(ask, true))));
    }

    private Map<String, Object> databases(Ask ask, boolean clustered) {
        return list(ask, clustered ? "DBCluster" : "DBInstance", known(ask, clustered), DatabaseShapes::database);
    }

    private Map<String, Object> snapshots(Ask ask, boolean clustered) {
        return list(
                ask, clustered ? "DBClusterSnapshot" : "DBSnapshot", taken(ask, clustered), DatabaseShapes::snapshot);
    }

    private Map<String, Object> parameters(Ask ask, boolean clustered) {
        String group = ask.member(clustered ? "DBClusterParameterGroupName" : "DBParameterGroupName")
                .orElse("");
        List<Database> users = known(ask, clustered).stream()
                .filter(database -> database.group().equals(group))
                .toList();
        if (users.isEmpty()) {
            throw invalid("DBParameterGroupNotFound", "DBParameterGroup not found: " + group);
        }
        return list(ask, "Parameter", users, DatabaseShapes::parameter);
    }

    private Map<String, Object> attributes(Ask ask, boolean clustered) {
        String prefix = clustered ? "DBClusterSnapshot" : "DBSnapshot";
        String name = ask.member(prefix + "Identifier").orElse("");
        Snapshot snapshot = taken(ask, clustered).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AwsError(404, prefix + "NotFoundFault", prefix + " " + name + " not found"));
        return Tree.of(prefix + "AttributesResult", DatabaseShapes.attributes(prefix, snapshot));
    }

    private List<Database> known(Ask ask, boolean clustered) {
        return world.get().stores(ask.account(), ask.region()).databases().stream()
                .filter(database -> database.clustered() == clustered)
                .toList();
    }

    private List<Snapshot> taken(Ask ask, boolean clustered) {
        return world.get().stores(ask.account(), ask.region()).snapshots().stream()
                .filter(snapshot -> snapshot.of().clustered() == clustered)
                .toList();
    }

    private <T> Map<String, Object> list(
            Ask ask, String item, List<T> all, BiFunction<Ask, T, Map<String, Object>> shape) {
        Pages.Page<T> page = pages.of(ask, RULE, all);
        List<Map<String, Object>> shown =
                page.items().stream().map(each -> shape.apply(ask, each)).toList();
        return Tree.of(item + "s", new Tree.Listed(item, shown), "Marker", page.next());
    }

    private static AwsError invalid(String code, String message) {
        return new AwsError(400, code, message);
    }
}
