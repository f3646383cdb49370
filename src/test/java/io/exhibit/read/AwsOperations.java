package io.exhibit.read;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.outposts.OutpostsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.shield.ShieldClient;
import software.amazon.awssdk.services.snowball.SnowballClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/** Finds the SDK's method of an operation, and the builder of its answer. */
final class AwsOperations {

    static final Map<String, Class<?>> CLIENTS = Map.ofEntries(
            Map.entry("sts", StsClient.class),
            Map.entry("iam", IamClient.class),
            Map.entry("organizations", OrganizationsClient.class),
            Map.entry("account", AccountClient.class),
            Map.entry("sso", SsoAdminClient.class),
            Map.entry("identitystore", IdentitystoreClient.class),
            Map.entry("artifact", ArtifactClient.class),
            Map.entry("kms", KmsClient.class),
            Map.entry("ec2", Ec2Client.class),
            Map.entry("guardduty", GuardDutyClient.class),
            Map.entry("inspector2", Inspector2Client.class),
            Map.entry("access-analyzer", AccessAnalyzerClient.class),
            Map.entry("cloudtrail", CloudTrailClient.class),
            Map.entry("config", ConfigClient.class),
            Map.entry("securityhub", SecurityHubClient.class),
            Map.entry("cloudwatch", CloudWatchClient.class),
            Map.entry("events", EventBridgeClient.class),
            Map.entry("logs", CloudWatchLogsClient.class),
            Map.entry("sns", SnsClient.class),
            Map.entry("ssm", SsmClient.class),
            Map.entry("outposts", OutpostsClient.class),
            Map.entry("snowball", SnowballClient.class),
            Map.entry("elb", ElasticLoadBalancingClient.class),
            Map.entry("elbv2", ElasticLoadBalancingV2Client.class),
            Map.entry("wafv2", Wafv2Client.class),
            Map.entry("shield", ShieldClient.class),
            Map.entry("s3", S3Client.class),
            Map.entry("rds", RdsClient.class),
            Map.entry("acm", AcmClient.class),
            Map.entry("backup", BackupClient.class),
            Map.entry("elasticfilesystem", EfsClient.class),
            Map.entry("redshift", RedshiftClient.class),
            Map.entry("es", OpenSearchClient.class),
            Map.entry("cloudfront", CloudFrontClient.class),
            Map.entry("s3control", S3ControlClient.class));

    private static final Map<String, Map<String, Method>> METHODS = new ConcurrentHashMap<>();

    private AwsOperations() {}

    static String prefix(String operation) {
        return operation.substring(0, operation.indexOf(':'));
    }

    /** Empty for what is no AWS operation, such as a download. */
    static Optional<Method> method(String operation) {
        String name = operation.substring(operation.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(METHODS.computeIfAbsent(prefix(operation), AwsOperations::methods)
                .get(name));
    }

    private static Map<String, Method> methods(String prefix) {
        return Arrays.stream(CLIENTS.get(prefix).getMethods())
                .filter(m -> m.getParameterCount() == 1 && SdkRequest.class.isAssignableFrom(m.getParameterTypes()[0]))
                .filter(m -> SdkResponse.class.isAssignableFrom(m.getReturnType()))
                .collect(Collectors.toMap(m -> m.getName().toLowerCase(Locale.ROOT), Function.identity()));
    }

    static SdkPojo builder(Class<?> type) {
        return (SdkPojo) builderOf(type);
    }

    static Object builderOf(Class<?> type) {
        try {
            return type.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
