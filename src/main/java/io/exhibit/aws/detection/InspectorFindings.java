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
import software.amazon.awssdk.services.inspector2.model.FilterCriteria;
import software.amazon.awssdk.services.inspector2.model.ListFindingsResponse;
import software.amazon.awssdk.services.inspector2.model.StringComparison;
import software.amazon.awssdk.services.inspector2.model.StringFilter;

/** Amazon Inspector findings of the account itself, in every status. */
public final class InspectorFindings implements Collector {

    public static final Source SOURCE = new Source(
                    "inspector2.findings",
                    "Inspector findings",
                    Scope.REGION,
                    List.of(rest("inspector2:ListFindings", "findingArn", "findings")),
                    List.of(reading(
                            "inspector2.findings",
                            "Inspector findings",
                            "findingArn",
                            "findings",
                            List.of("inspector2:ListFindings"))))
            .only("findings about the account itself, of every status");

    private static final int PAGE = 100;

    private final AwsClients clients;

    public InspectorFindings(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        Inspector2Client inspector = clients.inspector(target);
        FilterCriteria own = FilterCriteria.builder()
                .awsAccountId(StringFilter.builder()
                        .comparison(StringComparison.EQUALS)
                        .value(target.account())
                        .build())
                .build();
        capture.pages(
                Call.of("inspector2:ListFindings"),
                token -> inspector.listFindings(r ->
                        r.filterCriteria(own).maxResults(clients.page(PAGE)).nextToken(token)),
                ListFindingsResponse::nextToken,
                page -> {});
    }
}
