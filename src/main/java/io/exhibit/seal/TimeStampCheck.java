package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks the time stamp over the checkpoint of a pack. */
final class TimeStampCheck {

    private final PackHolding pack;
    private final String claimed;
    private final Trust trust;

    /** @param claimed what the statement says */
    TimeStampCheck(PackHolding pack, String claimed, Trust trust) {
        this.pack = pack;
        this.claimed = claimed;
        this.trust = trust;
    }

    /** @param newest time of the last leaf under the checkpoint */
    Step step(Optional<Instant> newest) throws IOException {
        boolean there = pack.digests().containsKey(Bag.TOKEN);
        if (there != claimed.equals(Statement.STAMPED)) {
            return failed(
                    "The statement says \"" + claimed + "\", and the token is " + (there ? "" : "not ") + "here.");
        }
        if (!there) {
            String none = claimed.equals(Statement.UNSTAMPED)
                    ? "None is claimed: times are the collector's own word."
                    : "There is none, times are the collector's own word. It was asked for: " + claimed;
            return trust.authorities().isEmpty()
                    ? Step.of(Name.TIMESTAMP, List.of(), none)
                    : Step.notChecked(Name.TIMESTAMP, none);
        }
        TimeStamps.Stamp stamp;
        try {
            stamp = TimeStamps.read(
                    pack.file(Bag.TOKEN, TimeStamps.LONGEST), pack.file(Bag.CHECKPOINT, TimeStamps.LONGEST), newest);
        } catch (IOException e) {
            return failed("The token is wrong: " + e.getMessage() + ".");
        }
        return trust.authorities().isEmpty()
                ? Step.notChecked(
                        Name.TIMESTAMP,
                        "It says " + stamp.time() + "; no certificate of a trust file says whose word that is.")
                : signed(stamp);
    }

    private Step signed(TimeStamps.Stamp stamp) {
        Optional<Trust.Authority> by = TimeStamps.signer(stamp, trust.authorities());
        if (by.isEmpty()) {
            return failed("No service of the trust file signed it.");
        }
        if (!by.get().covers(stamp.time())) {
            return Step.failed(
                    Name.TIMESTAMP,
                    Code.KEY_OUT_OF_TIME,
                    Bag.TOKEN,
                    by.get().name() + " stamped it at " + stamp.time() + ", when it does not count.");
        }
        return Step.of(
                Name.TIMESTAMP,
                List.of(),
                "The checkpoint was there at " + stamp.time() + ", says "
                        + by.get().name() + ".");
    }

    private static Step failed(String says) {
        return Step.failed(Name.TIMESTAMP, Code.TIMESTAMP_INVALID, Bag.TOKEN, says);
    }
}
