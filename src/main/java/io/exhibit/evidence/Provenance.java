package io.exhibit.evidence;

import java.time.Instant;

/**
 * Where the bytes of a record lie.
 *
 * @param run id of the run
 * @param operation the call whose answer carries the item
 * @param requestId AWS's id of that answer
 * @param at when the answer came
 * @param payloadDigest SHA-256 of the answer's body, hexadecimal
 */
public record Provenance(String run, String operation, String requestId, Instant at, String payloadDigest) {}
