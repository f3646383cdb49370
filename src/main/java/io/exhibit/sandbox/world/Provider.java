package io.exhibit.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One identity provider that may open sessions in an account; {@code saml} or else OpenID Connect. */
public record Provider(String arn, boolean saml, Instant created) {
    static List<Provider> of(World world, Account account) {
        List<Provider> all = new ArrayList<>();
        all.add(new Provider(
                ServiceRoles.identityCenter(world, account),
                true,
                account.joined().plus(Duration.ofDays(50))));
        if (account.id().equals(Accounts.CLAIMS)) {
            all.add(new Provider(
                    "arn:aws:iam::" + account.id() + ":oidc-provider/token.actions.githubusercontent.com",
                    false,
                    Story.at("2024-08-01T10:00:00Z")));
        }
        if (account.id().equals(Accounts.PORTAL)) {
            all.add(new Provider(
                    "arn:aws:iam::" + account.id() + ":saml-provider/HarborviewStaff",
                    true,
                    Story.at("2022-03-01T10:00:00Z")));
        }
        return List.copyOf(all);
    }
}
