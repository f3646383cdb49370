package io.exhibit.aws.detection;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.Type;

/**
 * IAM Access Analyzer analyzers of a region; one for unused or internal access is asked what it looks at, which the list
 * leaves out.
 */
public final class AccessAnalyzers implements Collector {

    public static final Operation LIST = rest("access-analyzer:ListAnalyzers", "arn", "analyzers");

    public static final Source SOURCE = new Source(
            "access-analyzer.analyzers",
            "Access analyzers",
            Scope.REGION,
            List.of(LIST, rest("access-analyzer:GetAnalyzer", "arn", "analyzer")),
            List.of(joined(
                    reading(
                            "access-analyzer.analyzers",
                            "analyzers",
                            "arn",
                            "analyzers",
                            List.of("access-analyzer:ListAnalyzers")),
                    "access-analyzer:GetAnalyzer")));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public AccessAnalyzers(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        AccessAnalyzerClient client = clients.accessAnalyzer(target);
        for (AnalyzerSummary analyzer : all(client, capture, clients.page(PAGE))) {
            if (analyzer.type() != Type.ACCOUNT && analyzer.type() != Type.ORGANIZATION) {
                capture.ask(
                        Call.of("access-analyzer:GetAnalyzer", analyzer.arn()),
                        () -> client.getAnalyzer(r -> r.analyzerName(analyzer.name())));
            }
        }
    }

    /** Asked anew by each source that needs them, so that no source depends on another one's answers. */
    static Set<AnalyzerSummary> all(AccessAnalyzerClient client, Capture capture, int size) {
        Set<AnalyzerSummary> analyzers = new LinkedHashSet<>();
        capture.pages(
                Call.of(LIST.name()),
                token -> client.listAnalyzers(r -> r.maxResults(size).nextToken(token)),
                ListAnalyzersResponse::nextToken,
                page -> analyzers.addAll(page.analyzers()));
        return analyzers;
    }
}
