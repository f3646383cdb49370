package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.WebAcl;
import io.exhibit.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** AWS Shield (JSON 1.1): without a subscription to Shield Advanced everything but its state does not exist. */
final class ShieldApi {
    private static final Instant SUBSCRIBED = Instant.parse("2025-11-03T00:00:00Z");
    private static final Duration COMMITMENT = Duration.ofDays(365);
    private static final Pages.Rule RULE = new Pages.Rule(
            0,
            10_000,
            20,
            size -> new AwsError(
                    400,
                    "InvalidParameterException",
                    "1 validation error detected: Value '" + size
                            + "' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 10000"),
            new AwsError(400, "InvalidPaginationTokenException", "The token is not valid."));

    private final Supplier<World> world;
    private final Pages pages;

    private ShieldApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        ShieldApi api = new ShieldApi(world, pages);
        return new AwsService(
                "shield",
                Protocol.JSON,
                "AWSShield_20160616",
                "message",
                Wording.json("ThrottlingException", "InternalErrorException"),
                List.of(
                        Operation.named(
                                "GetSubscriptionState",
                                ask -> Tree.of("SubscriptionState", api.isSubscribed(ask) ? "ACTIVE" : "INACTIVE")),
                        Operation.named("DescribeSubscription", api.subscribed(ShieldApi::subscription)),
                        Operation.named("DescribeEmergencyContactSettings", api.subscribed(ShieldApi::contacts)),
                        Operation.pagedNamed("ListProtections", api.subscribed(api::protections))));
    }

    private boolean isSubscribed(Ask ask) {
        return world.get().shielded(ask.account());
    }

    private Function<Ask, Map<String, Object>> subscribed(Function<Ask, Map<String, Object>> answer) {
        return ask -> {
            if (!isSubscribed(ask)) {
                throw new AwsError(400, "ResourceNotFoundException", "The subscription does not exist.");
            }
            return answer.apply(ask);
        };
    }

    private static Map<String, Object> subscription(Ask ask) {
        return Tree.of(
                "Subscription",
                Tree.of(
                        "StartTime",
                        SUBSCRIBED,
                        "EndTime",
                        SUBSCRIBED.plus(COMMITMENT),
                        "TimeCommitmentInSeconds",
                        COMMITMENT.toSeconds(),
                        "AutoRenew",
                        "ENABLED",
                        "Limits",
                        List.of(Tree.of("Type", "ELB_LOAD_BALANCER", "Max", 1000)),
                        "ProactiveEngagementStatus",
                        "ENABLED",
                        "SubscriptionArn",
                        "arn:aws:shield::" + ask.account() + ":subscription/" + ask.account()));
    }

    private static Map<String, Object> contacts(Ask ask) {
        return Tree.of(
                "EmergencyContactList",
                List.of(
                        Tree.of(
                                "EmailAddress", "oncall@harborview-health.example",
                                "PhoneNumber", "+15555550142",
                                "ContactNotes", "Ask for \"the duty officer\""),
                        Tree.of("EmailAddress", "security@harborview-health.example")));
    }

    /** The load balancers behind a web ACL are protected, each under its own name. */
    private Map<String, Object> protections(Ask ask) {
        World today = world.get();
        List<Map<String, Object>> all = today.regions().stream()
                .flatMap(region -> today.webAcls(ask.account(), region).stream())
                .flatMap(acl -> acl.resources().stream())
                .map(WebAcl.Protected::arn)
                .map(arn -> protection(ask, today.digest().uuid("protection", arn), arn))
                .toList();
        Pages.Page<Map<String, Object>> page = pages.of(ask, RULE, all);
        return Tree.of("Protections", page.items(), "NextToken", page.next());
    }

    private static Map<String, Object> protection(Ask ask, String id, String resource) {
        return Tree.of(
                "Id",
                id,
                "Name",
                "web <edge> & more",
                "ResourceArn",
                resource,
                "HealthCheckIds",
                List.of(),
                "ProtectionArn",
                "arn:aws:shield::" + ask.account() + ":protection/" + id);
    }
}
