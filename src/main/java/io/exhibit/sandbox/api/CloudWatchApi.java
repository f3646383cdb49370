package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Alarm;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon CloudWatch: metric alarms (query protocol, and JSON for clients that ask in it). */
final class CloudWatchApi {
    private static final Instant CONFIGURED = Instant.parse("2024-02-01T09:00:00Z");
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            100,
            50,
            size -> new AwsError(
                    400,
                    "ValidationError",
                    "1 validation error detected: Value '" + size
                            + "' at 'maxRecords' failed to satisfy constraint: Member must be between 1 and 100"),
            new AwsError(400, "InvalidNextToken", "The next token specified is invalid."));

    private final Supplier<World> world;
    private final Pages pages;

    private CloudWatchApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        CloudWatchApi api = new CloudWatchApi(world, pages);
        return new AwsService(
                "monitoring",
                Protocol.QUERY,
                "http://monitoring.amazonaws.com/doc/2010-08-01/",
                "",
                Wording.query("InternalServiceFault", "2010-08-01"),
                List.of(Operation.pagedNamed("DescribeAlarms", api::alarms)));
    }

    /** The service in the language of a request: one that names its operation by X-Amz-Target is answered in JSON. */
    static AwsService asked(AwsService service, String target) {
        return target.isEmpty()
                ? service
                : new AwsService(
                        service.name(),
                        Protocol.JSON,
                        "GraniteServiceVersion20100801",
                        "message",
                        service.refusals(),
                        service.operations());
    }

    private Map<String, Object> alarms(Ask ask) {
        Pages.Page<Alarm> page = pages.of(ask, RULE, world.get().journal().alarms(ask.account(), ask.region()));
        return Tree.of(
                "CompositeAlarms",
                List.of(),
                "MetricAlarms",
                page.items().stream().map(alarm -> shape(ask, alarm)).toList(),
                "NextToken",
                page.next());
    }

    private static Map<String, Object> shape(Ask ask, Alarm alarm) {
        return Tree.of(
                "AlarmName",
                alarm.name(),
                "AlarmArn",
                "arn:aws:cloudwatch:" + ask.region() + ":" + ask.account() + ":alarm:" + alarm.name(),
                "AlarmConfigurationUpdatedTimestamp",
                CONFIGURED,
                "ActionsEnabled",
                alarm.actions(),
                "OKActions",
                List.of(),
                "AlarmActions",
                List.of(alarm.topic()),
                "InsufficientDataActions",
                List.of(),
                "StateValue",
                "OK",
                "StateUpdatedTimestamp",
                CONFIGURED,
                "MetricName",
                alarm.metric(),
                "Namespace",
                alarm.namespace(),
                "Statistic",
                "Sum",
                "Dimensions",
                List.of(),
                "Period",
                300,
                "EvaluationPeriods",
                1,
                "Threshold",
                1.0,
                "ComparisonOperator",
                "GreaterThanOrEqualToThreshold",
                "TreatMissingData",
                "notBreaching");
    }
}
