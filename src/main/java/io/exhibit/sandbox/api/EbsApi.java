package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Storage;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The part of Amazon EC2 that tells of EBS: what a region does by itself, volumes, snapshots and whom they are shared with. */
final class EbsApi {
    private final Supplier<World> world;
    private final Pages pages;

    private EbsApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static List<Operation> operations(Supplier<World> world, Pages pages) {
        EbsApi api = new EbsApi(world, pages);
        return List.of(
                Operation.named("GetEbsEncryptionByDefault", api::encryption),
                Operation.named("GetEbsDefaultKmsKeyId", ask -> Tree.of("kmsKeyId", "alias/aws/ebs")),
                Operation.named("GetSnapshotBlockPublicAccessState", api::blocking),
                Operation.pagedNamed("DescribeVolumes", api::volumes),
                Operation.pagedNamed("DescribeSnapshots", api::snapshots),
                Operation.named("DescribeSnapshotAttribute", api::sharing));
    }

    private Map<String, Object> encryption(Ask ask) {
        Ec2Api.dryRun(ask);
        return Tree.of("ebsEncryptionByDefault", storage(ask).encrypting());
    }

    private Map<String, Object> blocking(Ask ask) {
        Ec2Api.dryRun(ask);
        return Tree.of("state", storage(ask).blocking() ? "block-all-sharing" : "unblocked", "managedBy", "account");
    }

    private Map<String, Object> volumes(Ask ask) {
        List<Map<String, Object>> all = storage(ask).volumes().stream()
                .map(volume -> volume(ask, volume))
                .toList();
        return Ec2Api.list(ask, pages, "volumeSet", all);
    }

    /** Without an owner AWS would list every public snapshot that there is; here there are no others. */
    private Map<String, Object> snapshots(Ask ask) {
        List<Map<String, Object>> all = storage(ask).snapshots().stream()
                .map(snapshot -> snapshot(ask, snapshot))
                .toList();
        return Ec2Api.list(ask, pages, "snapshotSet", all);
    }

    private Map<String, Object> sharing(Ask ask) {
        Ec2Api.dryRun(ask);
        String asked = ask.member("SnapshotId").orElse("");
        if (!ask.member("Attribute").orElse("").equals("createVolumePermission")) {
            throw Ec2Api.invalid("InvalidParameterValue", "Value for parameter attribute is invalid.");
        }
        Storage.Snapshot snapshot = storage(ask).snapshots().stream()
                .filter(each -> each.id().equals(asked))
                .findFirst()
                .orElseThrow(() ->
                        Ec2Api.invalid("InvalidSnapshot.NotFound", "The snapshot '" + asked + "' does not exist."));
        return Tree.of(
                "snapshotId",
                snapshot.id(),
                "createVolumePermission",
                snapshot.sharedWith().stream()
                        .map(with -> Tree.of(with.equals("all") ? "group" : "userId", with))
                        .toList());
    }

    private static Map<String, Object> volume(Ask ask, Storage.Volume volume) {
        return Tree.of(
                "volumeId", volume.id(),
                "size", volume.gibibytes(),
                "availabilityZone", ask.region() + "a",
                "status", "in-use",
                "createTime", volume.created(),
                "attachmentSet",
                        List.of(Tree.of(
                                "volumeId",
                                volume.id(),
                                "instanceId",
                                volume.id().replace("vol-", "i-"),
                                "device",
                                "/dev/xvda",
                                "status",
                                "attached",
                                "attachTime",
                                volume.created(),
                                "deleteOnTermination",
                                false)),
                "tagSet", Ec2Api.tags(volume.tags()),
                "volumeType", "gp3",
                "iops", 3000,
                "encrypted", volume.key().isPresent(),
                "kmsKeyId", key(ask, volume.key()),
                "multiAttachEnabled", false);
    }

    private static Map<String, Object> snapshot(Ask ask, Storage.Snapshot snapshot) {
        Storage.Volume volume = snapshot.volume();
        return Tree.of(
                "snapshotId", snapshot.id(),
                "volumeId", volume.id(),
                "status", "completed",
                "startTime", snapshot.started(),
                "progress", "100%",
                "ownerId", ask.account(),
                "volumeSize", volume.gibibytes(),
                "description", snapshot.description(),
                "tagSet", List.of(),
                "encrypted", volume.key().isPresent(),
                "kmsKeyId", key(ask, volume.key()),
                "storageTier", "standard");
    }

    private static String key(Ask ask, Optional<String> id) {
        return id.map(key -> "arn:aws:kms:" + ask.region() + ":" + ask.account() + ":key/" + key)
                .orElse(null);
    }

    private Storage storage(Ask ask) {
        return world.get().storage(ask.account(), ask.region());
    }
}
