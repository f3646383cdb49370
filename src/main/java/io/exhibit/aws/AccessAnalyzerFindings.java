package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** IAM Access Analyzer findings; details are asked of those that are active and external. */
final class AccessAnalyzerFindings {

    static final Source SOURCE = new Source(
            "access-analyzer.findings",
            "Access Analyzer findings",
            Scope.REGION,
            List.of(
                    rest("access-analyzer:ListAnalyzers", "arn", "analyzers"),
                    permitted(rest("access-analyzer:ListFindingsV2", "id", "findings"), "access-analyzer:ListFindings"),
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
                    "access-analyzer:GetFindingV2")));

    private AccessAnalyzerFindings() {}
}
