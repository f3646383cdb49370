package io.exhibit.aws.identity;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Credentials of IAM users for one service each, such as API keys of Amazon Bedrock and passwords for CodeCommit, which the
 * credential report leaves out. One listing has those of all users; the secrets themselves are never listed.
 */
public final class IamServiceCredentials implements Collector {

    public static final Source SOURCE = new Source(
            "iam.service-specific-credentials",
            "IAM service-specific credentials",
            Scope.ACCOUNT,
            List.of(query(
                    "iam:ListServiceSpecificCredentials", "ServiceSpecificCredentialId", "ServiceSpecificCredentials")),
            List.of(reading(
                    "iam.service-specific-credentials",
                    "service-specific credentials",
                    "ServiceSpecificCredentialId",
                    "ServiceSpecificCredentials",
                    List.of("iam:ListServiceSpecificCredentials"))));

    private static final int PAGE = 1000;

    private final AwsClients clients;

    public IamServiceCredentials(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        IamClient iam = clients.iam();
        capture.pages(
                Call.of("iam:ListServiceSpecificCredentials"),
                marker -> iam.listServiceSpecificCredentials(
                        r -> r.allUsers(true).maxItems(clients.page(PAGE)).marker(marker)),
                page -> Capture.next(page.isTruncated(), page.marker()),
                page -> {});
    }
}
