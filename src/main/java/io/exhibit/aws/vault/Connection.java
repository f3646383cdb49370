package io.exhibit.aws.vault;

import io.exhibit.aws.HttpLimits;
import io.exhibit.collect.Pause;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.VaultException.Reason;
import java.io.IOException;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** The client of a vault's bucket, and whether that bucket protects what is put there. */
final class Connection {

    private Connection() {}

    static Bucket of(S3Settings settings, Pause pause) {
        return new Bucket(settings.place(), client(settings), pause);
    }

    static S3Store toRead(S3Settings settings, Pause pause) {
        Bucket bucket = of(settings, pause);
        return new S3Store(
                settings.place(), bucket, new Objects(settings.place(), bucket, settings.retention(), false, () -> {
                    throw new IllegalStateException("nothing is written by who only reads");
                }));
    }

    static S3Store toWrite(S3Settings settings, InstantSource clock, Pause pause) throws IOException {
        Bucket bucket = of(settings, pause);
        boolean open = false;
        try {
            boolean versioned = protects(settings, bucket);
            open = true;
            return new S3Store(
                    settings.place(),
                    bucket,
                    new Objects(settings.place(), bucket, settings.retention(), versioned, clock));
        } finally {
            if (!open) {
                bucket.close();
            }
        }
    }

    /** Refuses a bucket that cannot do what the settings ask. Returns whether it keeps versions. */
    static boolean protects(S3Settings settings, Bucket bucket) throws IOException {
        boolean versioned = bucket.isVersioned();
        if (settings.retention().isAsked()) {
            String name = settings.place().bucket();
            String asked = "the settings ask for s3.lock: "
                    + settings.retention().mode().name().toLowerCase(java.util.Locale.ROOT);
            if (!versioned) {
                throw new VaultException(
                        Reason.UNPROTECTED,
                        "The bucket " + name + " keeps no versions, and " + asked
                                + ". Switch versioning on, or write s3.lock: none.");
            }
            if (!bucket.canLock()) {
                throw new VaultException(
                        Reason.UNPROTECTED,
                        "The bucket " + name + " has no Object Lock, and " + asked
                                + ". Switch Object Lock on, or write s3.lock: none.");
            }
        }
        return versioned;
    }

    private static S3Client client(S3Settings settings) {
        HttpLimits limits = settings.limits();
        BackoffStrategy backoff = BackoffStrategy.exponentialDelay(
                limits.backoff(), limits.backoff().multipliedBy(20));
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(ApacheHttpClient.builder()
                        .connectionTimeout(limits.connect())
                        .socketTimeout(limits.silence())
                        .maxConnections(64))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle())
                        // The checksum of the whole goes along; signing it chunk by chunk adds nothing to that.
                        .chunkedEncodingEnabled(false)
                        .build())
                // Every put names its SHA-256, and every reader compares digests that were sealed.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(c -> c.apiCallTimeout(limits.call())
                        .apiCallAttemptTimeout(limits.attempt())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(limits.attempts())
                                .backoffStrategy(backoff)
                                .throttlingBackoffStrategy(backoff)
                                .build()));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.simulated()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASANDBOX", "sandbox"))
                : DefaultCredentialsProvider.builder().build();
    }
}
