package io.exhibit.collect;

import java.time.Duration;

/**
 * How this machine's clock stands against AWS's, by the Date of an answer (RFC 9110, 6.6.1). AWS refuses what is signed
 * more than five minutes away from its own time, and what a run says of times is by the local clock.
 *
 * @param behind negative when the local clock is ahead
 */
public record ClockLag(Duration behind) {

    private static final Duration MOST = Duration.ofMinutes(5);

    /** More than five minutes. */
    public boolean isTooFar() {
        return behind.abs().compareTo(MOST) > 0;
    }

    /** Such as "the clock of this machine is 12 min 5 s behind AWS's". */
    public String words() {
        Duration off = behind.abs();
        String minutes = off.toMinutes() == 0 ? "" : off.toMinutes() + " min ";
        return "the clock of this machine is " + minutes + off.toSecondsPart() + " s "
                + (behind.isNegative() ? "ahead of AWS's" : "behind AWS's");
    }
}
