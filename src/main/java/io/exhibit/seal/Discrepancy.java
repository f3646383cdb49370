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
        /** The key that was given, or that the signature names, did not sign these bytes. */
        SIGNATURE_INVALID,
        /** Nobody signed who is trusted for that. */
        KEY_UNKNOWN,
        /** A trusted key signed at a time at which it does not count. */
        KEY_OUT_OF_TIME,
        /** The log changes its key in a way that the key before it did not sign. */
        ROTATION_INVALID,
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
        /** A file with more bytes than one of its kind can have; it was not read. */
        TOO_LARGE,
        /** A file that nothing sealed names. */
        FILE_UNKNOWN,
        /** A zip that is not the one which its contents have: cut, added to, packed, or with a name that leads elsewhere. */
        ZIP_REFUSED,
        /** A text of the bag that does not follow from its files. */
        BAG_MALFORMED,
        /** A statement that is none, is in another spelling, or of another kind. */
        STATEMENT_MALFORMED,
        /** The statement names other files than there are. */
        SUBJECTS_DIFFER,
        /** A run of the period that the log has and the pack has not. */
        RUN_LEFT_OUT,
        /** A run that the pack has and the log has not. */
        RUN_UNKNOWN,
        /** The pack before is not the one that the log has. */
        PREVIOUS_DIFFERS,
        /** The log does not begin with what an older checkpoint covers. */
        LOG_REWRITTEN,
        /** What lies beside a pack to prove that the log has it, and is no proof. */
        PROOF_MALFORMED,
        /** A proof about something else than the pack that it lies beside, or one that proves nothing. */
        PROOF_DIFFERS,
        /** A time stamp that is none, is about something else, or is of nobody who is trusted for that. */
        TIMESTAMP_INVALID,
        /** A reviewer's signature that is none, or of another kind. */
        REVIEW_MALFORMED,
        /** A reviewer's signature about something else than the pack that it lies beside. */
        REVIEW_DIFFERS,
        /** Fewer reviewers signed than the trust file asks for. */
        REVIEWERS_MISSING,
        /** A receipt of a pack that the log does not have, or of another zip than it has. */
        RECEIPT_DIFFERS,
        /** A masked pack without the list of what was masked, or with one that is none. */
        MASKS_MALFORMED,
        /** A payload or a record in a sealed file that is not what the record of its run, or its own digest, says. */
        EVIDENCE_DIFFERS,
        /** What the evidence says when it is judged again is not what was sealed. */
        VERDICT_DIFFERS,
        /** The system did not let it be read. */
        UNREADABLE
    }
}
