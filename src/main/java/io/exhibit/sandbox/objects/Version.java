package io.exhibit.sandbox.objects;

import java.time.Instant;
import java.util.Map;

/**
 * One version of an object.
 *
 * @param id "" in a bucket without versioning
 * @param etag with its quotes
 * @param sha256 base64, as it was sent, or ""
 * @param marker whether it is a delete marker
 * @param mode of its lock, or ""
 * @param until end of the lock, or {@code null}
 */
record Version(
        String id,
        byte[] content,
        String etag,
        String sha256,
        Map<String, String> metadata,
        Instant modified,
        boolean marker,
        String mode,
        Instant until) {

    Version locked(String otherMode, Instant otherUntil) {
        return new Version(id, content, etag, sha256, metadata, modified, marker, otherMode, otherUntil);
    }

    Version holding(byte[] other) {
        return new Version(id, other, etag, sha256, metadata, modified, marker, mode, until);
    }

    boolean isLocked(Instant now) {
        return !mode.isEmpty() && until.isAfter(now);
    }
}
