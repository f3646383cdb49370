package io.exhibit.evidence;

/**
 * One call that brought no answer that can be believed.
 *
 * @param call what was asked
 * @param cause why there is no answer
 * @param code the error code on the wire, or "" when there was none
 * @param message one line for people; secrets cut
 * @param requestId the AWS request id of the last attempt, or ""
 */
public record Gap(Call call, Cause cause, String code, String message, String requestId) {}
