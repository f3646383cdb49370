package io.exhibit.aws.delivery;

import io.exhibit.deliver.NotDelivered;
import io.exhibit.deliver.NotDelivered.Reason;
import io.exhibit.deliver.Place;
import io.exhibit.deliver.PlacedDelivery;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * A receiver's bucket. Each object is put with its SHA-256 and on the condition that nothing has its name, and its checksum is read
 * back. It takes s3:PutObject, s3:GetObject and s3:ListBucket (so that what is not there is told from what may not be seen).
 */
public final class BucketPlace implements Place {

    /** Of one put. Amazon S3 User Guide, Uploading objects. */
    private static final long LARGEST = 5L << 30;

    private final BucketSettings settings;
    private final BucketClient client;
    private final BucketTrouble trouble;

    private BucketPlace(BucketSettings settings) {
        this.settings = settings;
        this.client = BucketClient.of(settings);
        this.trouble = new BucketTrouble(settings);
    }

    /** Connects with the first request. */
    public static Place open(BucketSettings settings) {
        return new BucketPlace(settings);
    }

    @Override
    public Optional<String> digest(String name) throws IOException {
        Optional<HeadObjectResponse> head = head(name, null);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> told = whole(head.get().checksumSHA256());
        return told.isPresent() ? told : Optional.of(read(name));
    }

    /** As {@link #digest} asks, for a name that no pack has. */
    @Override
    public String check() throws IOException {
        requireBucket();
        head("exhibit-doctor", null);
        return "the bucket is there and may be looked at; that we may put into it, and use its key, shows with the first pack";
    }

    @Override
    public String put(String name, Path file, String sha256) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new NotDelivered(
                    Reason.REFUSED,
                    name + " has " + Files.size(file) + " bytes, and one put to S3 takes " + LARGEST
                            + ". Let packs hold fewer raw answers (pack.evidence).");
        }
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(settings.prefix() + name)
                .checksumSHA256(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)))
                .ifNoneMatch("*");
        settings.kmsKey()
                .ifPresent(key -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(key));
        PutObjectResponse put;
        try {
            put = client.s3().putObject(request.build(), RequestBody.fromFile(file));
        } catch (S3Exception e) {
            if (e.statusCode() != 412) {
                throw trouble.of("PutObject " + name, e);
            }
            return taken(name, sha256);
        } catch (SdkException e) {
            throw trouble.of("PutObject " + name, e);
        }
        HeadObjectResponse kept = head(name, put.versionId())
                .orElseThrow(() -> new NotDelivered(
                        Reason.BROKEN_OFF, name + " was put to " + settings.address() + " and does not lie there."));
        Optional<String> told = whole(kept.checksumSHA256());
        if (!(told.isPresent() ? told.get() : read(name)).equals(sha256)) {
            throw new NotDelivered(
                    Reason.BROKEN_OFF, name + " does not lie at " + settings.address() + " as it was sent.");
        }
        return put.versionId() == null ? "" : "version " + put.versionId();
    }

    /** The second try of a put hears this too, when the first one was done and its answer lost. */
    private String taken(String name, String sha256) throws IOException {
        if (digest(name).filter(sha256::equals).isEmpty()) {
            throw PlacedDelivery.taken(settings.address(), name);
        }
        return "";
    }

    private Optional<HeadObjectResponse> head(String name, String version) throws IOException {
        try {
            return Optional.of(client.s3()
                    .headObject(r -> r.bucket(settings.bucket())
                            .key(settings.prefix() + name)
                            .versionId(version)
                            .checksumMode(ChecksumMode.ENABLED)));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                requireBucket();
                return Optional.empty();
            }
            throw trouble.of("HeadObject " + name, e);
        } catch (SdkException e) {
            throw trouble.of("HeadObject " + name, e);
        }
    }

    /** A HEAD has no body and does not tell whether the object or its bucket is not there. */
    private void requireBucket() throws IOException {
        asked("HeadBucket", () -> client.s3().headBucket(r -> r.bucket(settings.bucket())));
    }

    private String read(String name) throws IOException {
        DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.streaming());
        try (var body = asked(
                "GetObject " + name,
                () -> client.s3().getObject(r -> r.bucket(settings.bucket()).key(settings.prefix() + name)))) {
            body.transferTo(digest);
        }
        return Sha256.hex(digest.getMessageDigest());
    }

    private <T> T asked(String action, Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw trouble.of(action, e);
        }
    }

    /** A checksum of parts, which ends with a hyphen and their number, is none of the whole. */
    private static Optional<String> whole(String base64) {
        return Optional.ofNullable(base64)
                .filter(text -> !text.contains("-"))
                .map(text -> HexFormat.of().formatHex(Base64.getDecoder().decode(text)));
    }

    @Override
    public void close() {
        client.close();
    }
}
