package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The S3 buckets of each account, and what the account lets none of them do. */
final class Buckets {
    private static final Map<String, String> EPHI = Map.of("data-class", "ephi");
    private static final int SIX_YEARS = 2192;

    private final World world;

    private Buckets(World world) {
        this.world = world;
    }

    /** BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets; empty where nobody has said. */
    static Optional<List<Boolean>> blocked(Account account) {
        return switch (account.name()) {
            case "sandbox" -> Optional.empty();
            case "portal-prod" -> Optional.of(List.of(true, true, false, false));
            default -> Optional.of(List.of(true, true, true, true));
        };
    }

    /** Sorted by name, as S3 lists them. */
    static List<Bucket> of(World world, Account account) {
        Buckets buckets = new Buckets(world);
        List<Bucket> story = buckets.story(account);
        int further = Further.of(world.size(), account).buckets();
        return Further.after(story, further, number -> bucket("work-" + number, "us-east-1", "", Map.of()));
    }

    private List<Bucket> story(Account account) {
        return switch (account.name()) {
            case "claims-prod" -> claims();
            case "portal-prod" -> portal();
            case "security" ->
                List.of(bucket("harborview-audit-log", "us-east-1", "alias/audit-log", Map.of("data-class", "log"))
                        .withHistory("Enabled", "", SIX_YEARS)
                        .withExpiry(SIX_YEARS + 365));
            case "sandbox" ->
                // Tags of S3 may hold this much; names may hold dots.
                List.of(bucket("trial.lab.uploads", "eu-west-1", "", Map.of("note", "=2+5 \u8a66\u9a13"))
                        .withBlock(null));
            default -> List.of(bucket("harborview-templates", "us-east-1", "", Map.of()));
        };
    }

    private List<Bucket> claims() {
        String intake = "claims-intake-uploads";
        List<Object> statements = new ArrayList<>(List.of(encrypted(intake)));
        if (world.since(Story.BUCKET_SHARED) && !world.since(Story.BUCKET_MENDED)) {
            statements.add(read("PartnerReads", Tree.of("AWS", "arn:aws:iam::888877776666:root"), intake));
        }
        return List.of(
                bucket("claims-access-log", "us-east-1", "", Map.of("data-class", "log"))
                        .withExpiry(world.since(Story.ACCESS_LOG_KEPT) ? SIX_YEARS : 90),
                bucket("claims-archive", "us-east-1", "alias/claims-archive", EPHI)
                        .withPolicy(Documents.document(encrypted("claims-archive")), false)
                        .withHistory("Enabled", "claims-access-log", SIX_YEARS),
                bucket(intake, "us-east-1", "alias/claims-exchange", EPHI)
                        .withPolicy(Documents.document(statements), false)
                        .withHistory("Enabled", "claims-access-log", 0),
                bucket("claims-standby", "us-west-2", "alias/claims-standby", EPHI)
                        .withPolicy(Documents.document(encrypted("claims-standby")), false)
                        .withHistory("Enabled", "", 0));
    }

    private List<Bucket> portal() {
        String forms = "portal-forms";
        Bucket closed = bucket(forms, "us-west-2", "", Map.of("data-class", "public"));
        boolean open = world.holds(Story.BUCKET_PUBLIC);
        return List.of(
                bucket("portal-documents", "us-east-1", "alias/portal-db", EPHI)
                        .withPolicy(Documents.document(encrypted("portal-documents")), false)
                        .withHistory("Suspended", "", 0),
                open
                        ? closed.withBlock(false).withPolicy(Documents.document(read("Public", "*", forms)), true)
                        : closed,
                bucket("portal-web", "eu-west-1", "", Map.of("data-class", "public")));
    }

    private static Bucket bucket(String name, String region, String key, Map<String, String> tags) {
        return new Bucket(
                name, region, Story.at("2024-04-11T08:20:00Z"), true, key, "", false, "", "", 0, 0, Map.copyOf(tags));
    }

    private static Map<String, Object> encrypted(String bucket) {
        return Tree.of(
                "Sid",
                "EncryptedInTransit",
                "Effect",
                "Deny",
                "Principal",
                "*",
                "Action",
                "s3:*",
                "Resource",
                List.of("arn:aws:s3:::" + bucket, "arn:aws:s3:::" + bucket + "/*"),
                "Condition",
                Tree.of("Bool", Tree.of("aws:SecureTransport", "false")));
    }

    private static Map<String, Object> read(String sid, Object principal, String bucket) {
        return Tree.of(
                "Sid",
                sid,
                "Effect",
                "Allow",
                "Principal",
                principal,
                "Action",
                "s3:GetObject",
                "Resource",
                "arn:aws:s3:::" + bucket + "/*");
    }
}
