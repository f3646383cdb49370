package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Record;
import io.exhibit.read.StoredRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageTest {

    private static final String BUCKETS =
            "<ListAllMyBucketsResult><Buckets><Bucket><Name>scans</Name><BucketRegion>us-west-2</BucketRegion></Bucket>"
                    + "<Bucket><Name>old</Name></Bucket></Buckets></ListAllMyBucketsResult>";

    @Test
    void aBucketHasTheSettingsThatWereAnsweredAndNoneThatAreFacts() {
        StoredRun.Read read = StoredRun.of("s3.buckets")
                .answer("s3:ListBuckets", BUCKETS)
                .answer(
                        "s3:GetBucketEncryption",
                        "scans",
                        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                                + "<SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>"
                                + "</ServerSideEncryptionConfiguration>")
                .answer(
                        "s3:GetBucketVersioning",
                        "scans",
                        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>")
                .answer("s3:GetBucketVersioning", "old", "<VersioningConfiguration/>")
                .read("s3.buckets");
        assertThat(read.members("scans"))
                .containsEntry("BucketRegion", "us-west-2")
                .containsEntry("Status", "Enabled")
                .containsEntry(
                        "ServerSideEncryptionConfiguration",
                        Map.of(
                                "Rules",
                                List.of(Map.of(
                                        "ApplyServerSideEncryptionByDefault", Map.of("SSEAlgorithm", "aws:kms")))));
        assertThat(read.members("old")).containsOnlyKeys("Name");
    }

    @Test
    void aDeniedSettingIsAGapOfItsBucketAlone() {
        StoredRun.Read read = StoredRun.of("s3.buckets")
                .answer("s3:ListBuckets", BUCKETS)
                .gap("s3:GetBucketEncryption", "old", Cause.DENIED)
                .read("s3.buckets");
        assertThat(read.record("scans").gaps()).isEmpty();
        assertThat(read.record("old").gaps()).hasSize(1);
    }

    @Test
    void aBucketPolicyIsReadAsTheDocumentThatItIs() {
        StoredRun.Read read = StoredRun.of("s3.buckets")
                .answer("s3:ListBuckets", BUCKETS)
                .answer(
                        "s3:GetBucketPolicy",
                        "scans",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"Tls\",\"Effect\":\"Deny\",\"Principal\":\"*\","
                                + "\"Action\":\"s3:*\",\"Resource\":[\"arn:aws:s3:::scans\",\"arn:aws:s3:::scans/*\"],"
                                + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}}")
                .read("s3.bucket-policy-statements");
        assertThat(read.members())
                .singleElement()
                .satisfies(statement -> assertThat(statement)
                        .containsEntry("bucket", "scans")
                        .containsEntry("effect", "Deny")
                        .containsEntry("anyone", true)
                        .containsEntry("resources", List.of("arn:aws:s3:::scans", "arn:aws:s3:::scans/*"))
                        .containsEntry("condition", "{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"));
    }

    @Test
    void aPolicyThatWasNotReadStandsAsARecordWithAGap() {
        StoredRun.Read read = StoredRun.of("s3.buckets")
                .answer("s3:ListBuckets", BUCKETS)
                .gap("s3:GetBucketPolicy", "scans", Cause.DENIED)
                .read("s3.bucket-policy-statements");
        assertThat(read.records()).singleElement().extracting(Record::key).isEqualTo("scans");
        assertThat(read.record("scans").gaps()).isNotEmpty();
    }

    @Test
    void anAccountWithoutAPublicAccessBlockIsARecord() {
        StoredRun.Read read = StoredRun.of("s3.account-public-access")
                .fact("s3control:GetPublicAccessBlock", "NoSuchPublicAccessBlockConfiguration")
                .read("s3.account-public-access");
        assertThat(read.members()).containsExactly(Map.of("account", "333344445555", "present", false));
    }

    @Test
    void parametersAreThoseOfTheirGroupWhetherOfInstancesOrOfClusters() {
        StoredRun.Read read = StoredRun.of("rds.databases")
                .answer("rds:DescribeDBInstances", query("DescribeDBInstances", "<DBInstances/>"))
                .answer("rds:DescribeDBClusters", query("DescribeDBClusters", "<DBClusters/>"))
                .answer("rds:DescribeDBParameters", "g", query("DescribeDBParameters", parameter("rds.force_ssl", "1")))
                .answer(
                        "rds:DescribeDBClusterParameters",
                        "g",
                        query("DescribeDBClusterParameters", parameter("rds.force_ssl", "0")))
                .read("rds.tls-parameters");
        assertThat(read.members("instance g rds.force_ssl"))
                .containsEntry("ParameterValue", "1")
                .containsEntry("cluster", false);
        assertThat(read.members("cluster g rds.force_ssl"))
                .containsEntry("ParameterValue", "0")
                .containsEntry("group", "g");
    }

    @Test
    void rulesThatEndObjectsAreThoseOfTheBucketAndNoneIsAFact() {
        StoredRun.Read read = StoredRun.of("s3.buckets")
                .answer("s3:ListBuckets", BUCKETS)
                .answer(
                        "s3:GetBucketLifecycleConfiguration",
                        "scans",
                        "<LifecycleConfiguration><Rule><ID>old</ID><Filter><Prefix>logs/</Prefix></Filter><Status>Enabled"
                                + "</Status><Expiration><Days>90</Days></Expiration></Rule><Rule><ID>uploads</ID>"
                                + "<Status>Disabled</Status></Rule></LifecycleConfiguration>")
                .fact("s3:GetBucketLifecycleConfiguration", "NoSuchLifecycleConfiguration")
                .read("s3.buckets");
        assertThat(read.members("scans"))
                .containsEntry(
                        "Rules",
                        List.of(
                                Map.of(
                                        "ID",
                                        "old",
                                        "Filter",
                                        Map.of("Prefix", "logs/"),
                                        "Status",
                                        "Enabled",
                                        "Expiration",
                                        Map.of("Days", 90L)),
                                Map.of("ID", "uploads", "Status", "Disabled")));
        assertThat(read.record("old").gaps()).isEmpty();
        assertThat(read.members("old")).doesNotContainKey("Rules");
    }

    @Test
    void aPlanHasItsRulesAndAPlanThatWasNotReadIsAGapOfItsOwn() {
        StoredRun.Read read = StoredRun.of("backup.plans")
                .answer(
                        "backup:ListBackupPlans",
                        "{\"BackupPlansList\":[{\"BackupPlanId\":\"a\",\"BackupPlanName\":\"nightly\"},"
                                + "{\"BackupPlanId\":\"b\"}]}")
                .answer(
                        "backup:GetBackupPlan",
                        "a",
                        "{\"BackupPlan\":{\"BackupPlanName\":\"nightly\",\"Rules\":[{\"RuleName\":\"r\","
                                + "\"Lifecycle\":{\"DeleteAfterDays\":35}}]},\"BackupPlanId\":\"a\"}")
                .gap("backup:GetBackupPlan", "b", Cause.DENIED)
                .read("backup.plans");
        assertThat(read.members("a"))
                .containsEntry("BackupPlanName", "nightly")
                .containsEntry(
                        "BackupPlan",
                        Map.of(
                                "BackupPlanName",
                                "nightly",
                                "Rules",
                                List.of(Map.of("RuleName", "r", "Lifecycle", Map.of("DeleteAfterDays", 35L)))));
        assertThat(read.record("b").gaps()).hasSize(1);
    }

    @Test
    void ofAWarehousesParametersThoseOnTlsAreRead() {
        StoredRun.Read read = StoredRun.of("redshift.clusters")
                .answer("redshift:DescribeClusters", query("DescribeClusters", "<Clusters/>"))
                .answer(
                        "redshift:DescribeClusterParameters",
                        "g",
                        query(
                                "DescribeClusterParameters",
                                parameter("require_ssl", "true")
                                        .replace(
                                                "</Parameters>",
                                                "<Parameter><ParameterName>wlm_json_configuration</ParameterName>"
                                                        + "</Parameter></Parameters>")))
                .read("redshift.tls-parameters");
        assertThat(read.members())
                .containsExactly(Map.of(
                        "ParameterName",
                        "require_ssl",
                        "ParameterValue",
                        "true",
                        "key",
                        "g require_ssl",
                        "group",
                        "g"));
    }

    @Test
    void aRegionWithoutWarehousesHasNoParametersAndThatIsKnown() {
        StoredRun.Read read = StoredRun.of("redshift.clusters")
                .answer("redshift:DescribeClusters", query("DescribeClusters", "<Clusters/>"))
                .read("redshift.tls-parameters");
        assertThat(read.only().known()).isTrue();
        assertThat(read.records()).isEmpty();
    }

    @Test
    void distributionsAreTheItemsOfTheListThatTheAnswerIs() {
        StoredRun.Read read = StoredRun.of("cloudfront.distributions")
                .answer(
                        "cloudfront:ListDistributions",
                        "<DistributionList><IsTruncated>false</IsTruncated><Quantity>1</Quantity><Items>"
                                + "<DistributionSummary><Id>E1</Id><DefaultCacheBehavior>"
                                + "<ViewerProtocolPolicy>allow-all</ViewerProtocolPolicy></DefaultCacheBehavior>"
                                + "</DistributionSummary></Items></DistributionList>")
                .read("cloudfront.distributions");
        assertThat(read.members("E1"))
                .containsEntry("DefaultCacheBehavior", Map.of("ViewerProtocolPolicy", "allow-all"));
    }

    private static String parameter(String name, String value) {
        return "<Parameters><Parameter><ParameterName>" + name + "</ParameterName><ParameterValue>" + value
                + "</ParameterValue></Parameter></Parameters>";
    }

    private static String query(String name, String members) {
        return "<" + name + "Response><" + name + "Result>" + members + "</" + name + "Result></" + name + "Response>";
    }
}
