package io.exhibit.aws;

import io.exhibit.evidence.Cause;

/** A document that was not downloaded; the message names no address. */
final class Undownloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause reason;

    Undownloaded(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    Cause reason() {
        return reason;
    }
}
