package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;

/**
 * The manual snapshots of databases and whom they are shared with; automated ones cannot be shared. Each snapshot takes a
 * call of its own: beyond a thousand in one region the others are listed, and whom they are shared with stays unknown.
 */
public final class RdsSnapshots implements Collector {

    public static final Source SOURCE = new Source(
                    "rds.snapshots",
                    "RDS manual snapshots",
                    Scope.REGION,
                    List.of(
                            query("rds:DescribeDBSnapshots", "DBSnapshotIdentifier", "DBSnapshots"),
                            query(
                                    "rds:DescribeDBSnapshotAttributes",
                                    "DBSnapshotIdentifier",
                                    "DBSnapshotAttributesResult"),
                            query(
                                    "rds:DescribeDBClusterSnapshots",
                                    "DBClusterSnapshotIdentifier",
                                    "DBClusterSnapshots"),
                            query(
                                    "rds:DescribeDBClusterSnapshotAttributes",
                                    "DBClusterSnapshotIdentifier",
                                    "DBClusterSnapshotAttributesResult")),
                    List.of(
                            joined(
                                    reading(
                                            "rds.snapshots",
                                            "database snapshots",
                                            "DBSnapshotIdentifier",
                                            "DBSnapshots",
                                            List.of("rds:DescribeDBSnapshots")),
                                    "rds:DescribeDBSnapshotAttributes"),
                            joined(
                                    reading(
                                            "rds.cluster-snapshots",
                                            "database cluster snapshots",
                                            "DBClusterSnapshotIdentifier",
                                            "DBClusterSnapshots",
                                            List.of("rds:DescribeDBClusterSnapshots")),
                                    "rds:DescribeDBClusterSnapshotAttributes")))
            .only("manual snapshots");

    private static final int MOST = 1000;
    private static final int SMALLEST_PAGE = 20;
    private static final int PAGE = 100;

    private final AwsClients clients;

    public RdsSnapshots(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        RdsClient rds = clients.regional("rds", target, RdsClient::builder);
        int size = Math.max(SMALLEST_PAGE, clients.page(PAGE));
        Set<String> snapshots = new LinkedHashSet<>();
        capture.pages(
                Call.of("rds:DescribeDBSnapshots"),
                marker -> rds.describeDBSnapshots(
                        r -> r.snapshotType("manual").maxRecords(size).marker(marker)),
                DescribeDbSnapshotsResponse::marker,
                page -> page.dbSnapshots().forEach(s -> snapshots.add(s.dbSnapshotIdentifier())));
        each(
                snapshots,
                "rds:DescribeDBSnapshotAttributes",
                capture,
                call -> capture.ask(
                        call, () -> rds.describeDBSnapshotAttributes(r -> r.dbSnapshotIdentifier(call.subject()))));

        Set<String> ofClusters = new LinkedHashSet<>();
        capture.pages(
                Call.of("rds:DescribeDBClusterSnapshots"),
                marker -> rds.describeDBClusterSnapshots(
                        r -> r.snapshotType("manual").maxRecords(size).marker(marker)),
                DescribeDbClusterSnapshotsResponse::marker,
                page -> page.dbClusterSnapshots().forEach(s -> ofClusters.add(s.dbClusterSnapshotIdentifier())));
        each(
                ofClusters,
                "rds:DescribeDBClusterSnapshotAttributes",
                capture,
                call -> capture.ask(
                        call,
                        () -> rds.describeDBClusterSnapshotAttributes(
                                r -> r.dbClusterSnapshotIdentifier(call.subject()))));
    }

    private static void each(Set<String> snapshots, String operation, Capture capture, Consumer<Call> asking) {
        int asked = 0;
        for (String snapshot : snapshots) {
            Call call = Call.of(operation, snapshot);
            if (asked++ < MOST) {
                asking.accept(call);
            } else {
                capture.without(call, Cause.NOT_ASKED, "only " + MOST + " snapshots of a region are asked about");
            }
        }
    }
}
