package io.exhibit.aws;

import io.exhibit.evidence.Target;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.Condition;
import software.amazon.awssdk.services.guardduty.model.FindingCriteria;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.FilterCriteria;
import software.amazon.awssdk.services.inspector2.model.ListFindingsResponse;
import software.amazon.awssdk.services.inspector2.model.StringFilter;

/**
 * The bare limit of collecting findings: the requests of {@code InspectorFindings} and {@code GuardDutyFindings} at one target
 * of a sandbox, through the SDK's clients as they come, HTTP and parsing; nothing listens, checks or keeps. For measurements.
 */
public final class SdkAlone implements AutoCloseable {

    private final SdkHttpClient http = ApacheHttpClient.create();
    private final Target target;
    private final Inspector2Client inspector;
    private final GuardDutyClient guardDuty;
    private String weaknesses = "";
    private String threats = "";

    public SdkAlone(URI sandbox, Target target) {
        this.target = target;
        // The sandbox reads the account out of the key's id, as it makes them when a role is assumed.
        StaticCredentialsProvider session = StaticCredentialsProvider.create(
                AwsBasicCredentials.create("ASIA" + target.account() + "EXAMPLE", "sandbox"));
        inspector = Inspector2Client.builder()
                .region(Region.of(target.region()))
                .endpointOverride(sandbox)
                .credentialsProvider(session)
                .httpClient(http)
                .build();
        guardDuty = GuardDutyClient.builder()
                .region(Region.of(target.region()))
                .endpointOverride(sandbox)
                .credentialsProvider(session)
                .httpClient(http)
                .build();
    }

    /** Goes on where it was until as many findings of each kind have come, or all; returns how many came. */
    public long fetch(long ofInspector, long ofGuardDuty) {
        return inspector(ofInspector) + guardDuty(ofGuardDuty);
    }

    private long inspector(long most) {
        long came = 0;
        while (weaknesses != null && came < most) {
            ListFindingsResponse page = inspector.listFindings(r -> r.filterCriteria(FilterCriteria.builder()
                            .awsAccountId(StringFilter.builder()
                                    .comparison("EQUALS")
                                    .value(target.account())
                                    .build())
                            .build())
                    .maxResults(100)
                    .nextToken(weaknesses.isEmpty() ? null : weaknesses));
            came += page.findings().size();
            weaknesses = page.nextToken();
        }
        return came;
    }

    private long guardDuty(long most) {
        String detector =
                guardDuty.listDetectors(r -> r.maxResults(50)).detectorIds().get(0);
        long came = 0;
        while (threats != null && came < most) {
            var page = guardDuty.listFindings(r -> r.detectorId(detector)
                    .findingCriteria(FindingCriteria.builder()
                            .criterion(Map.of("accountId", own()))
                            .build())
                    .maxResults(50)
                    .nextToken(threats.isEmpty() ? null : threats));
            List<String> ids = page.findingIds();
            came += ids.isEmpty()
                    ? 0
                    : guardDuty
                            .getFindings(r -> r.detectorId(detector).findingIds(ids))
                            .findings()
                            .size();
            threats = page.nextToken() == null || page.nextToken().isEmpty() ? null : page.nextToken();
        }
        return came;
    }

    private Condition own() {
        return Condition.builder().equalsValue(target.account()).build();
    }

    @Override
    public void close() {
        inspector.close();
        guardDuty.close();
        http.close();
    }
}
