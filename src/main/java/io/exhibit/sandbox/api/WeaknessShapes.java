package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Suppression;
import io.exhibit.sandbox.world.Weakness;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Findings as Inspector writes them. */
final class WeaknessShapes {
    private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    private WeaknessShapes() {}

    static Map<String, Object> filter(Ask ask, Suppression filter) {
        Instant made = Instant.parse("2026-03-02T10:00:00Z");
        return Tree.of(
                "arn",
                "arn:aws:inspector2:" + ask.region() + ":" + ask.account() + ":owner/" + ask.account() + "/filter/"
                        + filter.name(),
                "ownerId",
                ask.account(),
                "name",
                filter.name(),
                "criteria",
                filter.criteria(),
                "action",
                filter.action(),
                "createdAt",
                made,
                "updatedAt",
                made,
                "description",
                filter.description(),
                "reason",
                "");
    }

    static String arn(Weakness weakness) {
        return "arn:aws:inspector2:" + weakness.region() + ":" + weakness.account() + ":finding/" + weakness.id();
    }

    static Map<String, Object> finding(Weakness weakness) {
        boolean scored = weakness.score() > 0;
        return Tree.of(
                "awsAccountId",
                weakness.account(),
                "description",
                "A flaw in " + weakness.component() + " lets a remote party read or change what it should not.",
                "epss",
                scored ? Tree.of("score", weakness.score() / 100) : null,
                "exploitAvailable",
                weakness.severity().equals("CRITICAL") ? "YES" : "NO",
                "findingArn",
                arn(weakness),
                "firstObservedAt",
                weakness.first(),
                "fixAvailable",
                weakness.fixable() ? "YES" : "NO",
                "inspectorScore",
                scored ? weakness.score() : null,
                "inspectorScoreDetails",
                scored ? score(weakness) : null,
                "lastObservedAt",
                weakness.last(),
                "packageVulnerabilityDetails",
                packages(weakness),
                "remediation",
                Tree.of("recommendation", Tree.of("text", "None Provided")),
                "resources",
                List.of(resource(weakness)),
                "severity",
                weakness.severity(),
                "status",
                weakness.status(),
                "title",
                weakness.vulnerability() + " - " + weakness.component(),
                "type",
                "PACKAGE_VULNERABILITY",
                "updatedAt",
                weakness.last());
    }

    private static Map<String, Object> score(Weakness weakness) {
        return Tree.of(
                "adjustedCvss",
                Tree.of(
                        "adjustments",
                        List.of(),
                        "cvssSource",
                        "NVD",
                        "score",
                        weakness.score(),
                        "scoreSource",
                        "NVD",
                        "scoringVector",
                        VECTOR,
                        "version",
                        "3.1"));
    }

    private static Map<String, Object> packages(Weakness weakness) {
        Map<String, Object> one = Tree.of(
                "arch",
                "X86_64",
                "epoch",
                0,
                "fixedInVersion",
                weakness.fixable() ? "0:3.0.2-1.9" : "NotAvailable",
                "name",
                weakness.component(),
                "packageManager",
                "OS",
                "release",
                "1.4",
                "remediation",
                weakness.fixable() ? "apt-get update && apt-get upgrade" : null,
                "version",
                "3.0.2");
        return Tree.of(
                "cvss",
                weakness.score() > 0
                        ? List.of(Tree.of(
                                "baseScore",
                                weakness.score(),
                                "scoringVector",
                                VECTOR,
                                "source",
                                "NVD",
                                "version",
                                "3.1"))
                        : List.of(),
                "referenceUrls",
                List.of("https://nvd.example/" + weakness.vulnerability()),
                "relatedVulnerabilities",
                List.of(),
                "source",
                "NVD",
                "sourceUrl",
                "https://nvd.example/" + weakness.vulnerability(),
                "vendorCreatedAt",
                weakness.first(),
                "vendorSeverity",
                weakness.severity(),
                "vulnerabilityId",
                weakness.vulnerability(),
                "vulnerablePackages",
                List.of(one));
    }

    private static Map<String, Object> resource(Weakness weakness) {
        boolean instance = weakness.resourceType().equals("AWS_EC2_INSTANCE");
        Map<String, Object> details = instance
                ? Tree.of(
                        "awsEc2Instance",
                        Tree.of("imageId", "ami-0123456789abcdef0", "platform", "UBUNTU_22_04", "type", "m6i.large"))
                : Tree.of(
                        "awsEcrContainerImage",
                        Tree.of(
                                "imageHash",
                                weakness.resourceId()
                                        .substring(weakness.resourceId().indexOf("sha256:")),
                                "imageTags",
                                List.of("release"),
                                "registry",
                                weakness.account(),
                                "repositoryName",
                                "claims"));
        return Tree.of(
                "details",
                details,
                "id",
                weakness.resourceId(),
                "partition",
                "aws",
                "region",
                weakness.region(),
                "tags",
                weakness.resourceTags(),
                "type",
                weakness.resourceType());
    }
}
