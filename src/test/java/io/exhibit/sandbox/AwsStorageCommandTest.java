package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.OneJdk;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Bucket;
import io.exhibit.sandbox.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** AWS's own command against what keeps data. */
@ExtendWith(AwsSandbox.class)
@OneJdk
final class AwsStorageCommandTest {
    private final World world = Calls.world(Calls.NOON);
    private final AwsCommand claims;

    AwsStorageCommandTest(AwsCommand claims) {
        this.claims = claims;
    }

    @Test
    void accountsBlockOrAllowPublicBuckets() throws Exception {
        List<Boolean> known = world.blockedBuckets(Accounts.CLAIMS).orElseThrow();
        JsonNode block = claims.json("s3control get-public-access-block --account-id " + Accounts.CLAIMS)
                .path("PublicAccessBlockConfiguration");
        assertThat(List.of(
                        block.path("BlockPublicAcls").asBoolean(),
                        block.path("IgnorePublicAcls").asBoolean(),
                        block.path("BlockPublicPolicy").asBoolean(),
                        block.path("RestrictPublicBuckets").asBoolean()))
                .isEqualTo(known);
        assertThat(claims.in(Accounts.SANDBOX)
                        .refusal("s3control get-public-access-block --account-id " + Accounts.SANDBOX))
                .contains("NoSuchPublicAccessBlockConfiguration");
    }

    @Test
    void bucketsAreListed() throws Exception {
        assertThat(claims.json("s3api list-buckets").path("Buckets").findValuesAsText("Name"))
                .isEqualTo(world.buckets(Accounts.CLAIMS).stream()
                        .map(Bucket::name)
                        .toList());
    }

    @Test
    void bucketsComeInSeveralPagesWithTheirRegions() throws Exception {
        List<Bucket> known = world.buckets(Accounts.CLAIMS);
        JsonNode buckets = claims.json("s3api list-buckets --page-size 2");
        assertThat(buckets.path("Buckets").findValuesAsText("Name"))
                .isEqualTo(known.stream().map(Bucket::name).toList());
        assertThat(buckets.path("Buckets").findValuesAsText("BucketRegion"))
                .isEqualTo(known.stream().map(Bucket::region).toList());
    }

    @Test
    void settingsOfABucketAreRead() throws Exception {
        String archive = " --bucket claims-archive";
        assertThat(claims.json("s3api get-public-access-block" + archive)
                        .at("/PublicAccessBlockConfiguration/RestrictPublicBuckets")
                        .asBoolean())
                .isTrue();
        assertThat(claims.json("s3api get-bucket-encryption" + archive)
                        .at(
                                "/ServerSideEncryptionConfiguration/Rules/0/ApplyServerSideEncryptionByDefault/SSEAlgorithm")
                        .asText())
                .isEqualTo("aws:kms");
        assertThat(claims.json("s3api get-bucket-policy" + archive)
                        .path("Policy")
                        .asText())
                .isEqualTo(world.buckets(Accounts.CLAIMS).get(1).policy());
        assertThat(claims.json("s3api get-bucket-policy-status" + archive)
                        .at("/PolicyStatus/IsPublic")
                        .asBoolean(true))
                .isFalse();
        assertThat(claims.json("s3api get-bucket-versioning" + archive)
                        .path("Status")
                        .asText())
                .isEqualTo("Enabled");
        assertThat(claims.json("s3api get-bucket-logging" + archive)
                        .at("/LoggingEnabled/TargetBucket")
                        .asText())
                .isEqualTo("claims-access-log");
        assertThat(claims.json("s3api get-bucket-tagging" + archive)
                        .at("/TagSet/0/Value")
                        .asText())
                .isEqualTo("ephi");
        assertThat(claims.json("s3api get-object-lock-configuration" + archive)
                        .at("/ObjectLockConfiguration/Rule/DefaultRetention/Days")
                        .asInt())
                .isEqualTo(2192);
    }

