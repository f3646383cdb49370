package io.exhibit.sandbox.world;

import java.time.Instant;

/** One restore job of AWS Backup that was completed; {@code validation} is "" where nobody asked for any. */
public record Restore(String id, String resource, String type, Instant created, String validation) {}
