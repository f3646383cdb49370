package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Report;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;

/** Reports and agreements as AWS Artifact writes them; its times are ISO 8601 text. */
final class ReportShapes {
    private ReportShapes() {}

    static Map<String, Object> summary(Report report) {
        return Tree.of(
                "acceptanceType",
                report.explicit() ? "EXPLICIT" : "PASSTHROUGH",
                "arn",
                "arn:aws:artifact:us-east-1::report/" + report.id() + ":" + report.version(),
                "category",
                "Certifications and Attestations",
                "companyName",
                "Amazon Web Services",
                "description",
                report.description(),
                "id",
                report.id(),
                "name",
                report.name(),
                "periodEnd",
                report.periodEnd().toString(),
                "periodStart",
                report.periodStart().toString(),
                "productName",
                "Amazon Web Services",
                "series",
                report.series(),
                "state",
                "PUBLISHED",
                "uploadState",
                report.complete() ? "COMPLETE" : "PROCESSING",
                "version",
                report.version());
    }

    static Map<String, Object> details(Report report) {
        Map<String, Object> details = summary(report);
        details.put("createdAt", report.published().toString());
        details.put("lastModifiedAt", report.published().toString());
        details.put("sequenceNumber", report.version());
        details.put("termArn", "arn:aws:artifact:::term/term-" + report.id().substring("report-".length()));
        return details;
    }

    static List<Map<String, Object>> agreements(World world) {
        Map<String, Object> addendum = Tree.of(
                "acceptanceTerms",
                List.of("I am authorized to accept this agreement for every account of my organization"),
                "agreementArn",
                "arn:aws:artifact:::agreement/AWS Organizations Business Associate Addendum",
                "arn",
                arn(world, "organization-baa"),
                "description",
                "Business associate terms for all accounts of the organization",
                "effectiveStart",
                "2024-03-12T16:20:00Z",
                "id",
                id(world, "organization-baa"),
                "name",
                "AWS Organizations Business Associate Addendum",
                "organizationArn",
                OrganizationShapes.organizationArn(),
                "state",
                "ACTIVE",
                "terminateTerms",
                List.of("I understand that no account of the organization may then hold PHI"),
                "type",
                "DEFAULT");
        Map<String, Object> confidence = Tree.of(
                "agreementArn",
                "arn:aws:artifact:::agreement/AWS Artifact Nondisclosure Agreement",
                "arn",
                arn(world, "nda"),
                "awsAccountId",
                Accounts.MANAGEMENT,
                "effectiveStart",
                "2021-05-04T09:00:00Z",
                "id",
                id(world, "nda"),
                "name",
                "AWS Artifact Nondisclosure Agreement",
                "state",
                "ACTIVE",
                "type",
                "DEFAULT");
        return List.of(addendum, confidence);
    }

    private static String id(World world, String name) {
        return "customer-agreement-" + world.digest().letters("agreement", name, 16);
    }

    private static String arn(World world, String name) {
        return "arn:aws:artifact::" + Accounts.MANAGEMENT + ":customer-agreement/" + id(world, name);
    }
}
