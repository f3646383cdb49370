package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.Map;

/** One GuardDuty finding; there is no "resolved" in GuardDuty, only archived; {@code resource} has the wire's members. */
public record Threat(
        String account,
        String region,
        String id,
        String type,
        double severity,
        String title,
        String description,
        Instant created,
        Instant updated,
        boolean archived,
        int count,
        boolean sample,
        Map<String, Object> resource) {}
