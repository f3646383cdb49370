package io.exhibit.aws.vault;

import io.exhibit.collect.Pause;
import io.exhibit.seal.Bounded;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.VaultException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The requests that are made of S3, one method each. Amazon S3 API Reference; conditional writes as in its User Guide. */
final class Bucket implements Closeable {

    private static final int ATTEMPTS = 5;
    private static final int READS = 3;
    private static final Duration BACKOFF = Duration.ofMillis(500);

    private final S3Place place;
    private final S3Client s3;
    private final Pause pause;

    Bucket(S3Place place, S3Client s3, Pause pause) {
        this.place = place;
        this.s3 = s3;
        this.pause = pause;
    }

    /**
     * Puts an object with its checksum. Empty when the condition does not hold, which is also what the second try of a put
     * hears whose first answer was lost.
     */
    Optional<Put> put(
            String name, RequestBody body, String sha256, Condition condition, Lock lock, Map<String, String> metadata)
            throws IOException {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.key(name))
                .checksumSHA256(base64(sha256))
                .metadata(metadata);
        if (condition.equals(Condition.ABSENT)) {
            request.ifNoneMatch(condition.etag());
        } else {
            request.ifMatch(condition.etag());
        }
        lock.until()
                .ifPresent(until -> request.objectLockMode(ObjectLockMode.fromValue(lock.mode()))
                        .objectLockRetainUntilDate(until));
        for (int attempt = 1; ; attempt++) {
            try {
                PutObjectResponse put = s3.putObject(request.build(), body);
                return Optional.of(new Put(text(put.versionId()), put.eTag()));
            } catch (S3Exception e) {
                // Whoever was to be replaced is gone: the condition does not hold either.
                if (e.statusCode() == 412
                        || e.statusCode() == 404 && Trouble.code(e).equals("NoSuchKey")) {
                    return Optional.empty();
                }
                // ConditionalRequestConflict: another write to the name was under way. S3 asks to try again.
                if (e.statusCode() != 409 || attempt == ATTEMPTS) {
                    throw Trouble.of(place, "PutObject " + name, e);
                }
                pause.of(BACKOFF.multipliedBy(1L << attempt - 1));
            } catch (SdkException e) {
                throw Trouble.of(place, "PutObject " + name, e);
            }
        }
    }

    /** What a put answers: the version that it made, "" in a bucket without versioning, and the ETag of its content. */
    record Put(String version, String etag) {}

    /** The lock that a put asks for; "" and empty for none. */
    record Lock(String mode, Optional<Instant> until) {
        static final Lock NONE = new Lock("", Optional.empty());
    }

    /** What there is of a version, "" for the newest; empty when there is no such object. */
    Optional<Kept> head(String name, String version) throws IOException {
        try {
            HeadObjectResponse head = s3.headObject(r -> r.bucket(place.bucket())
                    .key(place.key(name))
                    .versionId(version.isEmpty() ? null : version)
                    .checksumMode(ChecksumMode.ENABLED));
            if (head.contentLength() == null || head.eTag() == null) {
                throw new VaultException(
                        Reason.REFUSED,
                        "S3 does not tell how long " + name + " at " + place + " is, or what it holds.");
            }
            return Optional.of(new Kept(
                    text(head.versionId()),
                    head.eTag(),
                    head.contentLength(),
                    hex(head.checksumSHA256()),
                    text(head.objectLockModeAsString()),
                    Optional.ofNullable(head.objectLockRetainUntilDate())));
        } catch (S3Exception e) {
            if (isAbsent(e)) {
                return Optional.empty();
            }
            throw Trouble.of(place, "HeadObject " + name, e);
        } catch (SdkException e) {
            throw Trouble.of(place, "HeadObject " + name, e);
        }
    }

    /** What is done with an object while it streams in. */
    @FunctionalInterface
    interface Reading {
        void read(GetObjectResponse head, InputStream body) throws IOException;
    }

    /** Reads a version, "" for the newest, to its end. Returns false when there is no such object. */
    boolean get(String name, String version, Reading reading) throws IOException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.key(name))
                .versionId(version.isEmpty() ? null : version)
                .build();
        try (var body = s3.getObject(request)) {
            try {
                reading.read(body.response(), body);
            } catch (IOException | RuntimeException e) {
                // Closing would read what is left, which may be gigabytes.
                body.abort();
                throw e;
            }
            return true;
        } catch (S3Exception e) {
            if (isAbsent(e)) {
                return false;
            }
            throw Trouble.of(place, "GetObject " + name, e);
        } catch (SdkException e) {
            throw Trouble.of(place, "GetObject " + name, e);
        }
    }

    /** The same, and begins anew when the body breaks off. */
    boolean whole(String name, String version, Reading reading) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return get(name, version, reading);
            } catch (Cut e) {
                if (attempt == READS) {
                    throw new IOException(name + " could not be read to its end: " + e.getMessage(), e);
                }
            }
        }
    }

    /**
     * A small object; empty when there is none.
     *
     * @param most bytes that such an object can have
     */
    Optional<Small> small(String name, String version, int most) throws IOException {
        Small[] small = new Small[1];
        whole(name, version, (head, in) -> {
            byte[] content = Cut.of(() -> Bounded.read(in, most))
                    .orElseThrow(() -> new VaultException(
                            Reason.DAMAGED,
                            name + " at " + place + " has more than the " + most
                                    + " bytes that such an object can have, and was not read."));
            small[0] = new Small(head.eTag(), head.metadata(), content);
        });
        return Optional.ofNullable(small[0]);
    }

    /** Names that begin so, in their order. */
    List<String> list(String prefix) throws IOException {
        List<String> names = new ArrayList<>();
        asked("ListObjectsV2 " + prefix, () -> {
            s3.listObjectsV2Paginator(r -> r.bucket(place.bucket()).prefix(place.key(prefix)))
                    .contents()
                    .forEach(object -> names.add(place.name(object.key())));
            return null;
        });
        return names;
    }

    /** Names of what lies directly below a folder, such as {@code runs/}. */
    List<String> folders(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        asked("ListObjectsV2 " + folder, () -> {
            s3.listObjectsV2Paginator(r ->
                            r.bucket(place.bucket()).prefix(place.key(folder)).delimiter("/"))
                    .commonPrefixes()
                    .forEach(each -> names.add(
                            place.name(each.prefix().replaceFirst("/$", "")).substring(folder.length())));
            return null;
        });
        return names;
    }

    /** Lengthens the retention of a version. */
    void retain(String name, String version, String mode, Instant until) throws IOException {
        asked(
                "PutObjectRetention " + name,
                () -> s3.putObjectRetention(r -> r.bucket(place.bucket())
                        .key(place.key(name))
                        .versionId(version)
                        .retention(lock -> lock.mode(ObjectLockRetentionMode.fromValue(mode))
                                .retainUntilDate(until))));
    }

    /** Whether a new version is kept beside the older ones. */
    boolean isVersioned() throws IOException {
        return "Enabled"
                .equals(asked("GetBucketVersioning", () -> s3.getBucketVersioning(r -> r.bucket(place.bucket())))
                        .statusAsString());
    }

    /** Whether versions can be locked. */
    boolean canLock() throws IOException {
        try {
            ObjectLockConfiguration lock =
                    s3.getObjectLockConfiguration(r -> r.bucket(place.bucket())).objectLockConfiguration();
            return lock != null && "Enabled".equals(lock.objectLockEnabledAsString());
        } catch (S3Exception e) {
            if (Trouble.code(e).equals("ObjectLockConfigurationNotFoundError")) {
                return false;
            }
            throw Trouble.of(place, "GetObjectLockConfiguration", e);
        } catch (SdkException e) {
            throw Trouble.of(place, "GetObjectLockConfiguration", e);
        }
    }

    private <T> T asked(String action, Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw Trouble.of(place, action, e);
        }
    }

    private static boolean isAbsent(S3Exception e) {
        // A HEAD has no body and so no code; a bucket that is not there was noticed when the vault was opened.
        return e.statusCode() == 404 && !Trouble.code(e).equals("NoSuchBucket");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    /** A checksum of parts, which ends with a hyphen and their number, is none of the whole. */
    private static String hex(String base64) {
        if (base64 == null || base64.contains("-")) {
            return "";
        }
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }

    VaultException conflict(String name) {
        return new VaultException(
                Reason.LOCKED,
                "Somebody else wrote " + name + " at " + place
                        + " meanwhile. What was sealed before is untouched; try again.");
    }

    @Override
    public void close() {
        s3.close();
    }
}
