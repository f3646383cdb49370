package io.exhibit.sandbox.world;

import java.time.Instant;

/** One certificate of AWS Certificate Manager. */
public record Certificate(String id, String domain, String algorithm, Instant from, Instant until, boolean used) {}
