package io.exhibit.seal;

/**
 * Something in a vault that is not as the key holder left it.
 *
 * @param file relative to the vault
 * @param says one sentence for people
 */
public record Discrepancy(Code code, String file, String says) {

    /** What kind of discrepancy; the page on the evidence format lists them. */
    public enum Code {
        /** No FORMAT, or one of another kind or version. */
        FORMAT_UNKNOWN,
        CHECKPOINT_MISSING,
        CHECKPOINT_MALFORMED,
        /** FORMAT and checkpoint name different logs. */
        ORIGIN_DIFFERS,
        /** The key that was given did not sign the checkpoint. */
        SIGNATURE_INVALID,
        /** Fewer leaves than the checkpoint covers. */
        LOG_SHORTER,
        /** Leaves that the checkpoint does not cover: added by someone, or by a writer that died. */
        LOG_LONGER,
        /** The leaves are not those that were signed. */
        ROOT_DIFFERS,
        LEAF_MALFORMED,
        /** The same run is logged twice. */
        LEAF_REPEATED,
        FILE_MISSING,
        DIGEST_DIFFERS,
        RECORD_MALFORMED,
        /** A record that is not the one that its leaf, or its place, says it is. */
        RECORD_MISPLACED,
        /** The parts of a unit, or the sections of the items, do not tile their file. */
        FRAMES_DIFFER,
        /** A file that nothing sealed names. */
        FILE_UNKNOWN,
        /** The system did not let it be read. */
        UNREADABLE
    }
}
