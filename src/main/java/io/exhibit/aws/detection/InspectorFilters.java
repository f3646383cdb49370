package io.exhibit.aws.detection;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.ListFiltersResponse;

/** Amazon Inspector filters; those with the action SUPPRESS are its suppression rules, of a whole organization at its administrator. */
public final class InspectorFilters implements Collector {

    public static final Source SOURCE = new Source(
            "inspector2.filters",
            "Inspector filters",
            Scope.REGION,
            List.of(rest("inspector2:ListFilters", "arn", "filters")),
            List.of(reading(
                    "inspector2.filters", "Inspector filters", "arn", "filters", List.of("inspector2:ListFilters"))));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public InspectorFilters(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        Inspector2Client inspector = clients.regional("inspector2", target, Inspector2Client::builder);
        capture.pages(
                Call.of("inspector2:ListFilters"),
                token -> inspector.listFilters(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListFiltersResponse::nextToken,
                page -> {});
    }
}
