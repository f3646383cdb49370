package io.exhibit.sandbox.world;

/** One CloudFront distribution, with what it demands of viewers, what it speaks to its origin and its oldest TLS. */
public record Distribution(String id, String domain, String viewers, String origin, String oldest) {}
