package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** Whether Amazon Inspector is on for the account, by kind of resource. */
final class InspectorStatus {

    static final Source SOURCE = new Source(
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

    private InspectorStatus() {}
}
