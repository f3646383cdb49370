package io.exhibit.aws;

import io.exhibit.collect.Pause;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps one client below the rate that AWS publishes for its service, or below a careful one where none is published
 * (quota pages of Organizations, KMS, EC2, CloudTrail, Security Hub and AWS WAF; AWS publishes none for the others).
 */
final class Pace {

    static final Pace NONE = new Pace(0, Map.of(), duration -> {}, () -> 0);

    /** Requests a second for each service; what is not listed is not held back. */
    private static final Map<String, Double> RATES = Map.ofEntries(
            Map.entry("iam", 2.0),
            Map.entry("organizations", 4.0),
            Map.entry("account", 3.0),
            Map.entry("sso", 10.0),
            Map.entry("identitystore", 10.0),
            Map.entry("artifact", 1.0),
            Map.entry("kms", 20.0),
            Map.entry("ec2", 10.0),
            Map.entry("cloudtrail", 4.0),
            Map.entry("config", 4.0),
            Map.entry("securityhub", 2.0),
            Map.entry("monitoring", 4.0),
            Map.entry("events", 4.0),
            Map.entry("logs", 4.0),
            Map.entry("sns", 10.0),
            Map.entry("ssm", 4.0),
            Map.entry("elb", 4.0),
            Map.entry("elbv2", 4.0),
            Map.entry("wafv2", 4.0),
            Map.entry("shield", 4.0),
            Map.entry("guardduty", 4.0),
            Map.entry("inspector2", 4.0),
            Map.entry("access-analyzer", 4.0));

    /**
     * Operations with a rate of their own, by X-Amz-Target: a tenth below AWS's one or two a second, because requests that
     * leave evenly do not arrive evenly.
     */
    private static final Map<String, Double> SLOWER = Map.of(
            "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", 1.8,
            "AWSOrganizationsV20161128.DescribeOrganization", 0.9,
            "AWSOrganizationsV20161128.ListRoots", 0.9,
            "AWSOrganizationsV20161128.DescribePolicy", 1.8,
            "AWSOrganizationsV20161128.ListDelegatedServicesForAccount", 0.9,
            "AWSOrganizationsV20161128.ListAWSServiceAccessForOrganization", 0.9,
            "AWSWAF_20190729.ListResourcesForWebACL", 0.9);

    private static final long SECOND = 1_000_000_000;

    private final double rate;
    private final Map<String, Double> slower;
    private final Pause pause;
    private final LongSupplier nanos;
    private final Map<String, Long> free = new HashMap<>();

    private Pace(double rate, Map<String, Double> slower, Pause pause, LongSupplier nanos) {
        this.rate = rate;
        this.slower = slower;
        this.pause = pause;
        this.nanos = nanos;
    }

    static Pace of(String service, Pause pause) {
        return of(service, pause, System::nanoTime);
    }

    static Pace of(String service, Pause pause, LongSupplier nanos) {
        return RATES.containsKey(service) ? new Pace(RATES.get(service), SLOWER, pause, nanos) : NONE;
    }

    /** Waits until the next request may be sent. */
    void await(String target) {
        if (rate > 0) {
            long wait = reserve("", rate);
            if (slower.containsKey(target)) {
                wait = Math.max(wait, reserve(target, slower.get(target)));
            }
            if (wait > 0) {
                pause.of(Duration.ofNanos(wait));
            }
        }
    }

    /** A bucket that holds what may come in a second, full at first: after a rest a few requests need not wait. */
    private synchronized long reserve(String lane, double perSecond) {
        long now = nanos.getAsLong();
        long each = (long) (SECOND / perSecond);
        long full = now - Math.max(0, SECOND - each);
        long at = Math.max(full, free.getOrDefault(lane, full));
        free.put(lane, at + each);
        return Math.max(0, at - now);
    }
}
