package io.exhibit.assessment;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that signs a log, for a stretch of it.
 *
 * @param algorithm as RFC 8410 calls it: Ed25519
 * @param id first 16 digits of {@code sha256}, by which statements name it
 * @param sha256 of the public key (SubjectPublicKeyInfo, DER; RFC 5280), hexadecimal
 * @param from the first leaf after which it signed the log, counted from 1
 * @param to the last one, when it made way for another before the log was as it is told
 * @param since when it came, by the leaf that says so; empty for the first
 */
public record LogKey(
        String algorithm, String id, String sha256, long from, Optional<Long> to, Optional<Instant> since) {}
