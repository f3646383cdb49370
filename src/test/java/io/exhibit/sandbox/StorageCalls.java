package io.exhibit.sandbox;

import io.exhibit.sandbox.world.Accounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One lawful request for each operation of what keeps data, for the account claims-prod. */
final class StorageCalls {
    private StorageCalls() {}

    static void add(Map<String, Calls.Call> calls) {
        calls.put(
                "s3control.GetPublicAccessBlock",
                probe -> claims(probe).get("s3", "/v20180820/configuration/publicAccessBlock"));
        calls.put("s3.ListBuckets", probe -> claims(probe).get("s3", "/?max-buckets=1"));
        for (List<String> each : List.of(
                List.of("GetPublicAccessBlock", "publicAccessBlock"),
                List.of("GetBucketEncryption", "encryption"),
                List.of("GetBucketPolicy", "policy"),
                List.of("GetBucketPolicyStatus", "policyStatus"),
                List.of("GetBucketVersioning", "versioning"),
                List.of("GetBucketLogging", "logging"),
                List.of("GetBucketTagging", "tagging"),
                List.of("GetObjectLockConfiguration", "object-lock"))) {
            calls.put("s3." + each.get(0), probe -> claims(probe).get("s3", "/claims-archive?" + each.get(1)));
        }
        calls.put(
                "s3.GetBucketLifecycleConfiguration", probe -> claims(probe).get("s3", "/claims-access-log?lifecycle"));
        addDatabases(calls);
        addOthers(calls);
    }

    private static void addDatabases(Map<String, Calls.Call> calls) {
        Map<String, Map<String, String>> parameters = new LinkedHashMap<>();
        parameters.put("DescribeDBInstances", Map.of());
        parameters.put("DescribeDBClusters", Map.of());
        parameters.put("DescribeDBParameters", Map.of("DBParameterGroupName", "claims-db-parameters"));
        parameters.put(
                "DescribeDBClusterParameters", Map.of("DBClusterParameterGroupName", "claims-ledger-parameters"));
        parameters.put("DescribeDBSnapshots", Map.of("SnapshotType", "manual"));
        parameters.put("DescribeDBClusterSnapshots", Map.of("SnapshotType", "manual"));
        parameters.put("DescribeDBSnapshotAttributes", Map.of("DBSnapshotIdentifier", "claims-db-before-upgrade"));
        parameters.put(
                "DescribeDBClusterSnapshotAttributes",
                Map.of("DBClusterSnapshotIdentifier", "claims-ledger-before-upgrade"));
        parameters.forEach(
                (name, given) -> calls.put("rds." + name, probe -> claims(probe).query("rds", name, given)));
    }

    private static void addOthers(Map<String, Calls.Call> calls) {
        calls.put(
                "acm.ListCertificates",
                probe -> claims(probe).json("acm", "CertificateManager.ListCertificates", "{}"));
        calls.put("backup.ListBackupVaults", probe -> claims(probe).get("backup", "/backup-vaults/"));
        calls.put("backup.ListBackupPlans", probe -> claims(probe).get("backup", "/backup/plans/"));
        calls.put("backup.GetBackupPlan", probe -> {
            String plan = claims(probe)
                    .get("backup", "/backup/plans/")
                    .json()
                    .at("/BackupPlansList/0/BackupPlanId")
                    .asText();
            return claims(probe).get("backup", "/backup/plans/" + plan + "/");
        });
        calls.put("backup.ListProtectedResources", probe -> claims(probe).get("backup", "/resources/"));
        calls.put("backup.ListRestoreJobs", probe -> claims(probe).get("backup", "/restore-jobs/"));
        calls.put(
                "elasticfilesystem.DescribeFileSystems",
                probe -> claims(probe).get("elasticfilesystem", "/2015-02-01/file-systems"));
        calls.put("redshift.DescribeClusters", probe -> claims(probe).query("redshift", "DescribeClusters", Map.of()));
        calls.put(
                "redshift.DescribeClusterParameters",
                probe -> claims(probe)
                        .query(
                                "redshift",
                                "DescribeClusterParameters",
                                Map.of("ParameterGroupName", "claims-reporting-parameters")));
        calls.put("es.ListDomainNames", probe -> claims(probe).get("es", "/2021-01-01/domain"));
        calls.put("es.DescribeDomain", probe -> claims(probe).get("es", "/2021-01-01/opensearch/domain/claims-search"));
        calls.put("outposts.ListOutposts", probe -> claims(probe).get("outposts", "/outposts"));
        calls.put("cloudfront.ListDistributions", probe -> claims(probe).get("cloudfront", "/2020-05-31/distribution"));
    }

    private static Probe claims(Probe probe) {
        return probe.in(Accounts.CLAIMS);
    }
}
