package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** Amazon Inspector findings of the account itself, in every status. */
final class InspectorFindings {

    static final Source SOURCE = new Source(
            "inspector2.findings",
            "Inspector findings",
            Scope.REGION,
            List.of(rest("inspector2:ListFindings", "findingArn", "findings")),
            List.of(reading(
                    "inspector2.findings",
                    "Inspector findings",
                    "findingArn",
                    "findings",
                    List.of("inspector2:ListFindings"))));

    private InspectorFindings() {}
}
