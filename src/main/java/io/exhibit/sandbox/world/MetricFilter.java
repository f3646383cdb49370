package io.exhibit.sandbox.world;

import java.util.List;

/** One metric filter of CloudWatch Logs: what it looks for in a log group, and the metric of {@code namespace} that it counts in. */
public record MetricFilter(String group, String name, String pattern, String namespace, String metric) {
    private static final String TRAIL = "Harborview/Trail";

    /** The alarm of portal-prod watches a metric that nothing counts in. */
    static List<MetricFilter> of(Account account, String region) {
        return switch (account.name() + "/" + region) {
            case "management/us-east-1" -> ofTrail("harborview/harborview-organization");
            case "claims-prod/us-east-1" -> {
                List<MetricFilter> trail = ofTrail("harborview/claims-objects");
                // A pattern may hold anything, a name everything but colon and star.
                yield List.of(
                        new MetricFilter(
                                "/aws/rds/claims-db", "=cmd|'/C x'!A0 <b>", "\"\u932f\u8aa4\"", "Claims", "Errors"),
                        trail.get(0),
                        trail.get(1));
            }
            default -> List.of();
        };
    }

    private static List<MetricFilter> ofTrail(String group) {
        return List.of(
                new MetricFilter(
                        group,
                        "failed-console-sign-ins",
                        "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }",
                        TRAIL,
                        "FailedSignInCount"),
                new MetricFilter(
                        group,
                        "root-user-activity",
                        "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS }",
                        TRAIL,
                        "RootUserEventCount"));
    }
}
