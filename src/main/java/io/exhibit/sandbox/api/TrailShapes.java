package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Json;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Story;
import io.exhibit.sandbox.world.Trail;
import io.exhibit.sandbox.world.TrailEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Trails and events as CloudTrail writes them; the record of an event is JSON text within the answer. */
final class TrailShapes {
    private static final Instant STARTED = Instant.parse("2024-01-10T09:00:00Z");

    private TrailShapes() {}

    static Map<String, Object> trail(Trail trail, String region) {
        return Tree.of(
                "Name",
                trail.name(),
                "S3BucketName",
                trail.bucket(),
                "IncludeGlobalServiceEvents",
                trail.everywhere(),
                "IsMultiRegionTrail",
                trail.everywhere(),
                "HomeRegion",
                trail.home(),
                "TrailARN",
                trail.arn(),
                "LogFileValidationEnabled",
                trail.everywhere() || region.equals("us-east-1"),
                "KmsKeyId",
                trail.everywhere() ? "arn:aws:kms:us-east-1:222233334444:alias/audit-log" : null,
                "CloudWatchLogsLogGroupArn",
                trail.logGroup(),
                "CloudWatchLogsRoleArn",
                "arn:aws:iam::" + trail.owner() + ":role/trail-to-logs",
                "HasCustomEventSelectors",
                !trail.buckets().isEmpty(),
                "HasInsightSelectors",
                false,
                "IsOrganizationTrail",
                trail.ofOrganization());
    }

    static Map<String, Object> status(Trail trail, Instant now) {
        Instant last = trail.logging() ? now.minus(Duration.ofMinutes(4)) : Story.TRAIL_STOPPED.from();
        return Tree.of(
                "IsLogging",
                trail.logging(),
                "LatestDeliveryTime",
                last,
                "StartLoggingTime",
                STARTED,
                "StopLoggingTime",
                trail.logging() ? null : last,
                "LatestDigestDeliveryTime",
                trail.logging() ? now.minus(Duration.ofMinutes(31)) : last);
    }

    static Map<String, Object> selectors(Trail trail) {
        if (trail.buckets().isEmpty()) {
            Map<String, Object> all = Tree.of(
                    "ReadWriteType",
                    "All",
                    "IncludeManagementEvents",
                    true,
                    "DataResources",
                    List.of(),
                    "ExcludeManagementEventSources",
                    List.of());
            return Tree.of("TrailARN", trail.arn(), "EventSelectors", List.of(all));
        }
        List<String> objects = trail.buckets().stream()
                .map(name -> "arn:aws:s3:::" + name + "/")
                .toList();
        return Tree.of(
                "TrailARN",
                trail.arn(),
                "AdvancedEventSelectors",
                List.of(Tree.of(
                        "Name",
                        "Objects with ePHI",
                        "FieldSelectors",
                        List.of(
                                Tree.of("Field", "eventCategory", "Equals", List.of("Data")),
                                Tree.of("Field", "resources.type", "Equals", List.of("AWS::S3::Object")),
                                Tree.of("Field", "resources.ARN", "StartsWith", objects)))));
    }

    static Map<String, Object> event(TrailEvent event, Ask ask) {
        return Tree.of(
                "EventId",
                event.id(),
                "EventName",
                event.name(),
                "ReadOnly",
                "false",
                "EventTime",
                event.time(),
                "EventSource",
                event.source(),
                "Username",
                event.user(),
                "Resources",
                List.of(),
                "CloudTrailEvent",
                Json.text(record(event, ask)));
    }

    private static Map<String, Object> record(TrailEvent event, Ask ask) {
        String arn = "arn:aws:iam::" + ask.account() + (event.byRoot() ? ":root" : ":user/" + event.user());
        return Tree.of(
                "eventVersion",
                "1.11",
                "userIdentity",
                Tree.of(
                        "type",
                        event.byRoot() ? "Root" : "IAMUser",
                        "arn",
                        arn,
                        "accountId",
                        ask.account(),
                        "userName",
                        event.byRoot() ? null : event.user()),
                "eventTime",
                event.time().toString(),
                "eventSource",
                event.source(),
                "eventName",
                event.name(),
                "awsRegion",
                ask.region(),
                "sourceIPAddress",
                event.address(),
                "responseElements",
                event.mfa().map(any -> Tree.of("ConsoleLogin", "Success")).orElse(null),
                "additionalEventData",
                event.mfa()
                        .map(used -> Tree.of("MobileVersion", "No", "MFAUsed", used ? "Yes" : "No"))
                        .orElse(null),
                "eventID",
                event.id(),
                "eventType",
                event.mfa().isPresent() ? "AwsConsoleSignIn" : "AwsApiCall",
                "recipientAccountId",
                ask.account());
    }
}
