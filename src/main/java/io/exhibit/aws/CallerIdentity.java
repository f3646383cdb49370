package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** Who asks: the account and the principal behind the credentials (STS GetCallerIdentity, which needs no permission). */
final class CallerIdentity {

    static final Source SOURCE = new Source(
            "sts.caller-identity",
            "Caller identity",
            Scope.ACCOUNT,
            List.of(permitted(query("sts:GetCallerIdentity", "", "Account", "Arn", "UserId"))),
            List.of(reading(
                    "sts.caller-identity", "caller identities", "Account", "", List.of("sts:GetCallerIdentity"))));

    private CallerIdentity() {}
}
