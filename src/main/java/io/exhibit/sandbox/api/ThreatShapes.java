package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Json;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Threat;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Detectors and findings as GuardDuty writes them; its times are text with milliseconds. */
final class ThreatShapes {
    private static final String CREATED = "2024-01-10T09:00:00.000Z";

    private ThreatShapes() {}

    static Map<String, Object> detector(String account) {
        return Tree.of(
                "createdAt",
                CREATED,
                "findingPublishingFrequency",
                "FIFTEEN_MINUTES",
                "serviceRole",
                "arn:aws:iam::" + account
                        + ":role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty",
                "status",
                "ENABLED",
                "updatedAt",
                CREATED,
                "tags",
                Tree.of(),
                "features",
                List.of(
                        feature("CLOUD_TRAIL", "ENABLED"),
                        feature("DNS_LOGS", "ENABLED"),
                        feature("FLOW_LOGS", "ENABLED"),
                        feature("S3_DATA_EVENTS", "ENABLED"),
                        feature("EBS_MALWARE_PROTECTION", "ENABLED"),
                        feature("RDS_LOGIN_EVENTS", "DISABLED")));
    }

    static Map<String, Object> finding(Threat threat, String detector) {
        String seen = text(threat.updated());
        return Tree.of(
                "accountId",
                threat.account(),
                "arn",
                "arn:aws:guardduty:" + threat.region() + ":" + threat.account() + ":detector/" + detector + "/finding/"
                        + threat.id(),
                "createdAt",
                text(threat.created()),
                "description",
                threat.description(),
                "id",
                threat.id(),
                "partition",
                "aws",
                "region",
                threat.region(),
                "resource",
                threat.resource(),
                "schemaVersion",
                "2.0",
                "service",
                Tree.of(
                        "additionalInfo",
                        Tree.of(
                                "value",
                                threat.sample() ? Json.text(Tree.of("sample", true)) : "{}",
                                "type",
                                "default"),
                        "archived",
                        threat.archived(),
                        "count",
                        threat.count(),
                        "detectorId",
                        detector,
                        "eventFirstSeen",
                        text(threat.created()),
                        "eventLastSeen",
                        seen,
                        "resourceRole",
                        "TARGET",
                        "serviceName",
                        "guardduty"),
                "severity",
                threat.severity(),
                "title",
                threat.title(),
                "type",
                threat.type(),
                "updatedAt",
                seen);
    }

    private static Map<String, Object> feature(String name, String status) {
        return Tree.of("name", name, "status", status, "updatedAt", Instant.parse(CREATED));
    }

    private static String text(Instant instant) {
        String text = instant.toString();
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }
}
