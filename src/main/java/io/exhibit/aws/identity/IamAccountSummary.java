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

/** Counts of an account and the state of its root user. */
public final class IamAccountSummary implements Collector {

    public static final Source SOURCE = new Source(
            "iam.account-summary",
            "IAM account summary",
            Scope.ACCOUNT,
            List.of(query("iam:GetAccountSummary", "", "SummaryMap")),
            List.of(derived(reading(
                    "iam.account-summary",
                    "account summaries",
                    "account",
                    "SummaryMap",
                    List.of("iam:GetAccountSummary")))));

    private final AwsClients clients;

    public IamAccountSummary(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        capture.ask(Call.of("iam:GetAccountSummary"), () -> clients.iam().getAccountSummary());
    }
}
