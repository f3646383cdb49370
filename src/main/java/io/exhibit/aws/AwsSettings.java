package io.exhibit.aws;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * How AWS is asked.
 *
 * @param endpoint another address than AWS's, for every service, or {@code null}
 * @param region home region: where STS is asked and where an account's regions are listed
 * @param role name of the role that is assumed in every account but the caller's own
 * @param externalId of the role's trust, or ""
 * @param session name of the role sessions, as CloudTrail shows it
 * @param consent series of AWS Artifact reports whose terms a person has accepted; only these are downloaded
 * @param documentHosts regular expression of the hosts that AWS Artifact's documents may come from
 * @param http time and size limits
 * @param paced whether requests keep below AWS's published rates (aws-apis: Organizations, IAM, EC2, KMS quotas)
 * @param simulated the endpoint is our own sandbox: fixed credentials are used instead of the SDK's default chain
 */
public record AwsSettings(
        URI endpoint,
        String region,
        String role,
        String externalId,
        String session,
        Set<String> consent,
        String documentHosts,
        HttpLimits http,
        boolean paced,
        boolean simulated) {

    /** What stands in the evidence instead of a simulation's address. RFC 2606: a name that belongs to nobody. */
    public static final String SIMULATED_HOST = "sandbox.invalid";

    /** Amazon S3, path or virtual-hosted, in the partitions aws and aws-cn. */
    private static final String S3 =
            "(?:[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\.)?s3(?:[.-][a-z0-9-]{2,30}){0,2}\\.amazonaws\\.com(?:\\.cn)?";

    public AwsSettings {
        consent = Set.copyOf(consent);
    }

    /** AWS itself. */
    public static AwsSettings defaults() {
        return new AwsSettings(
                null, "us-east-1", "ExhibitCollector", "", "exhibit", Set.of(), S3, HttpLimits.defaults(), true, false);
    }

    /** The sandbox at this address, asked as fast as it answers. */
    public static AwsSettings simulated(URI endpoint) {
        return defaults().at(endpoint).withSimulated(true);
    }

    /** The same at another address, which has no rates to keep below; null is AWS itself, which has. */
    public AwsSettings at(URI address) {
        return new AwsSettings(
                address, region, role, externalId, session, consent, documentHosts, http, address == null, simulated);
    }

    /** The same with other series of reports whose terms a person has accepted. */
    public AwsSettings consenting(List<String> series) {
        return new AwsSettings(
                endpoint, region, role, externalId, session, Set.copyOf(series), documentHosts, http, paced, simulated);
    }

    /** The same with other limits of time and size. */
    public AwsSettings limited(HttpLimits limits) {
        return new AwsSettings(
                endpoint, region, role, externalId, session, consent, documentHosts, limits, paced, simulated);
    }

    /** The same, kept below AWS's rates. */
    public AwsSettings withPace() {
        return new AwsSettings(
                endpoint, region, role, externalId, session, consent, documentHosts, http, true, simulated);
    }

    private AwsSettings withSimulated(boolean value) {
        return new AwsSettings(endpoint, region, role, externalId, session, consent, documentHosts, http, paced, value);
    }

    /** The region that answers for the services without regions, in the partition of the home region. */
    String globalRegion() {
        if (region.startsWith("us-gov-")) {
            return "us-gov-west-1";
        }
        return region.startsWith("cn-") ? "cn-northwest-1" : "us-east-1";
    }
}
