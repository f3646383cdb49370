package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;

/** IAM Access Analyzer analyzers of a region. */
final class AccessAnalyzers implements Collector {

    static final Operation LIST = rest("access-analyzer:ListAnalyzers", "arn", "analyzers");

    static final Source SOURCE = new Source(
            "access-analyzer.analyzers",
            "Access analyzers",
            Scope.REGION,
            List.of(LIST),
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
        arns(clients.accessAnalyzer(target), capture, clients.page(PAGE));
    }

    /** Asked anew by each source that needs them, so that no source depends on another one's answers. */
    static List<String> arns(AccessAnalyzerClient client, Capture capture, int size) {
        List<String> analyzers = new ArrayList<>();
        capture.pages(
                Call.of(LIST.name()),
                token -> client.listAnalyzers(r -> r.maxResults(size).nextToken(token)),
                ListAnalyzersResponse::nextToken,
                page -> page.analyzers().forEach(analyzer -> analyzers.add(analyzer.arn())));
        return analyzers;
    }
}
