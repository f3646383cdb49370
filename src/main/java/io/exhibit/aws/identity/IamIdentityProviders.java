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

/** SAML and OpenID Connect providers that an account trusts. */
public final class IamIdentityProviders implements Collector {

    public static final Source SOURCE = new Source(
            "iam.identity-providers",
            "IAM identity providers",
            Scope.ACCOUNT,
            List.of(
                    query("iam:ListSAMLProviders", "Arn", "SAMLProviderList"),
                    query("iam:ListOpenIDConnectProviders", "Arn", "OpenIDConnectProviderList")),
            List.of(derived(reading(
                    "iam.identity-providers",
                    "identity providers",
                    "arn",
                    "",
                    List.of("iam:ListSAMLProviders", "iam:ListOpenIDConnectProviders")))));

    private final AwsClients clients;

    public IamIdentityProviders(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        IamClient iam = clients.iam();
        capture.ask(Call.of("iam:ListSAMLProviders"), iam::listSAMLProviders);
        capture.ask(Call.of("iam:ListOpenIDConnectProviders"), iam::listOpenIDConnectProviders);
    }
}
