package io.exhibit.aws.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What Object Lock is asked to do with everything that is written.
 *
 * @param days from the day of writing; 0 without a lock
 */
public record Retention(Mode mode, int days) {

    /** Six years of 45 CFR 164.316(b)(2)(i), leap days included. */
    public static final int SIX_YEARS = 2192;

    public static final Retention NONE = new Retention(Mode.NONE, 0);

    /** As S3 calls them; governance can be lifted by whoever holds {@code s3:BypassGovernanceRetention}, compliance by nobody. */
    public enum Mode {
        NONE,
        GOVERNANCE,
        COMPLIANCE
    }

    /** Whether a lock of S3 is asked for at all. */
    public boolean isAsked() {
        return mode != Mode.NONE;
    }

    /** The end of a lock on what was written then: to the end of the last day (UTC): six years are told in days, and what was written first in a run is not the first to go. */
    public Instant until(Instant written) {
        return written.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(days + 1L));
    }
}
