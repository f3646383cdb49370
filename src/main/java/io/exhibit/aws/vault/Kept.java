package io.exhibit.aws.vault;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of an object, as S3 tells of it.
 *
 * @param version "" in a bucket without versioning
 * @param etag of its content, for {@code If-Match}
 * @param sha256 hexadecimal, or "" when the server tells none
 * @param mode of its lock, "" without one
 * @param until when that ends
 */
record Kept(String version, String etag, long bytes, String sha256, String mode, Optional<Instant> until) {}
