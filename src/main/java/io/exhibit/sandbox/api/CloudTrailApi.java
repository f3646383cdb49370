package io.exhibit.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Trail;
import io.exhibit.sandbox.world.TrailEvent;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** CloudTrail: trails with their status and selectors, and the event history (JSON 1.1). */
final class CloudTrailApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            50,
            50,
            size -> new AwsError(400, "InvalidMaxResultsException", "maxResults must be between 1 and 50."),
            new AwsError(400, "InvalidNextTokenException", "The token is invalid or has expired."));

    private final Supplier<World> world;
    private final Pages pages;

    private CloudTrailApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        CloudTrailApi api = new CloudTrailApi(world, pages);
        return new AwsService(
                "cloudtrail",
                Protocol.JSON,
                "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
                "Message",
                Wording.json("ThrottlingException", "InternalFailure"),
                List.of(
                        Operation.named("DescribeTrails", api::trails),
                        Operation.named("GetTrailStatus", api::status),
                        Operation.named("GetEventSelectors", api::selectors),
                        Operation.pagedNamed("LookupEvents", api::events)));
    }

    private Map<String, Object> trails(Ask ask) {
        boolean replicas = !ask.member("includeShadowTrails").orElse("true").equals("false");
        return Tree.of(
                "trailList",
                world.get().journal().trails(ask.account(), ask.region()).stream()
                        .filter(trail -> replicas || isOwn(trail, ask))
                        .map(trail -> TrailShapes.trail(trail, ask.region()))
                        .toList());
    }

    private static boolean isOwn(Trail trail, Ask ask) {
        return trail.home().equals(ask.region()) && trail.arn().contains(":" + ask.account() + ":");
    }

    private Map<String, Object> status(Ask ask) {
        return TrailShapes.status(trail(ask, "Name"), world.get().now());
    }

    private Map<String, Object> selectors(Ask ask) {
        return TrailShapes.selectors(trail(ask, "TrailName"));
    }

    /** By its ARN anywhere; by its name only where it is at home and the caller's own. */
    private Trail trail(Ask ask, String member) {
        String asked = ask.member(member).orElse("");
        return world.get().journal().trails(ask.account(), ask.region()).stream()
                .filter(trail -> trail.arn().equals(asked) || trail.name().equals(asked) && isOwn(trail, ask))
                .findFirst()
                .orElseThrow(() -> new AwsError(
                        400, "TrailNotFoundException", "Unknown trail: " + asked + " for the user: " + ask.account()));
    }

    private Map<String, Object> events(Ask ask) {
        JsonNode attributes = ask.json().path("LookupAttributes");
        if (attributes.size() > 1) {
            throw unlawful("You can specify only one lookup attribute.");
        }
        double since = ask.json().path("StartTime").asDouble(0);
        List<TrailEvent> all = world.get().journal().events(ask.account(), ask.region()).stream()
                .filter(event -> event.time().getEpochSecond() >= since)
                .filter(event -> attributes.isEmpty() || matches(attributes.get(0), event))
                .toList();
        Pages.Page<TrailEvent> page = pages.of(ask, RULE, all);
        return Tree.of(
                "Events",
                page.items().stream()
                        .map(event -> TrailShapes.event(event, ask))
                        .toList(),
                "NextToken",
                page.next());
    }

    private static boolean matches(JsonNode attribute, TrailEvent event) {
        String value = attribute.path("AttributeValue").asText();
        return switch (attribute.path("AttributeKey").asText()) {
            case "EventName" -> event.name().equals(value);
            case "Username" -> event.user().equals(value);
            default -> throw unlawful("The sandbox looks up by EventName and Username.");
        };
    }

    private static AwsError unlawful(String message) {
        return new AwsError(400, "InvalidLookupAttributesException", message);
    }
}
