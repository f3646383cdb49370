package io.exhibit.collect;

import java.time.Duration;

/**
 * How this machine's clock stands against AWS's, by the Date of an answer (RFC 9110, 6.6.1). AWS refuses what is signed
 * more than five minutes away from its own time, and what a run says of times is by the local clock.
 *
 * @param behind negative when the local clock is ahead; {@code null} when the answer bore no time that can be read
 */
public record ClockLag(Duration behind) {

    /** The clocks could not be compared. */
    public static final ClockLag UNKNOWN = new ClockLag(null);

    private static final Duration MOST = Duration.ofMinutes(5);

    /** Whether any answer told a time to compare with. */
    public boolean isKnown() {
        return behind != null;
    }

    /** More than five minutes, as far as is known. */
    public boolean isTooFar() {
        return isKnown() && behind.abs().compareTo(MOST) > 0;
    }

    /** Such as "the clock of this machine is 12 min 5 s behind AWS's". */
    public String words() {
        if (!isKnown()) {
            return "the clock of this machine could not be compared with AWS's: its answer bore no time that can be read";
        }
        Duration off = behind.abs();
        String minutes = off.toMinutes() == 0 ? "" : off.toMinutes() + " min ";
        return "the clock of this machine is " + minutes + off.toSecondsPart() + " s "
                + (behind.isNegative() ? "ahead of AWS's" : "behind AWS's");
    }
}
