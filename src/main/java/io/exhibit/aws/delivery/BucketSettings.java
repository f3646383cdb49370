package io.exhibit.aws.delivery;

import java.net.URI;
import java.util.Optional;

/**
 * A receiver's bucket, and as whom it is written to.
 *
 * @param prefix of the names, such as {@code inbox/}, or ""
 * @param endpoint another address than AWS's
 * @param pathStyle whether the bucket stands in the path of an address instead of its host
 * @param profile of the shared AWS configuration; empty for the SDK's default chain
 * @param role ARN of a role that is assumed
 * @param externalId that the role's trust asks for
 * @param kmsKey ARN of the key by which objects are encrypted; empty for the bucket's own default
 * @param simulated whether credentials for show are used, as tests have them
 */
public record BucketSettings(
        String bucket,
        String prefix,
        String region,
        Optional<URI> endpoint,
        boolean pathStyle,
        Optional<String> profile,
        Optional<String> role,
        Optional<String> externalId,
        Optional<String> kmsKey,
        boolean simulated) {

    /** As people write it: {@code s3://BUCKET/PREFIX}. */
    public String address() {
        return "s3://" + bucket + "/" + prefix;
    }
}
