package io.exhibit.aws.vault;

import io.exhibit.aws.vault.Bucket.Lock;
import io.exhibit.aws.vault.Bucket.Put;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.VaultException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;

/** Puts objects and looks at what S3 then has of them: the same bytes, in a version of their own, locked as was asked. */
final class Objects {

    /** What one PutObject takes. An upload in parts would have no checksum of the whole to be read back. */
    private static final long MOST = 5L << 30;

    private static final int TURNS = 3;

    private final S3Place place;
    private final Bucket bucket;
    private final Retention retention;
    private final boolean versioned;
    private final InstantSource clock;

    /** @param versioned whether the bucket keeps versions, so that one without is a fault */
    Objects(S3Place place, Bucket bucket, Retention retention, boolean versioned, InstantSource clock) {
        this.place = place;
        this.bucket = bucket;
        this.retention = retention;
        this.versioned = versioned;
        this.clock = clock;
    }

    boolean isVersioned() {
        return versioned;
    }

    private record Body(RequestBody content, long bytes, String sha256) {
        static Body of(byte[] content) {
            return new Body(RequestBody.fromBytes(content), content.length, Sha256.hex(content));
        }
    }

    /** Keeps a file of this machine under a name that nothing sealed has. */
    Kept keep(String name, Path file, long bytes, String sha256) throws IOException {
        if (bytes > MOST) {
            throw new VaultException(
                    Reason.REFUSED,
                    name + " has " + bytes
                            + " bytes; one object that is put at once can have 5 GiB. Leave something of this"
                            + " account and region out, or use a vault in a folder.");
        }
        return keep(name, new Body(RequestBody.fromFile(file), bytes, sha256), lock());
    }

    Kept keep(String name, byte[] content) throws IOException {
        return keep(name, Body.of(content), lock());
    }

    /** A note that is no part of the evidence. */
    Kept note(String name, byte[] content) throws IOException {
        return keep(name, Body.of(content), Lock.NONE);
    }

    /** Takes a name that must be free, or must hold what that ETag tells; who else took it meanwhile stays. */
    Kept take(String name, byte[] content, Condition condition, Map<String, String> metadata) throws IOException {
        Body body = Body.of(content);
        Lock lock = lock();
        Optional<Put> put = bucket.put(name, body.content(), body.sha256(), condition, lock, metadata);
        if (put.isEmpty()) {
            put = same(name, body);
        }
        return confirmed(name, put.orElseThrow(() -> bucket.conflict(name)).version(), body, lock);
    }

    /**
     * The name is free, or holds the very same (an answer was lost, or an earlier writer came as far), or remains of a run that
     * was never sealed: these get a newer version on top of them. What is sealed is not among the names that come here.
     */
    private Kept keep(String name, Body body, Lock lock) throws IOException {
        Condition condition = Condition.ABSENT;
        for (int turn = 0; turn < TURNS; turn++) {
            Optional<Put> put = bucket.put(name, body.content(), body.sha256(), condition, lock, Map.of());
            if (put.isEmpty()) {
                put = same(name, body);
            }
            if (put.isPresent()) {
                return confirmed(name, put.get().version(), body, lock);
            }
            condition = bucket.head(name, "")
                    .map(there -> Condition.matches(there.etag()))
                    .orElse(Condition.ABSENT);
        }
        throw bucket.conflict(name);
    }

    private Optional<Put> same(String name, Body body) throws IOException {
        Optional<Kept> there = bucket.head(name, "");
        return there.isPresent() && body.sha256().equals(digest(name, there.get()))
                ? there.map(kept -> new Put(kept.version(), kept.etag()))
                : Optional.empty();
    }

    /** Reads back, by its version, what S3 has. */
    private Kept confirmed(String name, String version, Body body, Lock lock) throws IOException {
        if (versioned && version.isEmpty()) {
            throw unprotected(name, "got no version, though the bucket keeps versions");
        }
        Kept kept = bucket.head(name, version).orElseThrow(() -> refused(name, "is not there after it was written"));
        String digest = digest(name, kept);
        if (kept.bytes() != body.bytes() || !digest.equals(body.sha256())) {
            throw refused(name, "was sent with SHA-256 " + body.sha256() + " and is kept with " + digest);
        }
        return lock.until().isEmpty() ? kept : locked(name, kept, lock.until().get());
    }

    /** Locks a version at least until then, in the mode that it has or that the settings ask for. */
    void retain(Entry entry, Instant until) throws IOException {
        Kept kept = bucket.head(entry.name(), entry.version())
                .orElseThrow(() -> refused(entry.name(), "is not there any more"));
        String mode = kept.mode().isEmpty() ? retention.mode().name() : kept.mode();
        if (mode.equals(Retention.Mode.NONE.name())) {
            throw new VaultException(
                    Reason.UNPROTECTED,
                    entry.name() + " at " + place + " is not locked, and s3.lock does not say how it is to be.");
        }
        if (kept.until().orElse(Instant.EPOCH).isBefore(until)) {
            bucket.retain(entry.name(), entry.version(), mode, until);
        }
    }

    private Kept locked(String name, Kept kept, Instant until) throws IOException {
        Kept found = kept;
        if (found.until().orElse(Instant.EPOCH).isBefore(until.minus(Duration.ofDays(1)))) {
            // An earlier writer put it, with a retention that began then, or with none.
            String mode = found.mode().isEmpty() ? retention.mode().name() : found.mode();
            bucket.retain(name, found.version(), mode, until);
            found = bucket.head(name, found.version()).orElseThrow(() -> refused(name, "is not there any more"));
        }
        if (!found.mode().equals(retention.mode().name())
                || found.until().orElse(Instant.EPOCH).isBefore(until.minus(Duration.ofDays(1)))) {
            throw unprotected(
                    name,
                    "was to be locked (" + retention.mode() + ") until " + until + ", and S3 tells "
                            + (found.mode().isEmpty()
                                    ? "no lock"
                                    : found.mode() + " until " + found.until().orElse(null)));
        }
        return found;
    }

    /** Servers that tell no checksum of the whole are asked for all of it. */
    private String digest(String name, Kept kept) throws IOException {
        if (!kept.sha256().isEmpty()) {
            return kept.sha256();
        }
        MessageDigest digest = Sha256.streaming();
        bucket.whole(name, kept.version(), (head, in) -> {
            digest.reset();
            byte[] buffer = new byte[1 << 16];
            for (int n = Cut.read(in, buffer); n >= 0; n = Cut.read(in, buffer)) {
                digest.update(buffer, 0, n);
            }
        });
        return Sha256.hex(digest);
    }

    private Lock lock() {
        return retention.isAsked()
                ? new Lock(retention.mode().name(), Optional.of(retention.until(clock.instant())))
                : Lock.NONE;
    }

    private VaultException refused(String name, String why) {
        return new VaultException(Reason.REFUSED, name + " at " + place + " " + why + ".");
    }

    private VaultException unprotected(String name, String why) {
        return new VaultException(Reason.UNPROTECTED, name + " at " + place + " " + why + ".");
    }
}
