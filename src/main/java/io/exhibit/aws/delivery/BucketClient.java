package io.exhibit.aws.delivery;

import io.exhibit.aws.HttpLimits;
import io.exhibit.aws.vault.S3Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** A client of a receiver's bucket with credentials of its own, and what has to be closed with it. */
record BucketClient(S3Client s3, AutoCloseable credentials) implements AutoCloseable {

    private static final String SESSION = "exhibit-delivery";

    static BucketClient of(BucketSettings settings) {
        AwsCredentialsProvider own = own(settings);
        if (settings.role().isEmpty()) {
            return new BucketClient(client(settings, own), () -> {});
        }
        StsClient sts = StsClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(own)
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
        StsAssumeRoleCredentialsProvider role = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(r -> r.roleArn(settings.role().get())
                        .roleSessionName(SESSION)
                        .externalId(settings.externalId().orElse(null)))
                .build();
        return new BucketClient(client(settings, role), () -> {
            role.close();
            sts.close();
        });
    }

    private static AwsCredentialsProvider own(BucketSettings settings) {
        if (settings.simulated()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASANDBOX", "sandbox"));
        }
        return settings.profile().isPresent()
                ? ProfileCredentialsProvider.create(settings.profile().get())
                : DefaultCredentialsProvider.builder().build();
    }

    private static S3Client client(BucketSettings settings, AwsCredentialsProvider credentials) {
        HttpLimits limits = S3Settings.objects();
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(ApacheHttpClient.builder()
                        .connectionTimeout(limits.connect())
                        .socketTimeout(limits.silence()))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle())
                        // The checksum of the whole goes along; signing it chunk by chunk adds nothing to that.
                        .chunkedEncodingEnabled(false)
                        .build())
                // The put names its SHA-256, and what was put is read back.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(c -> c.apiCallTimeout(limits.call()).apiCallAttemptTimeout(limits.attempt()));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @Override
    public void close() {
        s3.close();
        try {
            credentials.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a client of STS failed", e);
        }
    }
}
