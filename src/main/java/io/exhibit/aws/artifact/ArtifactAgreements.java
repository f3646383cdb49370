package io.exhibit.aws.artifact;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.artifact.model.ListCustomerAgreementsResponse;

/**
 * Agreements with AWS, such as the Business Associate Addendum, in whatever state AWS lists them: those that ended say since
 * when, or are not listed any more, which only the run before tells.
 */
public final class ArtifactAgreements implements Collector {

    public static final Source SOURCE = new Source(
            "artifact.agreements",
            "AWS Artifact agreements",
            Scope.ACCOUNT,
            List.of(rest("artifact:ListCustomerAgreements", "id", "customerAgreements")),
            List.of(reading(
                    "artifact.agreements",
                    "agreements",
                    "id",
                    "customerAgreements",
                    List.of("artifact:ListCustomerAgreements"))));

    private static final int PAGE = 300;

    private final AwsClients clients;

    public ArtifactAgreements(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        ArtifactClient artifact = clients.artifact();
        capture.pages(
                Call.of("artifact:ListCustomerAgreements"),
                token -> artifact.listCustomerAgreements(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListCustomerAgreementsResponse::nextToken,
                page -> {});
    }
}
