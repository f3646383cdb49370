package io.exhibit.assessment;

import io.exhibit.evidence.Target;

/**
 * One item of a population as it was judged on one day.
 *
 * @param key unique within assertion and target
 * @param digest SHA-256 of the record's canonical form, first 16 hexadecimal digits; a change of it is a change of the item
 * @param text for DEVIATES the deviation sentence, for INCONCLUSIVE the reason, for CONFORMS the proving values
 * @param acceptance id of the risk acceptance that covers it, or ""
 */
public record Item(Target target, String key, State state, String digest, String text, String acceptance) {

    /** Key of the item that stands for all accounts, while nobody knows which there are. */
    public static final String ACCOUNTS = "organization";

    /**
     * Whether it is no thing, but a place in which things were looked for: it has no record, and its key is its target. What the run
     * says of its own targets has one.
     */
    public boolean ofPlace() {
        return digest.isEmpty()
                && (state == State.CONFORMS || state == State.INCONCLUSIVE)
                && (key.equals(target.toString()) || key.equals(ACCOUNTS));
    }

    /** What a test found about an item. */
    public enum State {
        CONFORMS,
        DEVIATES,
        /** Deviates, and a named person accepted the risk. */
        ACCEPTED,
        INCONCLUSIVE
    }
}
