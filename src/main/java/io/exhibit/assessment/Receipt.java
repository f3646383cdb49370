package io.exhibit.assessment;

import java.time.Instant;
import java.util.List;

/**
 * What was handed over, to whom, when.
 *
 * @param pack name of the pack
 * @param channel name of the way that it went, as the settings call it
 * @param to where it went, such as {@code folder /srv/evidence} or {@code mail to jane@auditor.example}
 * @param at by the deliverer's clock, after the receiver had the last of it
 * @param files in the order of the pack
 * @param remote what the receiver calls what it got: versions of objects, the place in a mail server's queue; "" when it calls it nothing
 * @param note what else has to be known, such as that it may have been sent twice; "" when nothing
 */
public record Receipt(
        String pack, String channel, String to, Instant at, List<Item> files, String remote, String note) {

    public Receipt {
        files = List.copyOf(files);
    }

    /** How a file came to the receiver. */
    public enum State {
        /** It was handed over, and what lies there was read back. */
        ARRIVED,
        /** The same bytes lay there before. */
        WAS_THERE,
        /** It was sent, and the receiver said that it took it; what it keeps cannot be read back. */
        SENT,
        /** Its name and digest were told; the file itself was not sent. */
        NAMED
    }

    /**
     * One file.
     *
     * @param sha256 of its bytes as they lie at the receiver's, or were sent or named; hexadecimal
     */
    public record Item(String name, long bytes, String sha256, State state) {}

    /** The same with something that has to be known. */
    public Receipt noting(String said) {
        return new Receipt(pack, channel, to, at, files, remote, said);
    }
}
