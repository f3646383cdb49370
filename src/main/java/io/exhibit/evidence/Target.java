package io.exhibit.evidence;

import java.util.Comparator;
import java.util.Objects;

/**
 * Where evidence comes from: an account (12 digits) and a region name, or {@link #GLOBAL} for what has no region.
 */
public record Target(String account, String region) implements Comparable<Target> {

    public static final String GLOBAL = "global";

    private static final Comparator<Target> ORDER =
            Comparator.comparing(Target::account).thenComparing(Target::region);

    public Target {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(region, "region");
    }

    /** What an account has in no region in particular. */
    public static Target global(String account) {
        return new Target(account, GLOBAL);
    }

    /** Whether it stands for what has no region. */
    public boolean isGlobal() {
        return region.equals(GLOBAL);
    }

    @Override
    public int compareTo(Target other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return account + "/" + region;
    }
}
