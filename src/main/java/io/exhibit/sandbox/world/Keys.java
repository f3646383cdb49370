package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Key.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The KMS keys of each account and region. */
final class Keys {
    private static final Instant OPENED_KEY_MENDED = Story.at("2026-10-08T15:00:00Z");

    private final World world;
    private final Account account;
    private final String region;

    private Keys(World world, Account account, String region) {
        this.world = world;
        this.account = account;
        this.region = region;
    }

    static List<Key> of(World world, Account account, String region) {
        Keys keys = new Keys(world, account, region);
        List<Key> all = new ArrayList<>(List.of(keys.key(
                "aws/ebs", Kind.AWS_MANAGED, "Default key that protects my EBS volumes when no other key is defined")));
        switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1" -> all.addAll(keys.claims());
            case "claims-prod/us-west-2" -> all.add(keys.rotated("claims-standby"));
            case "portal-prod/us-east-1" ->
                all.addAll(List.of(
                        keys.rotated("portal-db").withRotation(true, 180),
                        keys.key("aws/acm", Kind.AWS_MANAGED, "Default key that protects my ACM private keys")));
            case "portal-prod/eu-west-1" ->
                all.add(keys.rotated("portal-legacy").withRotation(false, 0));
            case "security/us-east-1" -> all.add(keys.rotated("audit-log"));
            case "sandbox/us-west-2" -> all.addAll(List.of(keys.trial(), keys.key("trial-mac", Kind.MAC, "")));
            default -> {}
        }
        int further = Further.of(world.size(), account, region).keys();
        return Further.after(all, further, number -> keys.rotated("work-" + number));
    }

    private List<Key> claims() {
        List<Key> all = new ArrayList<>(List.of(
                rotated("claims-archive").withRotation(world.since(Story.ROTATION_ON), 365),
                rotated("claims-db"),
                exchange(),
                key("claims-signing", Kind.SIGNING, "Signs remittance files"),
                key("claims-imported", Kind.IMPORTED, "Key material of the former data centre"),
                rotated("claims-retired")
                        .withRotation(false, 0)
                        .withState("PendingDeletion", Story.at("2026-11-04T10:00:00Z"))));
        if (world.since(Story.NEW_KEY)) {
            Key made = rotated("claims-intake");
            all.add(new Key(
                    made.id(),
                    made.alias(),
                    made.description(),
                    made.kind(),
                    made.state(),
                    Story.NEW_KEY,
                    made.deletion(),
                    made.rotation(),
                    made.policy()));
        }
        return all;
    }

    private Key exchange() {
        Map<String, Object> partner = Tree.of(
                "Sid",
                "ClearinghouseDecrypts",
                "Effect",
                "Allow",
                "Principal",
                Tree.of("AWS", "arn:aws:iam::999900001111:root"),
                "Action",
                List.of("kms:Decrypt", "kms:DescribeKey"),
                "Resource",
                "*",
                "Condition",
                Tree.of("StringEquals", Tree.of("kms:ViaService", "s3." + region + ".amazonaws.com")));
        return rotated("claims-exchange").withPolicy(Documents.document(List.of(owner(), partner)));
    }

    /** Open to anyone until somebody noticed; its description holds what KMS lets a description hold. */
    private Key trial() {
        Map<String, Object> anyone = Tree.of(
                "Sid", "Workshop", "Effect", "Allow", "Principal", "*", "Action", "kms:Encrypt", "Resource", "*");
        boolean open = world.now().isBefore(OPENED_KEY_MENDED);
        Key key = key(
                "trial",
                Kind.SYMMETRIC,
                "<script>alert(1)</script> \u202egnp.exe\u202c \u200b=cmd|' /C calc'!A0 \u0e01\u0e38\u0e0d\u0e41\u0e08 \u05de\u05e4\u05ea\u05d7");
        return key.withRotation(true, 365)
                .withPolicy(Documents.document(open ? List.of(owner(), anyone) : List.of(owner())));
    }

    private Key rotated(String alias) {
        return key(alias, Kind.SYMMETRIC, "Key of " + alias).withRotation(true, 365);
    }

    private Key key(String alias, Kind kind, String description) {
        String id = world.digest().uuid("key", account.id() + region + alias);
        Optional<Key.Rotation> rotation =
                kind == Kind.AWS_MANAGED ? Optional.of(new Key.Rotation(true, 365)) : Optional.empty();
        return new Key(
                id,
                "alias/" + alias,
                description,
                kind,
                "Enabled",
                Story.at("2024-03-05T09:00:00Z"),
                Optional.empty(),
                rotation,
                Documents.document(List.of(owner())));
    }

    private Map<String, Object> owner() {
        return Tree.of(
                "Sid",
                "Enable IAM User Permissions",
                "Effect",
                "Allow",
                "Principal",
                Tree.of("AWS", "arn:aws:iam::" + account.id() + ":root"),
                "Action",
                "kms:*",
                "Resource",
                "*");
    }
}
