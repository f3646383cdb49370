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

/**
 * Whether the root users of member accounts are managed centrally (IAM ListOrganizationsFeatures). Without an organization,
 * without all its features or without trusted access for IAM they cannot be, which is a fact; that the caller is neither the
 * management account nor IAM's delegated administrator is a gap.
 */
public final class IamRootAccess implements Collector {

    public static final Source SOURCE = new Source(
            "iam.root-access",
            "Central root access",
            Scope.ORGANIZATION,
            List.of(facts(
                    query("iam:ListOrganizationsFeatures", "", "OrganizationId"),
                    "OrganizationNotFoundException",
                    "OrganizationNotInAllFeaturesModeException",
                    "ServiceAccessNotEnabledException")),
            List.of(derived(reading(
                    "iam.root-access",
                    "settings of central root access",
                    "account",
                    "",
                    List.of("iam:ListOrganizationsFeatures")))));

    private final AwsClients clients;

    public IamRootAccess(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        capture.ask(
                Call.of("iam:ListOrganizationsFeatures"), () -> clients.iam().listOrganizationsFeatures(r -> {}));
    }
}
