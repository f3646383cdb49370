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

/** Whether Amazon Inspector is on for the account, by kind of resource. */
public final class InspectorStatus implements Collector {

    public static final Source SOURCE = new Source(
            "inspector2.status",
            "Inspector status",
            Scope.REGION,
            List.of(rest("inspector2:BatchGetAccountStatus", "accountId", "accounts")),
            List.of(reading(
                    "inspector2.status",
                    "Inspector accounts",
                    "accountId",
                    "accounts",
                    List.of("inspector2:BatchGetAccountStatus"))));

    private final AwsClients clients;

    public InspectorStatus(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        capture.ask(
                Call.of("inspector2:BatchGetAccountStatus"),
                () -> clients.inspector(target).batchGetAccountStatus(r -> r.accountIds(target.account())));
    }
}
