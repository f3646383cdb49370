package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** SAML and OpenID Connect providers that an account trusts. */
final class IamIdentityProviders {

    static final Source SOURCE = new Source(
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

    private IamIdentityProviders() {}
}
