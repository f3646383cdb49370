package io.exhibit.aws.logging;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.EventWindow;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;

/**
 * Sign-ins, what the root user did, and changes of trails, from the event history of each region, as far back as
 * {@link EventWindow} says. LookupEvents takes one attribute a request; it reaches 90 days and two requests a second (CloudTrail user guide, "Working with event history").
 */
public final class CloudTrailEvents implements Collector {

    private static final String LOOKUP = "cloudtrail:LookupEvents";

    public static final Source SOURCE = new Source(
                    EventWindow.SOURCE,
                    "CloudTrail events",
                    Scope.REGION,
                    List.of(json(LOOKUP, "EventId", "Events")),
                    List.of(derived(
                            reading("cloudtrail.events", "CloudTrail events", "EventId", "Events", List.of(LOOKUP)))))
            .only(
                    "since the day before: ConsoleLogin, StopLogging, DeleteTrail, UpdateTrail, PutEventSelectors, and all of user root");

    /** At most 10,000 events of a kind, which takes less than two minutes; more than that is not cut but a gap. */
    static final int PAGES = 200;

    private static final int PAGE = 50;

    private static final List<LookupAttribute> WANTED = List.of(
            named("ConsoleLogin"),
            named("StopLogging"),
            named("DeleteTrail"),
            named("UpdateTrail"),
            named("PutEventSelectors"),
            attribute(LookupAttributeKey.USERNAME, "root"));

    private final AwsClients clients;

    public CloudTrailEvents(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        CloudTrailClient cloudTrail = clients.regional("cloudtrail", target, CloudTrailClient::builder);
        Instant since = EventWindow.since(clients.clock().instant());
        WANTED.forEach(wanted -> events(cloudTrail, capture, wanted, since));
    }

    private void events(CloudTrailClient cloudTrail, Capture capture, LookupAttribute wanted, Instant since) {
        Call call = Call.of(LOOKUP, wanted.attributeValue());
        AtomicInteger pages = new AtomicInteger();
        capture.pages(
                call,
                token -> cloudTrail.lookupEvents(r -> r.lookupAttributes(wanted)
                        .startTime(since)
                        .maxResults(clients.page(PAGE))
                        .nextToken(token)),
                page -> pages.incrementAndGet() < PAGES ? page.nextToken() : null,
                page -> {
                    if (pages.get() == PAGES && page.nextToken() != null) {
                        capture.without(call, Cause.TOO_LARGE, "more follows after " + PAGES + " pages since " + since);
                    }
                });
    }

    private static LookupAttribute named(String event) {
        return attribute(LookupAttributeKey.EVENT_NAME, event);
    }

    private static LookupAttribute attribute(LookupAttributeKey key, String value) {
        return LookupAttribute.builder().attributeKey(key).attributeValue(value).build();
    }
}
