package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.Map;

/** One Inspector finding; {@code resourceTags} are the tags of the instance, image or function that it is about. */
public record Weakness(
        String account,
        String region,
        String id,
        String vulnerability,
        String severity,
        String status,
        double score,
        String component,
        Instant first,
        Instant last,
        boolean fixable,
        String resourceType,
        String resourceId,
        Map<String, String> resourceTags) {}
