package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Bucket;
import java.util.List;
import java.util.Map;

/** The settings of a bucket as S3 writes them, each with the error code that says that there is none. */
final class BucketShapes {
    private BucketShapes() {}

    static Map<String, Object> access(Ask ask, Bucket bucket) {
        if (bucket.blocked() == null) {
            throw none("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");
        }
        boolean blocked = bucket.blocked();
        return block(List.of(blocked, blocked, blocked, blocked));
    }

    static Map<String, Object> block(List<Boolean> settings) {
        return Tree.of(
                "PublicAccessBlockConfiguration",
                Tree.of(
                        "BlockPublicAcls",
                        settings.get(0),
                        "IgnorePublicAcls",
                        settings.get(1),
                        "BlockPublicPolicy",
                        settings.get(2),
                        "RestrictPublicBuckets",
                        settings.get(3)));
    }

    static Map<String, Object> encryption(Ask ask, Bucket bucket) {
        boolean own = bucket.key().isEmpty();
        String key = own ? null : "arn:aws:kms:" + ask.region() + ":" + ask.account() + ":" + bucket.key();
        Map<String, Object> rule = Tree.of(
                "ApplyServerSideEncryptionByDefault",
                Tree.of("SSEAlgorithm", own ? "AES256" : "aws:kms", "KMSMasterKeyID", key),
                "BucketKeyEnabled",
                !own);
        return Tree.of("ServerSideEncryptionConfiguration", Tree.of("Rule", new Tree.Listed("", List.of(rule))));
    }

    static Map<String, Object> policy(Ask ask, Bucket bucket) {
        if (bucket.policy().isEmpty()) {
            throw noPolicy();
        }
        return Tree.text(bucket.policy());
    }

    static Map<String, Object> policyStatus(Ask ask, Bucket bucket) {
        if (bucket.policy().isEmpty()) {
            throw noPolicy();
        }
        return Tree.of("PolicyStatus", Tree.of("IsPublic", bucket.open()));
    }

    /** An empty element for a bucket that never had versions. */
    static Map<String, Object> versioning(Ask ask, Bucket bucket) {
        return Tree.of(
                "VersioningConfiguration",
                bucket.versioning().isEmpty() ? Tree.of() : Tree.of("Status", bucket.versioning()));
    }

    static Map<String, Object> logging(Ask ask, Bucket bucket) {
        return Tree.of(
                "BucketLoggingStatus",
                bucket.logs().isEmpty()
                        ? Tree.of()
                        : Tree.of(
                                "LoggingEnabled",
                                Tree.of("TargetBucket", bucket.logs(), "TargetPrefix", bucket.name() + "/")));
    }

    static Map<String, Object> tagging(Ask ask, Bucket bucket) {
        if (bucket.tags().isEmpty()) {
            throw none("NoSuchTagSet", "The TagSet does not exist");
        }
        List<Map<String, Object>> tags = bucket.tags().entrySet().stream()
                .map(tag -> Tree.of("Key", tag.getKey(), "Value", tag.getValue()))
                .toList();
        return Tree.of("Tagging", Tree.of("TagSet", new Tree.Listed("Tag", tags)));
    }

    static Map<String, Object> lock(Ask ask, Bucket bucket) {
        if (bucket.lockedDays() == 0) {
            throw none(
                    "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket");
        }
        return Tree.of(
                "ObjectLockConfiguration",
                Tree.of(
                        "ObjectLockEnabled",
                        "Enabled",
                        "Rule",
                        Tree.of("DefaultRetention", Tree.of("Mode", "COMPLIANCE", "Days", bucket.lockedDays()))));
    }

    static Map<String, Object> lifecycle(Ask ask, Bucket bucket) {
        if (bucket.expiresAfter() == 0) {
            throw none("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
        }
        Map<String, Object> rule = Tree.of(
                "ID",
                "=expire & <forget>",
                "Filter",
                Tree.of("Prefix", ""),
                "Status",
                "Enabled",
                "Expiration",
                Tree.of("Days", bucket.expiresAfter()),
                "AbortIncompleteMultipartUpload",
                Tree.of("DaysAfterInitiation", 7));
        return Tree.of("LifecycleConfiguration", Tree.of("Rule", new Tree.Listed("", List.of(rule))));
    }

    private static AwsError noPolicy() {
        return none("NoSuchBucketPolicy", "The bucket policy does not exist");
    }

    private static AwsError none(String code, String message) {
        return new AwsError(404, code, message);
    }
}
