package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** Counts of an account and the state of its root user. */
final class IamAccountSummary {

    static final Source SOURCE = new Source(
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

    private IamAccountSummary() {}
}
