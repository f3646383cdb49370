package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.EventRule;
import io.exhibit.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon EventBridge: rules of the default bus and their targets (JSON 1.1). */
final class EventBridgeApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            100,
            100,
            size -> invalid("1 validation error detected: Value '" + size
                    + "' at 'limit' failed to satisfy constraint: Member must be between 1 and 100"),
            invalid("The token is not valid."));

    private final Supplier<World> world;
    private final Pages pages;

    private EventBridgeApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        EventBridgeApi api = new EventBridgeApi(world, pages);
        return new AwsService(
                "events",
                Protocol.JSON,
                "AWSEvents",
                "message",
                Wording.json("ThrottlingException", "InternalException"),
                List.of(
                        Operation.pagedNamed("ListRules", api::rules),
                        Operation.pagedNamed("ListTargetsByRule", api::targets)));
    }

    private Map<String, Object> rules(Ask ask) {
        Pages.Page<EventRule> page = pages.of(ask, RULE, all(ask));
        return Tree.of(
                "Rules", page.items().stream().map(rule -> shape(ask, rule)).toList(), "NextToken", page.next());
    }

    private static Map<String, Object> shape(Ask ask, EventRule rule) {
        return Tree.of(
                "Name",
                rule.name(),
                "Arn",
                "arn:aws:events:" + ask.region() + ":" + ask.account() + ":rule/" + rule.name(),
                "EventPattern",
                rule.pattern().isEmpty() ? null : rule.pattern(),
                "State",
                "ENABLED",
                "ScheduleExpression",
                rule.schedule().isEmpty() ? null : rule.schedule(),
                "ManagedBy",
                rule.managedBy().isEmpty() ? null : rule.managedBy(),
                "EventBusName",
                "default");
    }

    private Map<String, Object> targets(Ask ask) {
        String name = ask.member("Rule").orElse("");
        EventRule rule = all(ask).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AwsError(
                        400, "ResourceNotFoundException", "Rule " + name + " does not exist on EventBus default."));
        List<Map<String, Object>> all = new ArrayList<>();
        for (String arn : rule.targets()) {
            all.add(Tree.of("Id", "target-" + (all.size() + 1), "Arn", arn));
        }
        Pages.Page<Map<String, Object>> page = pages.of(ask, RULE, all);
        return Tree.of("Targets", page.items(), "NextToken", page.next());
    }

    private List<EventRule> all(Ask ask) {
        return world.get().journal().eventRules(ask.account(), ask.region());
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "ValidationException", message);
    }
}
