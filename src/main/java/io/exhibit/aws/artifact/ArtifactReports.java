package io.exhibit.aws.artifact;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.artifact.model.ListReportsResponse;
import software.amazon.awssdk.services.artifact.model.PublishedState;
import software.amazon.awssdk.services.artifact.model.ReportSummary;
import software.amazon.awssdk.services.artifact.model.UploadState;

/** AWS Artifact reports: what AWS's auditors attest, as metadata; with consent per series, terms and document by digest. */
public final class ArtifactReports implements Collector {

    public static final Source SOURCE = new Source(
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

    private static final int PAGE = 300;

    private final AwsClients clients;
    private final Set<String> consent;
    private final Downloads downloads;

    public ArtifactReports(AwsClients clients) {
        this.clients = clients;
        this.consent = clients.settings().consent();
        this.downloads = new Downloads(clients.settings(), clients.line(), clients.clock());
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        ArtifactClient artifact = clients.artifact();
        Set<ReportSummary> reports = new LinkedHashSet<>();
        capture.pages(
                Call.of("artifact:ListReports"),
                token -> artifact.listReports(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListReportsResponse::nextToken,
                page -> reports.addAll(page.reports()));
        for (ReportSummary report : reports) {
            String id = report.id();
            capture.ask(
                    Call.of("artifact:GetReportMetadata", id), () -> artifact.getReportMetadata(r -> r.reportId(id)));
            if (consent.contains(report.series()) && isComplete(report)) {
                document(artifact, capture, id);
            }
        }
    }

    private static boolean isComplete(ReportSummary report) {
        return report.state() == PublishedState.PUBLISHED && report.uploadState() == UploadState.COMPLETE;
    }

    /** The terms, then the report under their token: the machine form of accepting the terms, hence the consent. */
    private void document(ArtifactClient artifact, Capture capture, String id) {
        capture.ask(Call.of("artifact:GetTermForReport", id), () -> artifact.getTermForReport(r -> r.reportId(id)))
                .filter(term -> capture.ask(
                                Call.of("artifact:DownloadTerm", id),
                                () -> downloads.fetch(term.documentPresignedUrl()))
                        .isPresent())
                .flatMap(term -> capture.ask(
                        Call.of("artifact:GetReport", id),
                        () -> artifact.getReport(r -> r.reportId(id).termToken(term.termToken()))))
                .ifPresent(report -> capture.ask(
                        Call.of("artifact:DownloadReport", id), () -> downloads.fetch(report.documentPresignedUrl())));
    }
}
