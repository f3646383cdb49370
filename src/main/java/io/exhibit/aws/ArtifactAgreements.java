package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** Agreements with AWS that are in force, such as the Business Associate Addendum. */
final class ArtifactAgreements {

    static final Source SOURCE = new Source(
            "artifact.agreements",
            "AWS Artifact agreements",
            Scope.ACCOUNT,
            List.of(rest("artifact:ListCustomerAgreements", "id", "customerAgreements")),
            List.of(reading(
                    "artifact.agreements",
                    "agreements",
                    "id",
                    "customerAgreements",
                    List.of("artifact:ListCustomerAgreements"))));

    private ArtifactAgreements() {}
}
