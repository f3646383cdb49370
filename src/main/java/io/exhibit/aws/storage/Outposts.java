package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.outposts.OutpostsClient;
import software.amazon.awssdk.services.outposts.model.ListOutpostsResponse;

/** Outposts: AWS's racks and servers on the customer's own premises, which AWS's reports on its data centers do not reach. */
public final class Outposts implements Collector {

    public static final Source SOURCE = new Source(
            "outposts.outposts",
            "AWS Outposts",
            Scope.REGION,
            List.of(rest("outposts:ListOutposts", "OutpostId", "Outposts")),
            List.of(reading(
                    "outposts.outposts", "Outposts", "OutpostId", "Outposts", List.of("outposts:ListOutposts"))));

    private static final int PAGE = 1000;

    private final AwsClients clients;

    public Outposts(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        OutpostsClient outposts = clients.regional("outposts", target, OutpostsClient::builder);
        capture.pages(
                Call.of("outposts:ListOutposts"),
                token -> outposts.listOutposts(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListOutpostsResponse::nextToken,
                page -> {});
    }
}
