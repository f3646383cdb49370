package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Database;
import io.exhibit.sandbox.world.Snapshot;
import java.util.List;
import java.util.Map;

/** Databases, parameters and snapshots as RDS writes them. */
final class DatabaseShapes {
    private DatabaseShapes() {}

    static Map<String, Object> database(Ask ask, Database database) {
        boolean clustered = database.clustered();
        String prefix = clustered ? "DBCluster" : "DBInstance";
        Map<String, Object> group =
                Tree.of("DBParameterGroupName", clustered ? null : database.group(), "ParameterApplyStatus", "in-sync");
        return Tree.of(
                prefix + "Identifier",
                database.name(),
                prefix + "Arn",
                database.arn(ask.account(), ask.region()),
                "Engine",
                database.engine(),
                clustered ? "Status" : "DBInstanceStatus",
                "available",
                "MasterUsername",
                "owner",
                "StorageEncrypted",
                true,
                "KmsKeyId",
                key(ask, database),
                "PubliclyAccessible",
                clustered ? null : false,
                "MultiAZ",
                true,
                "BackupRetentionPeriod",
                database.kept(),
                "DeletionProtection",
                true,
                "IAMDatabaseAuthenticationEnabled",
                false,
                "ActivityStreamStatus",
                "stopped",
                "EnabledCloudwatchLogsExports",
                List.of(database.engine().equals("postgres") ? "postgresql" : "audit"),
                clustered ? "DBClusterParameterGroup" : "DBParameterGroups",
                clustered ? database.group() : new Tree.Listed("DBParameterGroup", List.of(group)),
                "TagList",
                new Tree.Listed("Tag", List.of(Tree.of("Key", "data-class", "Value", "ephi"))));
    }

    static Map<String, Object> parameter(Ask ask, Database database) {
        String[] tls = database.tls().split("=");
        return Tree.of(
                "ParameterName",
                tls[0],
                "ParameterValue",
                tls[1],
                "Source",
                "user",
                "ApplyType",
                "dynamic",
                "DataType",
                "boolean",
                "IsModifiable",
                true,
                "ApplyMethod",
                "pending-reboot");
    }

    static Map<String, Object> snapshot(Ask ask, Snapshot snapshot) {
        boolean clustered = snapshot.of().clustered();
        String prefix = clustered ? "DBClusterSnapshot" : "DBSnapshot";
        return Tree.of(
                prefix + "Identifier",
                snapshot.name(),
                prefix + "Arn",
                "arn:aws:rds:" + ask.region() + ":" + ask.account() + (clustered ? ":cluster-snapshot:" : ":snapshot:")
                        + snapshot.name(),
                clustered ? "DBClusterIdentifier" : "DBInstanceIdentifier",
                snapshot.of().name(),
                "SnapshotCreateTime",
                snapshot.created(),
                "SnapshotType",
                "manual",
                "Status",
                "available",
                "Engine",
                snapshot.of().engine(),
                clustered ? "StorageEncrypted" : "Encrypted",
                true,
                "KmsKeyId",
                key(ask, snapshot.of()));
    }

    static Map<String, Object> attributes(String prefix, Snapshot snapshot) {
        Map<String, Object> restore = Tree.of(
                "AttributeName", "restore", "AttributeValues", new Tree.Listed("AttributeValue", snapshot.shared()));
        return Tree.of(
                prefix + "Identifier",
                snapshot.name(),
                prefix + "Attributes",
                new Tree.Listed(prefix + "Attribute", List.of(restore)));
    }

    private static String key(Ask ask, Database database) {
        return "arn:aws:kms:" + ask.region() + ":" + ask.account() + ":" + database.key();
    }
}
