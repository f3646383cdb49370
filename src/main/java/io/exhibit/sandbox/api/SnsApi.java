package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Subscriber;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon SNS: the subscriptions of a topic (query protocol; pages of a hundred, whatever one asks for). */
final class SnsApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            100,
            100,
            100,
            size -> invalid("Invalid parameter: page size"),
            invalid("Invalid parameter: NextToken Reason: invalid token"));

    private final Supplier<World> world;
    private final Pages pages;

    private SnsApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        SnsApi api = new SnsApi(world, pages);
        return new AwsService(
                "sns",
                Protocol.QUERY,
                "http://sns.amazonaws.com/doc/2010-03-31/",
                "Message",
                Wording.sns(),
                List.of(Operation.pagedNamed("ListSubscriptionsByTopic", api::subscriptions)));
    }

    private Map<String, Object> subscriptions(Ask ask) {
        String topic = ask.member("TopicArn")
                .filter(arn -> arn.matches("arn:aws:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_.-]{1,256}"))
                .orElseThrow(() -> invalid("Invalid parameter: TopicArn"));
        List<Subscriber> all = world.get()
                .journal()
                .subscribers(ask.account(), topic)
                .orElseThrow(() -> new AwsError(404, "NotFound", "Topic does not exist"));
        Pages.Page<Subscriber> page = pages.of(ask, RULE, all);
        return Tree.of(
                "Subscriptions",
                page.items().stream().map(each -> shape(ask, topic, each)).toList(),
                "NextToken",
                page.next());
    }

    private Map<String, Object> shape(Ask ask, String topic, Subscriber subscriber) {
        String arn = topic + ":" + world.get().digest().uuid("subscription", topic + subscriber.endpoint());
        return Tree.of(
                "TopicArn",
                topic,
                "Protocol",
                subscriber.protocol(),
                "SubscriptionArn",
                subscriber.confirmed() ? arn : "PendingConfirmation",
                "Owner",
                ask.account(),
                "Endpoint",
                subscriber.endpoint());
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidParameter", message);
    }
}
