package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParametersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersResponse;
import software.amazon.awssdk.services.rds.model.Filter;

/**
 * RDS instances and clusters (Neptune's and DocumentDB's are listed among them), and of the parameter groups that they use
 * those parameters that make a client encrypt its connection.
 */
public final class RdsDatabases implements Collector {

    public static final Source SOURCE = new Source(
                    "rds.databases",
                    "RDS databases",
                    Scope.REGION,
                    List.of(
                            query("rds:DescribeDBInstances", "DBInstanceIdentifier", "DBInstances"),
                            query("rds:DescribeDBClusters", "DBClusterIdentifier", "DBClusters"),
                            query("rds:DescribeDBParameters", "ParameterName", "Parameters"),
                            query("rds:DescribeDBClusterParameters", "ParameterName", "Parameters")),
                    List.of(
                            reading(
                                    "rds.instances",
                                    "database instances",
                                    "DBInstanceIdentifier",
                                    "DBInstances",
                                    List.of("rds:DescribeDBInstances")),
                            reading(
                                    "rds.clusters",
                                    "database clusters",
                                    "DBClusterIdentifier",
                                    "DBClusters",
                                    List.of("rds:DescribeDBClusters")),
                            derived(reading(
                                    "rds.tls-parameters",
                                    "database parameters on encryption in transit",
                                    "key",
                                    "Parameters",
                                    List.of(
                                            "rds:DescribeDBParameters",
                                            "rds:DescribeDBClusterParameters",
                                            "rds:DescribeDBInstances",
                                            "rds:DescribeDBClusters")))))
            .only("of a parameter group the parameters that ask for TLS");

    /** PostgreSQL and SQL Server have the first one, MySQL, MariaDB and Aurora MySQL the second, Db2 and Neptune the others. */
    private static final Filter TLS = Filter.builder()
            .name("parameter-name")
            .values("rds.force_ssl", "require_secure_transport", "db2comm", "neptune_enforce_ssl", "tls")
            .build();

    private static final int SMALLEST_PAGE = 20;
    private static final int PAGE = 100;

    private final AwsClients clients;

    public RdsDatabases(AwsClients clients) {
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
        Set<String> groups = new TreeSet<>();
        Set<String> clusterGroups = new TreeSet<>();
        capture.pages(
                Call.of("rds:DescribeDBInstances"),
                marker -> rds.describeDBInstances(r -> r.maxRecords(size).marker(marker)),
                DescribeDbInstancesResponse::marker,
                page -> page.dbInstances()
                        .forEach(i -> i.dbParameterGroups().forEach(g -> groups.add(g.dbParameterGroupName()))));
        capture.pages(
                Call.of("rds:DescribeDBClusters"),
                marker -> rds.describeDBClusters(r -> r.maxRecords(size).marker(marker)),
                DescribeDbClustersResponse::marker,
                page -> page.dbClusters().stream()
                        .filter(cluster -> cluster.dbClusterParameterGroup() != null)
                        .forEach(cluster -> clusterGroups.add(cluster.dbClusterParameterGroup())));
        for (String group : groups) {
            capture.pages(
                    Call.of("rds:DescribeDBParameters", group),
                    marker -> rds.describeDBParameters(r -> r.dbParameterGroupName(group)
                            .filters(TLS)
                            .maxRecords(size)
                            .marker(marker)),
                    DescribeDbParametersResponse::marker,
                    page -> {});
        }
        for (String group : clusterGroups) {
            capture.pages(
                    Call.of("rds:DescribeDBClusterParameters", group),
                    marker -> rds.describeDBClusterParameters(r -> r.dbClusterParameterGroupName(group)
                            .filters(TLS)
                            .maxRecords(size)
                            .marker(marker)),
                    DescribeDbClusterParametersResponse::marker,
                    page -> {});
        }
    }
}
