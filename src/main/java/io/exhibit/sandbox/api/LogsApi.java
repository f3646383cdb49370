package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.MetricFilter;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon CloudWatch Logs: metric filters (JSON 1.1). */
final class LogsApi {
    private static final Instant MADE = Instant.parse("2024-02-01T08:50:00Z");
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            50,
            50,
            size -> invalid("1 validation error detected: Value '" + size
                    + "' at 'limit' failed to satisfy constraint: Member must be between 1 and 50"),
            invalid("The specified nextToken is invalid."));

    private final Supplier<World> world;
    private final Pages pages;

    private LogsApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        LogsApi api = new LogsApi(world, pages);
        return new AwsService(
                "logs",
                Protocol.JSON,
                "Logs_20140328",
                "message",
                Wording.json("ThrottlingException", "ServiceUnavailableException"),
                List.of(Operation.pagedNamed("DescribeMetricFilters", api::filters)));
    }

    private Map<String, Object> filters(Ask ask) {
        Pages.Page<MetricFilter> page =
                pages.of(ask, RULE, world.get().journal().metricFilters(ask.account(), ask.region()));
        return Tree.of(
                "metricFilters", page.items().stream().map(LogsApi::shape).toList(), "nextToken", page.next());
    }

    private static Map<String, Object> shape(MetricFilter filter) {
        Map<String, Object> counted = Tree.of(
                "metricName",
                filter.metric(),
                "metricNamespace",
                filter.namespace(),
                "metricValue",
                "1",
                "defaultValue",
                0.0);
        return Tree.of(
                "filterName",
                filter.name(),
                "filterPattern",
                filter.pattern(),
                "metricTransformations",
                List.of(counted),
                "creationTime",
                MADE.toEpochMilli(),
                "logGroupName",
                filter.group(),
                "applyOnTransformedLogs",
                false);
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidParameterException", message);
    }
}
