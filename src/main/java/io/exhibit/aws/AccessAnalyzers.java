package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** IAM Access Analyzer analyzers of a region. */
final class AccessAnalyzers {

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

    private AccessAnalyzers() {}
}
