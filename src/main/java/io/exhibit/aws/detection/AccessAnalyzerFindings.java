package io.exhibit.aws.detection;

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
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.FindingStatus;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummaryV2;
import software.amazon.awssdk.services.accessanalyzer.model.FindingType;
import software.amazon.awssdk.services.accessanalyzer.model.GetFindingV2Response;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsV2Response;

/**
 * IAM Access Analyzer findings; details are asked of those that are active and say who may reach a
 * resource, from outside or from within.
 */
public final class AccessAnalyzerFindings implements Collector {

    public static final Source SOURCE = new Source(
                    "access-analyzer.findings",
                    "Access Analyzer findings",
                    Scope.REGION,
                    List.of(
                            AccessAnalyzers.LIST,
                            permitted(
                                    rest("access-analyzer:ListFindingsV2", "id", "findings"),
                                    "access-analyzer:ListFindings"),
                            permitted(
                                    rest("access-analyzer:GetFindingV2", "", "id", "findingDetails"),
                                    "access-analyzer:GetFinding")),
                    List.of(joined(
                            reading(
                                    "access-analyzer.findings",
                                    "Access Analyzer findings",
                                    "id",
                                    "findings",
                                    List.of("access-analyzer:ListFindingsV2", "access-analyzer:ListAnalyzers")),
                            "access-analyzer:GetFindingV2")))
            .only("every finding is listed; who may do what of those that are active");

    private static final int PAGE = 100;

    private final AwsClients clients;

    public AccessAnalyzerFindings(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        AccessAnalyzerClient client = clients.accessAnalyzer(target);
        AccessAnalyzers.all(client, capture, clients.page(PAGE))
                .forEach(analyzer -> findings(client, capture, analyzer.arn()));
    }

    private void findings(AccessAnalyzerClient client, Capture capture, String analyzer) {
        Set<String> reachable = new LinkedHashSet<>();
        capture.pages(
                Call.of("access-analyzer:ListFindingsV2", analyzer),
                token -> client.listFindingsV2(r ->
                        r.analyzerArn(analyzer).maxResults(clients.page(PAGE)).nextToken(token)),
                ListFindingsV2Response::nextToken,
                page -> page.findings().stream()
                        .filter(AccessAnalyzerFindings::saysWhoMay)
                        .forEach(finding -> reachable.add(finding.id())));
        for (String id : reachable) {
            capture.pages(
                    Call.of("access-analyzer:GetFindingV2", id),
                    token -> client.getFindingV2(
                            r -> r.analyzerArn(analyzer).id(id).nextToken(token)),
                    GetFindingV2Response::nextToken,
                    page -> {});
        }
    }

    private static boolean saysWhoMay(FindingSummaryV2 finding) {
        boolean access = finding.findingType() == FindingType.EXTERNAL_ACCESS
                || finding.findingType() == FindingType.INTERNAL_ACCESS;
        return access && finding.status() == FindingStatus.ACTIVE;
    }
}
