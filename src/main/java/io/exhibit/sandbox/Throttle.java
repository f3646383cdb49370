package io.exhibit.sandbox;

import io.exhibit.sandbox.wire.Ask;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * AWS's rate limits as token buckets, one for each account, region and limit. Organizations, KMS and EC2 publish theirs
 * (user guides, "Quotas"); the others do not, theirs are what careful clients keep to.
 */
final class Throttle {
    private static final Map<String, Limit> LIMITS = Map.ofEntries(
            Map.entry("organizations.DescribeOrganization", new Limit(1, 2)),
            Map.entry("organizations.ListRoots", new Limit(1, 2)),
            Map.entry("organizations.ListAccounts", new Limit(8, 12)),
            Map.entry("organizations.ListAccountsForParent", new Limit(5, 8)),
            Map.entry("organizations.ListOrganizationalUnitsForParent", new Limit(5, 8)),
            Map.entry("organizations.ListPolicies", new Limit(5, 8)),
            Map.entry("organizations.ListTargetsForPolicy", new Limit(5, 8)),
            Map.entry("organizations.ListDelegatedAdministrators", new Limit(5, 8)),
            Map.entry("organizations.ListDelegatedServicesForAccount", new Limit(1, 3)),
            Map.entry("organizations.ListAWSServiceAccessForOrganization", new Limit(1, 3)),
            Map.entry("organizations.DescribePolicy", new Limit(2, 2)),
            Map.entry("kms.ListKeys", new Limit(500, 500)),
            Map.entry("kms.ListAliases", new Limit(500, 500)),
            Map.entry("kms.DescribeKey", new Limit(2000, 2000)),
            Map.entry("kms.GetKeyRotationStatus", new Limit(1000, 1000)),
            Map.entry("kms.GetKeyPolicy", new Limit(1000, 1000)),
            Map.entry("ec2", new Limit(20, 100)),
            Map.entry("elb", new Limit(10, 40)),
            Map.entry("elbv2", new Limit(10, 40)),
            Map.entry("wafv2", new Limit(5, 5)),
            Map.entry("wafv2.ListResourcesForWebACL", new Limit(1, 1)),
            Map.entry("shield", new Limit(5, 10)),
            Map.entry("sts", new Limit(600, 600)),
            Map.entry("iam", new Limit(5, 10)),
            Map.entry("account", new Limit(10, 15)),
            Map.entry("sso", new Limit(20, 40)),
            Map.entry("identitystore", new Limit(20, 40)),
            Map.entry("artifact", new Limit(2, 5)),
            Map.entry("cloudtrail.LookupEvents", new Limit(2, 2)),
            Map.entry("cloudtrail", new Limit(10, 10)),
            Map.entry("config", new Limit(5, 10)),
            Map.entry("securityhub", new Limit(10, 30)),
            Map.entry("monitoring", new Limit(9, 20)),
            Map.entry("events", new Limit(50, 50)),
            Map.entry("logs", new Limit(5, 5)),
            Map.entry("sns", new Limit(30, 30)),
            Map.entry("ssm", new Limit(5, 10)),
            Map.entry("outposts", new Limit(5, 10)),
            Map.entry("snowball", new Limit(5, 10)),
            Map.entry("guardduty", new Limit(5, 10)),
            Map.entry("inspector2", new Limit(5, 10)),
            Map.entry("access-analyzer", new Limit(5, 10)),
            Map.entry("s3", new Limit(100, 200)),
            Map.entry("s3control", new Limit(5, 10)),
            Map.entry("rds", new Limit(5, 10)),
            Map.entry("acm", new Limit(5, 10)),
            Map.entry("backup", new Limit(5, 10)),
            Map.entry("elasticfilesystem", new Limit(5, 10)),
            Map.entry("redshift", new Limit(5, 10)),
            Map.entry("es", new Limit(5, 10)),
            Map.entry("cloudfront", new Limit(2, 5)));

    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** Calls a second in the long run, and at once after a rest. */
    private record Limit(double rate, double burst) {}

    private record Bucket(double tokens, long since, boolean granted) {
        Bucket take(Limit limit, long now) {
            double filled = Math.min(limit.burst(), tokens + (now - since) / 1e9 * limit.rate());
            return filled >= 1 ? new Bucket(filled - 1, now, true) : new Bucket(filled, now, false);
        }
    }

    Throttle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    boolean allows(Ask ask) {
        String operation = ask.service() + "." + ask.operation();
        String name = LIMITS.containsKey(operation) ? operation : ask.service();
        Limit limit = LIMITS.get(name);
        String key = String.join("|", name, ask.account(), ask.region());
        return buckets.compute(
                        key,
                        (same, before) -> (before == null ? new Bucket(limit.burst(), nanos.getAsLong(), true) : before)
                                .take(limit, nanos.getAsLong()))
                .granted();
    }
}
