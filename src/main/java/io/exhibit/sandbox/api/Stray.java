package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Answer;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Tree;
import java.util.List;
import java.util.Map;

/** A well-formed answer of an operation that nobody asked for, as a mixed-up proxy or cache would give it. */
public record Stray(String operation, Map<String, Object> members) {
    public static Stray of(AwsService service) {
        return switch (service.name()) {
            case "sts" -> new Stray("GetSessionToken", Tree.of("Credentials", Tree.of("AccessKeyId", "ASIASTRAY")));
            case "iam" -> new Stray("ListAccountAliases", Tree.of("IsTruncated", false, "AccountAliases", List.of()));
            case "ec2" -> new Stray("DescribeKeyPairs", Tree.of("keySet", List.of()));
            case "organizations" -> new Stray("ListHandshakesForAccount", Tree.of("Handshakes", List.of()));
            case "kms" -> new Stray("ListGrants", Tree.of("Grants", List.of(), "Truncated", false));
            case "guardduty" -> new Stray("ListIPSets", Tree.of("ipSetIds", List.of()));
            case "inspector2" -> new Stray("ListMembers", Tree.of("members", List.of()));
            case "access-analyzer" -> new Stray("ListAccessPreviews", Tree.of("accessPreviews", List.of()));
            case "cloudtrail" -> new Stray("ListPublicKeys", Tree.of("PublicKeyList", List.of()));
            case "config" -> new Stray("DescribeConfigRules", Tree.of("ConfigRules", List.of()));
            case "securityhub" -> new Stray("DescribeProducts", Tree.of("Products", List.of()));
            case "monitoring" -> new Stray("ListMetrics", Tree.of("Metrics", List.of()));
            case "events" -> new Stray("ListEventBuses", Tree.of("EventBuses", List.of()));
            case "logs" -> new Stray("DescribeLogGroups", Tree.of("logGroups", List.of()));
            case "sns" -> new Stray("ListTopics", Tree.of("Topics", List.of()));
            case "ssm" -> new Stray("ListDocuments", Tree.of("DocumentIdentifiers", List.of()));
            case "snowball" -> new Stray("ListLongTermPricing", Tree.of("LongTermPricingEntries", List.of()));
            case "rds" -> new Stray("DescribeDBSubnetGroups", Tree.of("DBSubnetGroups", List.of()));
            case "redshift" -> new Stray("DescribeClusterVersions", Tree.of("ClusterVersions", List.of()));
            case "cloudfront" -> new Stray("ListCachePolicies", Tree.of("CachePolicyList", Tree.of("Quantity", 0)));
            case "s3" -> new Stray("GetBucketCors", Tree.of("CORSConfiguration", Tree.of()));
            case "s3control" -> new Stray("ListAccessPoints", Tree.of("ListAccessPointsResult", Tree.of()));
            default -> new Stray("GetAccountSettings", Tree.of("accountSettings", Tree.of()));
        };
    }

    public Answer answer(AwsService service, String requestId) {
        return service.protocol().answer(service, operation, members, requestId);
    }
}
