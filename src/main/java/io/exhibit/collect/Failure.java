package io.exhibit.collect;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;

/**
 * Why a request brought no answer that can be believed.
 *
 * @param code the error code on the wire, or ""
 * @param message one line for people, without secrets
 * @param requestId the AWS request id, or ""
 */
public record Failure(Cause cause, String code, String message, String requestId) {

    public Failure {
        message = Redaction.line(message);
    }

    static Failure of(Cause cause, String message) {
        return new Failure(cause, "", message, "");
    }

    /** The gap that it leaves for a call. */
    public Gap gap(Call call) {
        return new Gap(call, cause, code, message, requestId);
    }
}
