package io.exhibit.console.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each address may ask: so many at once, and then as many more as time passes. */
public final class Pace {

    /** Addresses that are remembered; the one that has been silent longest is forgotten first. */
    private static final int ADDRESSES = 10_000;

    private static final class Bucket {
        private double left;
        private Instant at;
    }

    private final int atOnce;
    private final Duration each;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** @param each after so long one more may be asked */
    public Pace(int atOnce, Duration each, InstantSource clock) {
        this.atOnce = atOnce;
        this.each = each;
        this.clock = clock;
    }

    /** Whether an address may ask once more; that counts. */
    public synchronized boolean allows(String address) {
        Instant now = clock.instant();
        Bucket bucket = buckets.computeIfAbsent(address, a -> {
            Bucket full = new Bucket();
            full.left = atOnce;
            full.at = now;
            return full;
        });
        double since = Math.max(0, Duration.between(bucket.at, now).toNanos());
        bucket.left = Math.min(atOnce, bucket.left + since / each.toNanos());
        bucket.at = now;
        if (bucket.left < 1) {
            return false;
        }
        bucket.left--;
        return true;
    }
}
