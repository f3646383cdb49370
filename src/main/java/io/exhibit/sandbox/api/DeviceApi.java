package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Device;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** AWS hardware on the customer's premises: Outposts (REST JSON), jobs and clusters of the Snow family (JSON 1.1). */
final class DeviceApi {
    private static final Pages.Rule OUTPOSTS = new Pages.Rule(
            1,
            1000,
            1000,
            size -> new AwsError(400, "ValidationException", "MaxResults must be between 1 and 1000, not " + size),
            new AwsError(400, "ValidationException", "Invalid token"));
    private static final Pages.Rule SNOW = new Pages.Rule(
            1,
            100,
            100,
            size -> new AwsError(
                    400,
                    "ValidationException",
                    "1 validation error detected: Value '" + size
                            + "' at 'maxResults' failed to satisfy constraint: Member must be between 1 and 100"),
            new AwsError(400, "InvalidNextTokenException", "The NextToken is not valid."));

    private final Supplier<World> world;
    private final Pages pages;

    private DeviceApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService outposts(Supplier<World> world, Pages pages) {
        DeviceApi api = new DeviceApi(world, pages);
        return new AwsService(
                "outposts",
                Protocol.REST,
                "reason",
                "Message",
                Wording.rest("ThrottlingException", "InternalServerException"),
                List.of(Operation.pagedRoute("ListOutposts", "GET", "/outposts", api::outposts)));
    }

    static AwsService snow(Supplier<World> world, Pages pages) {
        DeviceApi api = new DeviceApi(world, pages);
        return new AwsService(
                "snowball",
                Protocol.JSON,
                "AWSIESnowballJobManagementService",
                "Message",
                Wording.json("ThrottlingException", "InternalFailure"),
                List.of(
                        Operation.pagedNamed("ListJobs", api::jobs),
                        Operation.pagedNamed("ListClusters", api::clusters)));
    }

    private Map<String, Object> outposts(Ask ask) {
        Pages.Page<Device> page = pages.of(ask, OUTPOSTS, devices(ask, Device.Kind.OUTPOST));
        List<Map<String, Object>> shown = page.items().stream()
                .map(device -> Tree.of(
                        "OutpostId",
                        device.id(),
                        "OwnerId",
                        ask.account(),
                        "OutpostArn",
                        "arn:aws:outposts:" + ask.region() + ":" + ask.account() + ":outpost/" + device.id(),
                        "Name",
                        device.description(),
                        "LifeCycleStatus",
                        "ACTIVE",
                        "AvailabilityZone",
                        ask.region() + "a",
                        "SupportedHardwareType",
                        "SERVER"))
                .toList();
        return Tree.of("Outposts", shown, "NextToken", page.next());
    }

    private Map<String, Object> jobs(Ask ask) {
        Pages.Page<Device> page = pages.of(ask, SNOW, devices(ask, Device.Kind.SNOW_JOB));
        List<Map<String, Object>> shown = page.items().stream()
                .map(device -> Tree.of(
                        "JobId",
                        device.id(),
                        "JobState",
                        device.state(),
                        "IsMaster",
                        false,
                        "JobType",
                        "IMPORT",
                        "SnowballType",
                        "EDGE",
                        "CreationDate",
                        device.made(),
                        "Description",
                        device.description()))
                .toList();
        return Tree.of("JobListEntries", shown, "NextToken", page.next());
    }

    private Map<String, Object> clusters(Ask ask) {
        Pages.Page<Device> page = pages.of(ask, SNOW, devices(ask, Device.Kind.SNOW_CLUSTER));
        List<Map<String, Object>> shown = page.items().stream()
                .map(device -> Tree.of(
                        "ClusterId",
                        device.id(),
                        "ClusterState",
                        device.state(),
                        "CreationDate",
                        device.made(),
                        "Description",
                        device.description()))
                .toList();
        return Tree.of("ClusterListEntries", shown, "NextToken", page.next());
    }

    private List<Device> devices(Ask ask, Device.Kind kind) {
        return world.get().devices(ask.account(), ask.region()).stream()
                .filter(device -> device.kind() == kind)
                .toList();
    }
}
