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
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListArchiveRulesResponse;

/** Rules by which an analyzer archives new findings; a name is unique within its analyzer only. */
public final class ArchiveRules implements Collector {

    public static final Source SOURCE = new Source(
            "access-analyzer.archive-rules",
            "Access Analyzer archive rules",
            Scope.REGION,
            List.of(AccessAnalyzers.LIST, rest("access-analyzer:ListArchiveRules", "ruleName", "archiveRules")),
            List.of(derived(reading(
                    "access-analyzer.archive-rules",
                    "archive rules",
                    "key",
                    "archiveRules",
                    List.of("access-analyzer:ListArchiveRules", "access-analyzer:ListAnalyzers")))));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public ArchiveRules(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        AccessAnalyzerClient client = clients.regional("access-analyzer", target, AccessAnalyzerClient::builder);
        for (AnalyzerSummary analyzer : AccessAnalyzers.all(client, capture, clients.page(PAGE))) {
            capture.pages(
                    Call.of("access-analyzer:ListArchiveRules", analyzer.arn()),
                    token -> client.listArchiveRules(r -> r.analyzerName(analyzer.name())
                            .maxResults(clients.page(PAGE))
                            .nextToken(token)),
                    ListArchiveRulesResponse::nextToken,
                    page -> {});
        }
    }
}
