package io.exhibit.aws;

import io.exhibit.evidence.Cause;

/** A document that was not downloaded; the message names no address. */
public final class Undownloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause reason;

    public Undownloaded(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
