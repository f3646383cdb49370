package io.exhibit.seal;

import java.io.IOException;

/** A vault that cannot be used as asked, in one sentence for people. What was sealed before is untouched. */
public final class VaultException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What kind of obstacle it is; the command line gives each an exit code. */
    public enum Reason {
        /** There is no vault at that place. */
        MISSING,
        /** Something else is there already: a vault, a run of that id. */
        EXISTS,
        /** Another writer is at work. */
        LOCKED,
        /** Written by a version that this one does not know. */
        UNKNOWN_FORMAT,
        /** The log, its checkpoint or the key do not belong together. */
        DAMAGED,
        /** Opened for reading only. */
        READ_ONLY,
        /** A key that others can read, or that is no Ed25519 key. */
        KEY,
        /** The store denies it, or knows none of our credentials. */
        DENIED,
        /** The store cannot be reached, or is too busy. */
        UNREACHABLE,
        /** The store does not do what was asked. */
        REFUSED,
        /** The store does not protect what is put there as the settings ask. */
        UNPROTECTED
    }

    public VaultException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether nobody answered, or not us: that says nothing of what lies there. */
    public boolean isUnanswered() {
        return reason == Reason.DENIED || reason == Reason.UNREACHABLE;
    }
}
