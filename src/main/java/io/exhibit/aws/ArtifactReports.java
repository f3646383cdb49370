package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** AWS Artifact reports: what AWS's auditors attest, as metadata; with consent per series, terms and document by digest. */
final class ArtifactReports {

    static final Source SOURCE = new Source(
            "artifact.reports",
            "AWS Artifact reports",
            Scope.ORGANIZATION,
            List.of(
                    rest("artifact:ListReports", "id", "reports"),
                    rest("artifact:GetReportMetadata", "id", "reportDetails"),
                    rest("artifact:GetTermForReport", "", "documentPresignedUrl", "termToken"),
                    permitted(rest("artifact:DownloadTerm", "", "bytes", "sha256")),
                    rest("artifact:GetReport", "", "documentPresignedUrl"),
                    permitted(rest("artifact:DownloadReport", "", "bytes", "sha256"))),
            List.of(derived(joined(
                    reading(
                            "artifact.reports",
                            "AWS Artifact reports",
                            "id",
                            "reports",
                            List.of("artifact:ListReports")),
                    "artifact:GetReportMetadata",
                    "artifact:GetTermForReport",
                    "artifact:DownloadTerm",
                    "artifact:GetReport",
                    "artifact:DownloadReport"))));

    private ArtifactReports() {}
}
