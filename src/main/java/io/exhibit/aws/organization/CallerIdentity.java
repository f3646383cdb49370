package io.exhibit.aws.organization;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;

/** Who asks: the account and the principal behind the credentials (STS GetCallerIdentity, which needs no permission). */
public final class CallerIdentity implements Collector {

    public static final Source SOURCE = new Source(
            "sts.caller-identity",
            "Caller identity",
            Scope.ACCOUNT,
            List.of(permitted(query("sts:GetCallerIdentity", "", "Account", "Arn", "UserId"))),
            List.of(reading(
                    "sts.caller-identity", "caller identities", "Account", "", List.of("sts:GetCallerIdentity"))));

    private final AwsClients clients;

    public CallerIdentity(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        capture.ask(Call.of("sts:GetCallerIdentity"), () -> clients.sts().getCallerIdentity());
    }
}
