package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Analyzer;
import io.exhibit.sandbox.world.Exposure;
import io.exhibit.sandbox.world.Suppression;
import io.exhibit.sandbox.world.World;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Analyzers, their rules and their findings as IAM Access Analyzer writes them. */
final class AnalyzerShapes {
    private static final String MADE = "2024-01-12T09:00:00Z";

    private final Supplier<World> world;

    AnalyzerShapes(Supplier<World> world) {
        this.world = world;
    }

    Map<String, Object> analyzer(Ask ask, Analyzer analyzer) {
        return Tree.of(
                "arn",
                analyzer.arn(),
                "createdAt",
                MADE,
                "lastResourceAnalyzed",
                "arn:aws:iam::" + ask.account() + ":role/ExhibitCollector",
                "lastResourceAnalyzedAt",
                today(),
                "name",
                analyzer.name(),
                "status",
                "ACTIVE",
                "tags",
                Tree.of(),
                "type",
                analyzer.type());
    }

    /** What an analyzer for unused or internal access looks at; one for external access looks at everything. */
    static Map<String, Object> configuration(Analyzer analyzer) {
        return switch (analyzer.type()) {
            case "ACCOUNT_UNUSED_ACCESS" -> Tree.of("unusedAccess", Tree.of("unusedAccessAge", 90));
            case "ACCOUNT_INTERNAL_ACCESS" ->
                Tree.of(
                        "internalAccess",
                        Tree.of(
                                "analysisRule",
                                Tree.of(
                                        "inclusions",
                                        List.of(Tree.of(
                                                "resourceArns", List.of("arn:aws:s3:::claims-intake-uploads"))))));
            default -> Tree.of();
        };
    }

    static Map<String, Object> rule(Suppression rule) {
        return Tree.of("ruleName", rule.name(), "filter", rule.criteria(), "createdAt", MADE, "updatedAt", MADE);
    }

    Map<String, Object> summary(Exposure exposure, String account) {
        return Tree.of(
                "analyzedAt",
                today(),
                "createdAt",
                exposure.created().toString(),
                "findingType",
                exposure.findingType(),
                "id",
                exposure.id(),
                "resource",
                exposure.resource(),
                "resourceOwnerAccount",
                account,
                "resourceType",
                exposure.resourceType(),
                "status",
                exposure.status(),
                "updatedAt",
                exposure.updated().toString());
    }

    private String today() {
        return world.get().now().truncatedTo(ChronoUnit.DAYS).toString();
    }
}
