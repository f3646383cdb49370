package io.exhibit.aws;

import io.exhibit.collect.Pause;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one client below the rate that AWS publishes for its service, or below a careful one where none is published
 * (Organizations, KMS and EC2 quota pages; AWS publishes none for IAM, GuardDuty, Inspector, Access Analyzer, Artifact).
 */
final class Pace {

    static final Pace NONE = new Pace(0, Map.of(), duration -> {});

    /** Requests a second for each service; what is not listed is not held back. */
    private static final Map<String, Double> RATES = Map.of(
            "iam", 2.0,
            "organizations", 4.0,
            "artifact", 1.0,
            "kms", 20.0,
            "ec2", 10.0,
            "guardduty", 4.0,
            "inspector2", 4.0,
            "access-analyzer", 4.0);

    /** Operations with a rate of their own, by X-Amz-Target. */
    private static final Map<String, Double> SLOWER = Map.of(
            "AWSOrganizationsV20161128.DescribeOrganization", 1.0,
            "AWSOrganizationsV20161128.ListRoots", 1.0,
            "AWSOrganizationsV20161128.DescribePolicy", 2.0);

    private final double rate;
    private final Map<String, Double> slower;
    private final Pause pause;
    private final Map<String, Long> free = new HashMap<>();

    private Pace(double rate, Map<String, Double> slower, Pause pause) {
        this.rate = rate;
        this.slower = slower;
        this.pause = pause;
    }

    static Pace of(String service, Pause pause) {
        return RATES.containsKey(service) ? new Pace(RATES.get(service), SLOWER, pause) : NONE;
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

    private synchronized long reserve(String lane, double perSecond) {
        long now = System.nanoTime();
        long at = Math.max(now, free.getOrDefault(lane, now));
        free.put(lane, at + (long) (1e9 / perSecond));
        return at - now;
    }
}
