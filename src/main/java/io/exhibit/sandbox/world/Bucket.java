package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.Map;

/**
 * One S3 bucket.
 *
 * @param blocked whether it keeps the public out by all four settings; {@code null} when it says nothing
 * @param key alias of the KMS key in its account and region, or "" for S3's own
 * @param policy JSON text, or ""
 * @param open whether its policy lets the public in
 * @param versioning Enabled, Suspended or ""
 * @param logs name of the bucket that its access log goes to, or ""
 * @param lockedDays of its object lock in compliance mode; 0 without one
 * @param expiresAfter days after which its objects are deleted; 0 when they are kept
 */
public record Bucket(
        String name,
        String region,
        Instant created,
        Boolean blocked,
        String key,
        String policy,
        boolean open,
        String versioning,
        String logs,
        int lockedDays,
        int expiresAfter,
        Map<String, String> tags) {

    Bucket withPolicy(String other, boolean opened) {
        return new Bucket(
                name, region, created, blocked, key, other, opened, versioning, logs, lockedDays, expiresAfter, tags);
    }

    Bucket withBlock(Boolean other) {
        return new Bucket(
                name, region, created, other, key, policy, open, versioning, logs, lockedDays, expiresAfter, tags);
    }

    Bucket withHistory(String versions, String log, int locked) {
        return new Bucket(name, region, created, blocked, key, policy, open, versions, log, locked, expiresAfter, tags);
    }

    Bucket withExpiry(int days) {
        return new Bucket(name, region, created, blocked, key, policy, open, versioning, logs, lockedDays, days, tags);
    }
}
