package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/**
 * The buckets of an account, wherever they lie, each asked in its own region. What a bucket has not got is a fact: S3 has an
 * error code for each of its settings.
 */
public final class S3Buckets implements Collector {

    private static final String ACCESS = "PublicAccessBlockConfiguration";
    private static final String ENCRYPTION = "ServerSideEncryptionConfiguration";

    public static final Source SOURCE = new Source(
            "s3.buckets",
            "S3 buckets",
            Scope.ACCOUNT,
            List.of(
                    permitted(
                            xml("s3:ListBuckets", "ListAllMyBucketsResult", "Name", "Buckets"), "s3:ListAllMyBuckets"),
                    facts(
                            permitted(
                                    xml("s3:GetPublicAccessBlock", ACCESS, "", ACCESS),
                                    "s3:GetBucketPublicAccessBlock"),
                            "NoSuchPublicAccessBlockConfiguration"),
                    facts(
                            permitted(
                                    xml("s3:GetBucketEncryption", ENCRYPTION, "", ENCRYPTION),
                                    "s3:GetEncryptionConfiguration"),
                            "ServerSideEncryptionConfigurationNotFoundError"),
                    facts(document("s3:GetBucketPolicy", "Statement"), "NoSuchBucketPolicy"),
                    facts(xml("s3:GetBucketPolicyStatus", "PolicyStatus", "", "PolicyStatus"), "NoSuchBucketPolicy"),
                    xml("s3:GetBucketVersioning", "VersioningConfiguration", ""),
                    xml("s3:GetBucketLogging", "BucketLoggingStatus", ""),
                    facts(xml("s3:GetBucketTagging", "Tagging", "", "TagSet"), "NoSuchTagSet"),
                    facts(
                            permitted(
                                    xml(
                                            "s3:GetObjectLockConfiguration",
                                            "ObjectLockConfiguration",
                                            "",
                                            "ObjectLockConfiguration"),
                                    "s3:GetBucketObjectLockConfiguration"),
                            "ObjectLockConfigurationNotFoundError"),
                    facts(
                            permitted(
                                    xml(
                                            "s3:GetBucketLifecycleConfiguration",
                                            "LifecycleConfiguration",
                                            "Status",
                                            "Rules"),
                                    "s3:GetLifecycleConfiguration"),
                            "NoSuchLifecycleConfiguration")),
            List.of(
                    joined(
                            reading("s3.buckets", "buckets", "Name", "Buckets", List.of("s3:ListBuckets")),
                            "s3:GetPublicAccessBlock",
                            "s3:GetBucketEncryption",
                            "s3:GetBucketPolicy",
                            "s3:GetBucketPolicyStatus",
                            "s3:GetBucketVersioning",
                            "s3:GetBucketLogging",
                            "s3:GetBucketTagging",
                            "s3:GetObjectLockConfiguration",
                            "s3:GetBucketLifecycleConfiguration"),
                    derived(joined(
                            reading(
                                    "s3.bucket-policy-statements",
                                    "bucket policy statements",
                                    "key",
                                    "Buckets",
                                    List.of("s3:ListBuckets")),
                            "s3:GetBucketPolicy"))));

    private static final int PAGE = 10_000;

    private final AwsClients clients;

    public S3Buckets(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        S3Client home = clients.regional("s3", target, this::builder);
        Set<Bucket> buckets = new LinkedHashSet<>();
        // S3 tells a bucket's region only to those who ask for a number of buckets.
        capture.pages(
                Call.of("s3:ListBuckets"),
                token -> home.listBuckets(r -> r.maxBuckets(clients.page(PAGE)).continuationToken(token)),
                ListBucketsResponse::continuationToken,
                page -> buckets.addAll(page.buckets()));
        for (Bucket bucket : buckets) {
            boolean told =
                    bucket.bucketRegion() != null && !bucket.bucketRegion().isEmpty();
            Target place = told ? new Target(target.account(), bucket.bucketRegion()) : target;
            settings(bucket.name(), place, capture);
        }
    }

    private void settings(String name, Target place, Capture capture) {
        S3Client s3 = clients.regional("s3", place, this::builder);
        String owner = place.account();
        capture.ask(
                Call.of("s3:GetPublicAccessBlock", name),
                () -> s3.getPublicAccessBlock(r -> r.bucket(name).expectedBucketOwner(owner)));
        capture.ask(
                Call.of("s3:GetBucketEncryption", name),
                () -> s3.getBucketEncryption(r -> r.bucket(name).expectedBucketOwner(owner)));
        capture.ask(
                        Call.of("s3:GetBucketPolicy", name),
                        () -> s3.getBucketPolicy(r -> r.bucket(name).expectedBucketOwner(owner)))
                .ifPresent(policy -> capture.ask(
                        Call.of("s3:GetBucketPolicyStatus", name),
                        () -> s3.getBucketPolicyStatus(r -> r.bucket(name).expectedBucketOwner(owner))));
        capture.ask(
                Call.of("s3:GetBucketVersioning", name),
                () -> s3.getBucketVersioning(r -> r.bucket(name).expectedBucketOwner(owner)));
        capture.ask(
                Call.of("s3:GetBucketLogging", name),
                () -> s3.getBucketLogging(r -> r.bucket(name).expectedBucketOwner(owner)));
        capture.ask(
                Call.of("s3:GetBucketTagging", name),
                () -> s3.getBucketTagging(r -> r.bucket(name).expectedBucketOwner(owner)));
        capture.ask(
                Call.of("s3:GetObjectLockConfiguration", name),
                () -> s3.getObjectLockConfiguration(r -> r.bucket(name).expectedBucketOwner(owner)));
        capture.ask(
                Call.of("s3:GetBucketLifecycleConfiguration", name),
                () -> s3.getBucketLifecycleConfiguration(r -> r.bucket(name).expectedBucketOwner(owner)));
    }

    private S3ClientBuilder builder() {
        return S3Client.builder().forcePathStyle(clients.isRedirected());
    }
}
