package io.exhibit.aws;

import io.exhibit.evidence.Source;
import java.util.List;

/** Every source there is, in the order in which it is collected. To add one: one class, one line here. */
public final class AwsCollectors {

    private AwsCollectors() {}

    /** What the sources declare; makes no client. */
    public static List<Source> sources() {
        return List.of(
                CallerIdentity.SOURCE,
                Organizations.SOURCE,
                Ec2Regions.SOURCE,
                IamCredentialReport.SOURCE,
                IamAccountSummary.SOURCE,
                IamPasswordPolicy.SOURCE,
                IamAuthorizationDetails.SOURCE,
                IamIdentityProviders.SOURCE,
                ArtifactReports.SOURCE,
                ArtifactAgreements.SOURCE,
                KmsKeys.SOURCE,
                Ec2SecurityGroups.SOURCE,
                GuardDutyDetectors.SOURCE,
                GuardDutyFindings.SOURCE,
                InspectorStatus.SOURCE,
                InspectorFindings.SOURCE,
                AccessAnalyzers.SOURCE,
                AccessAnalyzerFindings.SOURCE);
    }
}
