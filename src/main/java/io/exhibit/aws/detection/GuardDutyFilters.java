package io.exhibit.aws.detection;

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
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.ListFiltersResponse;

/** GuardDuty filters; those with the action ARCHIVE keep findings out of sight. */
public final class GuardDutyFilters implements Collector {

    public static final Source SOURCE = new Source(
            "guardduty.filters",
            "GuardDuty filters",
            Scope.REGION,
            List.of(
                    GuardDutyDetectors.LIST,
                    rest("guardduty:ListFilters", "", "FilterNames"),
                    rest("guardduty:GetFilter", "", "Name", "Action")),
            List.of(joined(
                    reading(
                            "guardduty.filters",
                            "GuardDuty filters",
                            "Name",
                            "FilterNames",
                            List.of("guardduty:ListFilters", "guardduty:ListDetectors")),
                    "guardduty:GetFilter")));

    private static final int PAGE = 50;

    private final AwsClients clients;

    public GuardDutyFilters(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        GuardDutyClient guardDuty = clients.regional("guardduty", target, GuardDutyClient::builder);
        GuardDutyDetectors.ids(guardDuty, capture, clients.page(PAGE))
                .forEach(detector -> filters(guardDuty, capture, detector));
    }

    private void filters(GuardDutyClient guardDuty, Capture capture, String detector) {
        Set<String> names = new LinkedHashSet<>();
        capture.pages(
                Call.of("guardduty:ListFilters", detector),
                token -> guardDuty.listFilters(r ->
                        r.detectorId(detector).maxResults(clients.page(PAGE)).nextToken(token)),
                ListFiltersResponse::nextToken,
                page -> names.addAll(page.filterNames()));
        for (String name : names) {
            capture.ask(
                    Call.of("guardduty:GetFilter", name),
                    () -> guardDuty.getFilter(r -> r.detectorId(detector).filterName(name)));
        }
    }
}
