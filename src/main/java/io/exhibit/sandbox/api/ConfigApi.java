package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Recorder;
import io.exhibit.sandbox.world.Story;
import io.exhibit.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** AWS Config: the recorder and the delivery channel of a region, and what it has discovered (JSON 1.1). */
final class ConfigApi {
    private static final String NAME = "default";
    private static final Instant STARTED = Instant.parse("2024-01-11T09:00:00Z");
    private static final Pages.Rule RULE = new Pages.Rule(
            0,
            100,
            100,
            size -> new AwsError(400, "InvalidLimitException", "The specified limit is outside the allowable range."),
            new AwsError(400, "InvalidNextTokenException", "The specified next token is not valid."));

    private final Supplier<World> world;
    private final Pages pages;

    private ConfigApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        ConfigApi api = new ConfigApi(world, pages);
        return new AwsService(
                "config",
                Protocol.JSON,
                "StarlingDoveService",
                "message",
                Wording.json("ThrottlingException", "InternalFailure"),
                List.of(
                        Operation.named("DescribeConfigurationRecorders", api::recorders),
                        Operation.named("DescribeConfigurationRecorderStatus", api::recorderStatus),
                        Operation.named("DescribeDeliveryChannels", api::channels),
                        Operation.named("DescribeDeliveryChannelStatus", api::channelStatus),
                        Operation.pagedNamed("GetDiscoveredResourceCounts", api::counts)));
    }

    private Map<String, Object> recorders(Ask ask) {
        return one(
                ask,
                "ConfigurationRecorders",
                "ConfigurationRecorderNames",
                recorder -> Tree.of(
                        "arn",
                        "arn:aws:config:" + ask.region() + ":" + ask.account()
                                + ":configuration-recorder/default/a1b2c3d4",
                        "name",
                        NAME,
                        "roleARN",
                        "arn:aws:iam::" + ask.account()
                                + ":role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
                        "recordingGroup",
                        Tree.of(
                                "allSupported",
                                true,
                                "includeGlobalResourceTypes",
                                ask.region().equals("us-east-1"),
                                "resourceTypes",
                                List.of(),
                                "recordingStrategy",
                                Tree.of("useOnly", "ALL_SUPPORTED_RESOURCE_TYPES")),
                        "recordingScope",
                        "PAID"));
    }

    private Map<String, Object> recorderStatus(Ask ask) {
        return one(
                ask,
                "ConfigurationRecordersStatus",
                "ConfigurationRecorderNames",
                recorder -> Tree.of(
                        "name",
                        NAME,
                        "lastStartTime",
                        STARTED,
                        "lastStopTime",
                        recorder.recording() ? null : Story.CONFIG_STOPPED.from(),
                        "recording",
                        recorder.recording(),
                        "lastStatus",
                        "SUCCESS",
                        "lastStatusChangeTime",
                        delivered()));
    }

    private Map<String, Object> channels(Ask ask) {
        return one(
                ask,
                "DeliveryChannels",
                "DeliveryChannelNames",
                recorder -> Tree.of(
                        "name",
                        NAME,
                        "s3BucketName",
                        "harborview-config-history",
                        "configSnapshotDeliveryProperties",
                        Tree.of("deliveryFrequency", "TwentyFour_Hours")));
    }

    private Map<String, Object> channelStatus(Ask ask) {
        Map<String, Object> delivery =
                Tree.of("lastStatus", "SUCCESS", "lastAttemptTime", delivered(), "lastSuccessfulTime", delivered());
        return one(
                ask,
                "DeliveryChannelsStatus",
                "DeliveryChannelNames",
                recorder -> Tree.of(
                        "name",
                        NAME,
                        "configSnapshotDeliveryInfo",
                        delivery,
                        "configHistoryDeliveryInfo",
                        delivery,
                        "configStreamDeliveryInfo",
                        Tree.of("lastStatus", "SUCCESS", "lastStatusChangeTime", delivered())));
    }

    private Map<String, Object> counts(Ask ask) {
        List<Map<String, Object>> all = recorder(ask).map(Recorder::discovered).orElse(Map.of()).entrySet().stream()
                .map(type -> Tree.of("resourceType", type.getKey(), "count", type.getValue()))
                .toList();
        Pages.Page<Map<String, Object>> page = pages.of(ask, RULE, all);
        int total = all.stream().mapToInt(type -> (Integer) type.get("count")).sum();
        return Tree.of("totalDiscoveredResources", total, "resourceCounts", page.items(), "nextToken", page.next());
    }

    /** A list of what a region has one of, or none; a name that is not there is refused. */
    private Map<String, Object> one(Ask ask, String list, String names, Function<Recorder, Map<String, Object>> shape) {
        ask.json().path(names).forEach(name -> {
            if (!name.asText().equals(NAME) || recorder(ask).isEmpty()) {
                String kind = names.replaceFirst("Names$", "");
                throw new AwsError(
                        400, "NoSuch" + kind + "Exception", "Cannot find " + kind + " with the specified name");
            }
        });
        return Tree.of(list, recorder(ask).stream().map(shape).toList());
    }

    private Instant delivered() {
        return world.get().now().minus(Duration.ofHours(3));
    }

    private Optional<Recorder> recorder(Ask ask) {
        return world.get().journal().recorder(ask.account(), ask.region());
    }
}
