package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Store;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon EFS: file systems (REST JSON). */
final class FileSystemApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1, 1000, 100, size -> invalid("MaxItems is not valid: " + size), invalid("Marker is not valid"));

    private final Supplier<World> world;
    private final Pages pages;

    private FileSystemApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        FileSystemApi api = new FileSystemApi(world, pages);
        return new AwsService(
                "elasticfilesystem",
                Protocol.REST,
                "ErrorCode",
                "Message",
                Wording.rest("ThrottlingException", "InternalServerError"),
                List.of(Operation.pagedRoute(
                        "DescribeFileSystems", "GET", "/2015-02-01/file-systems", api::fileSystems)));
    }

    private Map<String, Object> fileSystems(Ask ask) {
        Pages.Page<Store> page = pages.of(
                ask, RULE, world.get().stores(ask.account(), ask.region()).all(Store.Kind.FILES));
        return Tree.of(
                "Marker",
                ask.token().orElse(null),
                "FileSystems",
                page.items().stream().map(each -> shape(ask, each)).toList(),
                "NextMarker",
                page.next());
    }

    private Map<String, Object> shape(Ask ask, Store store) {
        String id = "fs-" + world.get().digest().hex("files", ask.account() + ask.region() + store.name(), 17);
        return Tree.of(
                "OwnerId",
                ask.account(),
                "CreationToken",
                id,
                "FileSystemId",
                id,
                "FileSystemArn",
                "arn:aws:elasticfilesystem:" + ask.region() + ":" + ask.account() + ":file-system/" + id,
                "CreationTime",
                Instant.parse("2025-05-12T07:00:00Z"),
                "LifeCycleState",
                "available",
                "Name",
                store.name(),
                "NumberOfMountTargets",
                2,
                "SizeInBytes",
                Tree.of("Value", 6_144),
                "PerformanceMode",
                "generalPurpose",
                "Encrypted",
                store.encrypted(),
                "Tags",
                List.of(Tree.of("Key", "Name", "Value", store.name())));
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "BadRequest", message);
    }
}
