package io.exhibit.aws.detection;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.CoverageFilterCriteria;
import software.amazon.awssdk.services.inspector2.model.CoverageResourceType;
import software.amazon.awssdk.services.inspector2.model.CoverageStringComparison;
import software.amazon.awssdk.services.inspector2.model.CoverageStringFilter;
import software.amazon.awssdk.services.inspector2.model.GroupKey;
import software.amazon.awssdk.services.inspector2.model.ListCoverageResponse;
import software.amazon.awssdk.services.inspector2.model.ListCoverageStatisticsResponse;

/**
 * What Amazon Inspector scans of the account itself: how many instances, images and functions by status, and each one that
 * it does not scan with the reason. Those that are scanned are counted, not listed: there may be a hundred thousand images.
 */
public final class InspectorCoverage implements Collector {

    public static final Source SOURCE = new Source(
                    "inspector2.coverage",
                    "Inspector coverage",
                    Scope.REGION,
                    List.of(
                            rest("inspector2:ListCoverageStatistics", "", "totalCounts"),
                            rest("inspector2:ListCoverage", "resourceId", "coveredResources")),
                    List.of(
                            derived(reading(
                                    "inspector2.coverage",
                                    "kinds of scanned resource",
                                    "resource_type",
                                    "",
                                    List.of("inspector2:ListCoverageStatistics"))),
                            derived(reading(
                                    "inspector2.unscanned",
                                    "resources not scanned",
                                    "key",
                                    "coveredResources",
                                    List.of("inspector2:ListCoverage")))))
            .only("the account's own resources: counts of every kind, and by name those that are not scanned");

    private static final int PAGE = 200;

    private static final List<CoverageResourceType> KINDS = List.of(
            CoverageResourceType.AWS_EC2_INSTANCE,
            CoverageResourceType.AWS_ECR_CONTAINER_IMAGE,
            CoverageResourceType.AWS_LAMBDA_FUNCTION);

    private final AwsClients clients;

    public InspectorCoverage(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        Inspector2Client inspector = clients.regional("inspector2", target, Inspector2Client::builder);
        for (CoverageResourceType kind : KINDS) {
            CoverageFilterCriteria ofKind =
                    own(target).resourceType(is(kind.toString())).build();
            capture.pages(
                    Call.of("inspector2:ListCoverageStatistics", kind.toString()),
                    token -> inspector.listCoverageStatistics(r -> r.filterCriteria(ofKind)
                            .groupBy(GroupKey.SCAN_STATUS_CODE)
                            .nextToken(token)),
                    ListCoverageStatisticsResponse::nextToken,
                    page -> {});
        }
        CoverageFilterCriteria unscanned =
                own(target).scanStatusCode(is("INACTIVE")).build();
        capture.pages(
                Call.of("inspector2:ListCoverage"),
                token -> inspector.listCoverage(r -> r.filterCriteria(unscanned)
                        .maxResults(clients.page(PAGE))
                        .nextToken(token)),
                ListCoverageResponse::nextToken,
                page -> {});
    }

    private static CoverageFilterCriteria.Builder own(Target target) {
        return CoverageFilterCriteria.builder().accountId(is(target.account()));
    }

    private static CoverageStringFilter is(String value) {
        return CoverageStringFilter.builder()
                .comparison(CoverageStringComparison.EQUALS)
                .value(value)
                .build();
    }
}
