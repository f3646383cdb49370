package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;

/** IAM Access Analyzer analyzers of a region. */
final class AccessAnalyzers implements Collector {

    static final Source SOURCE = new Source(
            "access-analyzer.analyzers",
            "Access analyzers",
            Scope.REGION,
            List.of(rest("access-analyzer:ListAnalyzers", "arn", "analyzers")),
            List.of(reading(
                    "access-analyzer.analyzers",
                    "analyzers",
                    "arn",
                    "analyzers",
                    List.of("access-analyzer:ListAnalyzers"))));

    private static final int PAGE = 100;

    private final AwsClients clients;

    AccessAnalyzers(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        AccessAnalyzerClient client = clients.accessAnalyzer(target);

        capture.pages(
                Call.of("access-analyzer:ListAnalyzers"),
                token -> client.listAnalyzers(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListAnalyzersResponse::nextToken,
                page -> {});
    }
}
