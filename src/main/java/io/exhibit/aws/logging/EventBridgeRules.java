package io.exhibit.aws.logging;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;

/**
 * Rules of the default event bus, on which AWS services put their events; the targets are asked of rules that match events,
 * not of those that follow a schedule.
 */
public final class EventBridgeRules implements Collector {

    public static final Source SOURCE = new Source(
            "events.rules",
            "EventBridge rules",
            Scope.REGION,
            List.of(json("events:ListRules", "Name", "Rules"), json("events:ListTargetsByRule", "Id", "Targets")),
            List.of(joined(
                    reading("events.rules", "event rules", "Name", "Rules", List.of("events:ListRules")),
                    "events:ListTargetsByRule")));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public EventBridgeRules(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        EventBridgeClient events = clients.regional("events", target, EventBridgeClient::builder);
        Set<String> matching = new LinkedHashSet<>();
        capture.pages(
                Call.of("events:ListRules"),
                token -> events.listRules(r -> r.limit(clients.page(PAGE)).nextToken(token)),
                ListRulesResponse::nextToken,
                page -> page.rules().stream()
                        .filter(rule -> rule.eventPattern() != null)
                        .forEach(rule -> matching.add(rule.name())));
        for (String name : matching) {
            capture.pages(
                    Call.of("events:ListTargetsByRule", name),
                    token -> events.listTargetsByRule(
                            r -> r.rule(name).limit(clients.page(PAGE)).nextToken(token)),
                    ListTargetsByRuleResponse::nextToken,
                    page -> {});
        }
    }
}
