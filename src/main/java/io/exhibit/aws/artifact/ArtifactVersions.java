package io.exhibit.aws.artifact;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.artifact.model.GetReportMetadataResponse;
import software.amazon.awssdk.services.artifact.model.ListReportsResponse;
import software.amazon.awssdk.services.artifact.model.ReportSummary;

/**
 * The versions of AWS Artifact's reports before the newest one, which alone ListReports gives; they show whether the periods
 * of a report join. Each is asked by its number, downwards, until AWS says that there is no such version. This SDK has no
 * ListReportVersions.
 */
public final class ArtifactVersions implements Collector {

    private static final String REPORTS = "artifact:ListReports";
    private static final String METADATA = "artifact:GetReportMetadata";

    public static final Source SOURCE = new Source(
            "artifact.report-versions",
            "AWS Artifact report versions",
            Scope.ORGANIZATION,
            List.of(
                    rest(REPORTS, "id", "reports"),
                    facts(rest(METADATA, "id", "reportDetails"), "ResourceNotFoundException", "ValidationException")),
            List.of(derived(reading(
                    "artifact.report-versions",
                    "earlier versions of AWS Artifact reports",
                    "key",
                    "reportDetails",
                    List.of(METADATA, REPORTS)))));

    /** More of one report is not cut but a gap: a letter every month for eight years. */
    private static final int VERSIONS = 96;

    private static final int PAGE = 300;

    private final AwsClients clients;

    public ArtifactVersions(AwsClients clients) {
        this.clients = clients;
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
                Call.of(REPORTS),
                token -> artifact.listReports(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListReportsResponse::nextToken,
                page -> reports.addAll(page.reports()));
        for (ReportSummary report : reports) {
            if (report.version() == null) {
                capture.without(Call.of(METADATA, report.id()), Cause.MALFORMED, "the report has no version");
            } else {
                walk(artifact, capture, report.id(), report.version());
            }
        }
    }

    private static void walk(ArtifactClient artifact, Capture capture, String id, long newest) {
        long last = Math.max(1, newest - VERSIONS);
        for (long version = newest - 1; version >= last; version--) {
            long asked = version;
            Call call = Call.of(METADATA, id + ":" + asked);
            boolean there = capture.ask(
                            call,
                            () -> artifact.getReportMetadata(r -> r.reportId(id).reportVersion(asked)))
                    .map(GetReportMetadataResponse::reportDetails)
                    .isPresent();
            if (!there) {
                return;
            }
        }
        if (last > 1) {
            capture.without(
                    Call.of(METADATA, id + ":" + (last - 1)),
                    Cause.TOO_MANY,
                    "there are more than " + VERSIONS + " earlier versions");
        }
    }
}
