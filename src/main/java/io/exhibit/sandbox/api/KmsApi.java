package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Key;
import io.exhibit.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** AWS KMS: keys, aliases, metadata, rotation, policies (JSON 1.1). */
final class KmsApi {
    private final Supplier<World> world;
    private final Pages pages;

    private KmsApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        KmsApi api = new KmsApi(world, pages);
        return new AwsService(
                "kms",
                Protocol.JSON,
                "TrentService",
                "message",
                Wording.json("ThrottlingException", "KMSInternalException"),
                Stream.concat(
                                Stream.of(
                                        Operation.pagedNamed("ListKeys", api::keys),
                                        Operation.pagedNamed("ListAliases", api::aliases),
                                        Operation.named("DescribeKey", api::describe),
                                        Operation.named("GetKeyRotationStatus", api::rotation),
                                        Operation.named("GetKeyPolicy", api::policy)),
                                KmsSigning.operations().stream())
                        .toList());
    }

    private Map<String, Object> keys(Ask ask) {
        Pages.Page<Key> page = pages.of(ask, rule(1000, 100), all(ask));
        return Tree.of(
                "Keys",
                page.items().stream()
                        .map(key -> Tree.of("KeyArn", KeyShapes.arn(ask, key), "KeyId", key.id()))
                        .toList(),
                "NextMarker",
                page.next(),
                "Truncated",
                page.next() != null);
    }

    private Map<String, Object> aliases(Ask ask) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Key key : all(ask)) {
            if (ask.member("KeyId").isEmpty() || key(ask).id().equals(key.id())) {
                all.add(KeyShapes.alias(ask, key.alias(), key));
            }
        }
        if (ask.member("KeyId").isEmpty()) {
            // AWS predefines this name before there is a key; then it has no target.
            all.add(KeyShapes.alias(ask, "alias/aws/rds", null));
        }
        Pages.Page<Map<String, Object>> page = pages.of(ask, rule(100, 50), all);
        return Tree.of("Aliases", page.items(), "NextMarker", page.next(), "Truncated", page.next() != null);
    }

    private Map<String, Object> describe(Ask ask) {
        return Tree.of("KeyMetadata", KeyShapes.metadata(ask, key(ask)));
    }

    private Map<String, Object> rotation(Ask ask) {
        Key key = key(ask);
        if (key.alias().equals("alias/aws/acm")) {
            // The key policy of this AWS managed key lets nobody ask.
            throw new AwsError(
                    400,
                    "AccessDeniedException",
                    "User: " + ask.caller().arn()
                            + " is not authorized to perform: kms:GetKeyRotationStatus on resource: "
                            + KeyShapes.arn(ask, key)
                            + " because no resource-based policy allows the kms:GetKeyRotationStatus action");
        }
        Key.Rotation rotation = key.rotation()
                .orElseThrow(() -> new AwsError(
                        400,
                        "UnsupportedOperationException",
                        KeyShapes.arn(ask, key) + " origin is " + key.kind().origin() + " or its key spec is "
                                + key.kind().spec() + ", which is not valid for this operation."));
        return Tree.of(
                "KeyId",
                KeyShapes.arn(ask, key),
                "KeyRotationEnabled",
                rotation.on(),
                "NextRotationDate",
                rotation.on() ? next(key, rotation.days()) : null,
                "RotationPeriodInDays",
                rotation.on() ? rotation.days() : null);
    }

    private Map<String, Object> policy(Ask ask) {
        Key key = key(ask);
        if (!ask.member("PolicyName").orElse("default").equals("default")) {
            throw new AwsError(400, "NotFoundException", "No such policy exists");
        }
        return Tree.of("Policy", key.policy(), "PolicyName", "default");
    }

    private Instant next(Key key, int days) {
        long passed = Duration.between(key.created(), world.get().now()).toDays() / days;
        return key.created().plus(Duration.ofDays((passed + 1) * days));
    }

    private List<Key> all(Ask ask) {
        return world.get().keys(ask.account(), ask.region());
    }

    private Key key(Ask ask) {
        String asked = ask.member("KeyId")
                .orElseThrow(() -> new AwsError(
                        400,
                        "ValidationException",
                        "1 validation error detected: Value null at 'keyId'"
                                + " failed to satisfy constraint: Member must not be null"));
        return all(ask).stream()
                .filter(key ->
                        List.of(key.id(), KeyShapes.arn(ask, key), key.alias()).contains(asked))
                .findFirst()
                .orElseThrow(() -> new AwsError(
                        400,
                        "NotFoundException",
                        "Key 'arn:aws:kms:" + ask.region() + ":" + ask.account() + ":key/" + asked
                                + "' does not exist"));
    }

    private static Pages.Rule rule(int most, int usual) {
        return new Pages.Rule(
                1,
                most,
                usual,
                size -> new AwsError(
                        400,
                        "ValidationException",
                        "1 validation error detected: Value '" + size + "' at 'limit' failed to satisfy constraint: "
                                + "Member must have value less than or equal to " + most),
                new AwsError(400, "InvalidMarkerException", "The marker is not valid or has expired."));
    }
}
