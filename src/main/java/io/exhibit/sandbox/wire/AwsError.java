package io.exhibit.sandbox.wire;

/** An answer that is an error of AWS's: its code and message as on the wire, with the HTTP status. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final String reason;

    public AwsError(int status, String code, String message) {
        this(status, code, message, null);
    }

    /** {@code reason} is the further member that Organizations and the REST services put beside the message. */
    public AwsError(int status, String code, String message, String reason) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.reason = reason;
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
