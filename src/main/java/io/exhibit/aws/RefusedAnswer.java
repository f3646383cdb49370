package io.exhibit.aws;

import io.exhibit.evidence.Cause;

/**
 * An answer that came and that the SDK must not even parse; not an {@code IOException}, so that the SDK does not ask for it
 * again.
 */
final class RefusedAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause reason;

    private RefusedAnswer(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    static RefusedAnswer tooLarge(int limit) {
        return new RefusedAnswer(Cause.TOO_LARGE, "the answer is larger than " + limit + " bytes");
    }

    static RefusedAnswer tooDeep() {
        return new RefusedAnswer(Cause.MALFORMED, "the answer is nested more deeply than any of AWS's");
    }

    Cause reason() {
        return reason;
    }
}
