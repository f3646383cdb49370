package io.exhibit.aws.network;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.shield.ShieldClient;
import software.amazon.awssdk.services.shield.model.ListProtectionsResponse;
import software.amazon.awssdk.services.shield.model.SubscriptionState;

/**
 * Whether the account subscribes to Shield Advanced, and what that protects. Without a subscription nothing else is asked:
 * Shield answers that it does not exist. Who is called in an emergency is counted, and never kept.
 */
public final class ShieldSubscription implements Collector {

    private static final String STATE = "shield:GetSubscriptionState";
    private static final String SUBSCRIPTION = "shield:DescribeSubscription";
    private static final String CONTACTS = "shield:DescribeEmergencyContactSettings";
    private static final String PROTECTIONS = "shield:ListProtections";
    private static final String NOT_SUBSCRIBED = "ResourceNotFoundException";

    public static final Source SOURCE = new Source(
            "shield.subscriptions",
            "Shield Advanced",
            Scope.ACCOUNT,
            List.of(
                    json(STATE, "", "SubscriptionState"),
                    facts(json(SUBSCRIPTION, "", "Subscription"), NOT_SUBSCRIBED),
                    facts(json(CONTACTS, "", "EmergencyContactList"), NOT_SUBSCRIBED),
                    facts(json(PROTECTIONS, "Id", "Protections"), NOT_SUBSCRIBED)),
            List.of(
                    derived(joined(
                            reading(
                                    "shield.subscriptions",
                                    "Shield Advanced subscriptions",
                                    "account",
                                    "",
                                    List.of(STATE)),
                            SUBSCRIPTION,
                            CONTACTS)),
                    reading(
                            "shield.protections",
                            "resources under Shield Advanced",
                            "Id",
                            "Protections",
                            List.of(PROTECTIONS, STATE))));

    private static final int PAGE = 10_000;

    private final AwsClients clients;

    public ShieldSubscription(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        ShieldClient shield = clients.global("shield", ShieldClient::builder);
        capture.ask(Call.of(STATE), () -> shield.getSubscriptionState(r -> {}))
                .filter(state -> state.subscriptionState() == SubscriptionState.ACTIVE)
                .ifPresent(active -> subscribed(shield, capture));
    }

    private void subscribed(ShieldClient shield, Capture capture) {
        capture.ask(Call.of(SUBSCRIPTION), () -> shield.describeSubscription(r -> {}));
        capture.ask(Call.of(CONTACTS), () -> shield.describeEmergencyContactSettings(r -> {}));
        capture.pages(
                Call.of(PROTECTIONS),
                token -> shield.listProtections(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListProtectionsResponse::nextToken,
                page -> {});
    }
}