    @Test
    void databasesTheirParametersAndSnapshotsAreRead() throws Exception {
        assertThat(claims.json("rds describe-db-instances --page-size 20")
                        .at("/DBInstances/0/DBParameterGroups/0/DBParameterGroupName")
                        .asText())
                .isEqualTo("claims-db-parameters");
        assertThat(claims.json("rds describe-db-clusters")
                        .at("/DBClusters/0/StorageEncrypted")
                        .asBoolean())
                .isTrue();
        assertThat(claims.json("rds describe-db-parameters --db-parameter-group-name claims-db-parameters")
                        .at("/Parameters/0/ParameterName")
                        .asText())
                .isEqualTo("rds.force_ssl");
        assertThat(claims.json("rds describe-db-cluster-parameters"
                                + " --db-cluster-parameter-group-name claims-ledger-parameters")
                        .at("/Parameters/0/ParameterValue")
                        .asText())
                .isEqualTo("ON");
        assertThat(claims.json("rds describe-db-snapshots --snapshot-type manual")
                        .at("/DBSnapshots/0/Encrypted")
                        .asBoolean())
                .isTrue();
        assertThat(claims.json("rds describe-db-snapshot-attributes --db-snapshot-identifier claims-db-before-upgrade")
                        .at("/DBSnapshotAttributesResult/DBSnapshotAttributes/0/AttributeName")
                        .asText())
                .isEqualTo("restore");
        assertThat(claims.json("rds describe-db-cluster-snapshots").path("DBClusterSnapshots"))
                .hasSize(1);
        assertThat(claims.json("rds describe-db-cluster-snapshot-attributes --db-cluster-snapshot-identifier"
                                + " claims-ledger-before-upgrade")
                        .at("/DBClusterSnapshotAttributesResult/DBClusterSnapshotIdentifier")
                        .asText())
                .isEqualTo("claims-ledger-before-upgrade");
    }

    @Test
    void certificatesOfEllipticCurvesAreListedForWhoAsksForThem() throws Exception {
        assertThat(claims.json("acm list-certificates").path("CertificateSummaryList"))
                .hasSize(1);
        assertThat(claims.json("acm list-certificates --includes keyTypes=RSA_2048,EC_prime256v1")
                        .path("CertificateSummaryList"))
                .hasSize(2);
    }

    @Test
    void backupsFileSystemsWarehousesSearchAndDistributionsAreRead() throws Exception {
        assertThat(claims.json("backup list-backup-vaults")
                        .at("/BackupVaultList/1/Locked")
                        .asBoolean())
                .isTrue();
        assertThat(claims.json("backup list-protected-resources --page-size 1").path("Results"))
                .hasSize(2);
        assertThat(claims.json("backup list-restore-jobs --by-created-after 2026-10-01")
                        .at("/RestoreJobs/0/Status")
                        .asText())
                .isEqualTo("COMPLETED");
        assertThat(claims.json("efs describe-file-systems")
                        .at("/FileSystems/0/Name")
                        .asText())
                .isEqualTo("claims-scans");
        assertThat(claims.json("redshift describe-clusters")
                        .at("/Clusters/0/ClusterIdentifier")
                        .asText())
                .isEqualTo("claims-reporting");
        assertThat(claims.json("opensearch list-domain-names")
                        .at("/DomainNames/0/DomainName")
                        .asText())
                .isEqualTo("claims-search");
        assertThat(claims.json("opensearch describe-domain --domain-name claims-search")
                        .at("/DomainStatus/DomainEndpointOptions/TLSSecurityPolicy")
                        .asText())
                .isEqualTo("Policy-Min-TLS-1-2-2019-07");
        assertThat(claims.json("cloudfront list-distributions")
                        .at("/DistributionList/Items/0/Origins/Items/0/CustomOriginConfig/OriginProtocolPolicy")
                        .asText())
                .isEqualTo("https-only");
    }

    @Test
    void restoresAreTested() throws Exception {
        claims.assumePrints("backup list-restore-jobs", "ValidationStatus");
        assertThat(claims.json("backup list-restore-jobs --by-created-after 2026-10-01")
                        .at("/RestoreJobs/0/ValidationStatus")
                        .asText())
                .isEqualTo("SUCCESSFUL");
    }

    @Test
    void whatABucketHasNotGotIsAnErrorOfItsOwn() throws Exception {
        AwsCommand trial = claims.in(Accounts.SANDBOX).at("eu-west-1");
        String bucket = " --bucket trial.lab.uploads";
        assertThat(trial.refusal("s3api get-public-access-block" + bucket))
                .contains("NoSuchPublicAccessBlockConfiguration");
        assertThat(trial.refusal("s3api get-bucket-policy" + bucket)).contains("NoSuchBucketPolicy");
        assertThat(trial.refusal("s3api get-object-lock-configuration" + bucket))
                .contains("ObjectLockConfigurationNotFoundError");
    }
}
