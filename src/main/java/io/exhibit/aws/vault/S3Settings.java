package io.exhibit.aws.vault;

import io.exhibit.aws.HttpLimits;
import java.net.URI;
import java.time.Duration;

/**
 * Where a vault in S3 lies and how it is kept.
 *
 * @param endpoint another address than AWS's, or {@code null}
 * @param pathStyle whether the bucket stands in the path of an address instead of its host
 * @param holder who takes the lock: host, process, and something that no other writer has
 * @param limits of one request
 * @param simulated whether credentials for show are used instead of the SDK's default chain, as tests have them
 */
public record S3Settings(
        S3Place place,
        String region,
        URI endpoint,
        boolean pathStyle,
        Retention retention,
        String holder,
        HttpLimits limits,
        boolean simulated) {

    /** For another writer of the same process, as tests have them. */
    S3Settings heldBy(String writer) {
        return new S3Settings(place, region, endpoint, pathStyle, retention, writer, limits, simulated);
    }

    /**
     * For the writer of a cluster. Of these only one writes at a time, so one passes over the lock of those before it.
     *
     * @param cluster name of the cluster
     * @param epoch higher than that of every writer before
     */
    public S3Settings heldBy(String cluster, long epoch, String node) {
        return heldBy(WriterLock.holder(cluster, epoch, node));
    }

    /** Limits for objects of up to 5 GiB instead of answers. */
    public static HttpLimits objects() {
        return HttpLimits.defaults().within(Duration.ofMinutes(30), Duration.ofHours(2));
    }
}
