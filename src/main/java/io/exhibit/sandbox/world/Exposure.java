package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Access Analyzer finding of one analyzer; {@code detail} is the union member of GetFindingV2 with its content. */
public record Exposure(
        String id,
        String resource,
        String resourceType,
        String findingType,
        String status,
        Instant created,
        Instant updated,
        Map<String, Object> detail) {

    static List<Exposure> of(World world, String account, Analyzer analyzer) {
        if (!analyzer.arn().contains(":us-east-1:")) {
            return List.of();
        }
        if (!account.equals(Accounts.CLAIMS)) {
            int further = analyzer.type().equals("ACCOUNT")
                    ? Further.of(world.size(), world.known(account)).exposures()
                    : 0;
            return Further.after(List.of(), further, number -> shared(world, account, number));
        }
        List<Exposure> all = new ArrayList<>();
        if (analyzer.type().equals("ACCOUNT_INTERNAL_ACCESS")) {
            String bucket = "arn:aws:s3:::claims-intake-uploads";
            Instant seen = Story.at("2026-08-20T03:00:00Z");
            all.add(new Exposure(
                    id(world, bucket + "internal"),
                    bucket,
                    "AWS::S3::Bucket",
                    "InternalAccess",
                    "ACTIVE",
                    seen,
                    seen,
                    internal(account)));
            return List.copyOf(all);
        }
        if (!analyzer.type().equals("ACCOUNT")) {
            Instant unused = Story.at("2026-09-13T03:00:00Z");
            Map<String, Object> detail =
                    Tree.of("unusedIamRoleDetails", Tree.of("lastAccessed", "2026-06-15T03:00:00Z"));
            String role = "arn:aws:iam::" + account + ":role/old-report-builder";
            all.add(new Exposure(
                    id(world, role), role, "AWS::IAM::Role", "UnusedIAMRole", "ACTIVE", unused, unused, detail));
            return List.copyOf(all);
        }
        String exchange = "arn:aws:iam::" + account + ":role/claims-clearinghouse-exchange";
        Instant agreed = Story.at("2025-03-03T10:00:00Z");
        all.add(new Exposure(
                id(world, exchange),
                exchange,
                "AWS::IAM::Role",
                "ExternalAccess",
                "ARCHIVED",
                agreed,
                Story.at("2025-03-10T10:00:00Z"),
                external("999900001111", "sts:AssumeRole", Map.of("sts:ExternalId", "harborview-7f3a-exchange"))));
        if (world.since(Story.BUCKET_SHARED)) {
            boolean mended = world.since(Story.BUCKET_MENDED);
            String bucket = "arn:aws:s3:::claims-intake-uploads";
            all.add(new Exposure(
                    id(world, bucket),
                    bucket,
                    "AWS::S3::Bucket",
                    "ExternalAccess",
                    mended ? "RESOLVED" : "ACTIVE",
                    Story.BUCKET_SHARED,
                    mended ? Story.BUCKET_MENDED : Story.BUCKET_SHARED,
                    external("888877776666", "s3:GetObject", Map.of())));
        }
        if (world.since(Story.VENDOR_ROLE.from())) {
            boolean active = world.holds(Story.VENDOR_ROLE);
            String vendor = "arn:aws:iam::" + account + ":role/vendor-monitoring";
            all.add(new Exposure(
                    id(world, vendor),
                    vendor,
                    "AWS::IAM::Role",
                    "ExternalAccess",
                    active ? "ACTIVE" : "RESOLVED",
                    Story.VENDOR_ROLE.from(),
                    active ? Story.VENDOR_ROLE.from() : Story.VENDOR_ROLE.until(),
                    external("888877776666", "sts:AssumeRole", Map.of())));
        }
        return List.copyOf(all);
    }

    private static Exposure shared(World world, String account, int number) {
        String role = "arn:aws:iam::" + account + ":role/worker-" + number;
        Instant seen = Story.at("2026-09-01T03:00:00Z");
        return new Exposure(
                id(world, role),
                role,
                "AWS::IAM::Role",
                "ExternalAccess",
                "ACTIVE",
                seen,
                seen,
                external("888877776666", "sts:AssumeRole", Map.of()));
    }

    private static Map<String, Object> external(String principal, String action, Map<String, String> condition) {
        return Tree.of(
                "externalAccessDetails",
                Tree.of(
                        "action",
                        List.of(action),
                        "condition",
                        condition,
                        "isPublic",
                        false,
                        "principal",
                        Tree.of("AWS", principal),
                        "sources",
                        List.of(Tree.of("type", "POLICY"))));
    }

    private static Map<String, Object> internal(String account) {
        return Tree.of(
                "internalAccessDetails",
                Tree.of(
                        "action",
                        List.of("s3:GetObject", "s3:PutObject"),
                        "condition",
                        Map.of(),
                        "principal",
                        Tree.of("AWS", "arn:aws:iam::" + account + ":role/claims-intake"),
                        "principalOwnerAccount",
                        account,
                        "accessType",
                        "INTRA_ACCOUNT",
                        "principalType",
                        "IAM_ROLE",
                        "sources",
                        List.of(Tree.of("type", "POLICY"))));
    }

    private static String id(World world, String resource) {
        return world.digest().uuid("exposure", resource);
    }
}
