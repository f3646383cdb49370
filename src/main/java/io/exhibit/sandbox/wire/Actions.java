package io.exhibit.sandbox.wire;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The IAM action that stands behind an operation (AWS service authorization reference); mostly it has the same name. */
public final class Actions {
    private static final Map<String, String> NAMED_OTHERWISE = Map.ofEntries(
            // Access Analyzer has no action of its own for the V2 calls.
            Map.entry("access-analyzer:ListFindingsV2", "access-analyzer:ListFindings"),
            Map.entry("access-analyzer:GetFindingV2", "access-analyzer:GetFinding"),
            // CloudWatch signs as monitoring.
            Map.entry("monitoring:DescribeAlarms", "cloudwatch:DescribeAlarms"),
            // S3 names its actions after what is read of a bucket or an account.
            Map.entry("s3control:GetPublicAccessBlock", "s3:GetAccountPublicAccessBlock"),
            Map.entry("s3:ListBuckets", "s3:ListAllMyBuckets"),
            Map.entry("s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
            Map.entry("s3:GetBucketEncryption", "s3:GetEncryptionConfiguration"),
            Map.entry("s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
            Map.entry("s3:GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration"));

    /** What any principal may ask, and what a trust policy decides. */
    private static final Set<String> UNGUARDED = Set.of("sts:GetCallerIdentity", "sts:AssumeRole");

    /** What AWS WAF needs beside its own action to list resources of other services, by their type. */
    private static final Map<String, String> OF_RESOURCES = Map.of(
            "COGNITO_USER_POOL", "cognito-idp:ListResourcesForWebACL",
            "APP_RUNNER_SERVICE", "apprunner:ListAssociatedServicesForWebAcl",
            "VERIFIED_ACCESS_INSTANCE", "ec2:DescribeVerifiedAccessInstanceWebAclAssociations",
            "AMPLIFY", "amplify:ListResourcesForWebACL");

    private Actions() {}

    /** The action of another service that a request needs as well, if there is one. */
    public static Optional<String> further(Ask ask) {
        return ask.service().equals("wafv2") ? ask.member("ResourceType").map(OF_RESOURCES::get) : Optional.empty();
    }

    /** Empty for what no identity policy decides. */
    public static Optional<String> of(String service, String operation) {
        String name = (service.matches("elb(v2)?") ? "elasticloadbalancing" : service) + ":" + operation;
        return UNGUARDED.contains(name) ? Optional.empty() : Optional.of(NAMED_OTHERWISE.getOrDefault(name, name));
    }
}
