package io.exhibit.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call that brought no answer that can be believed.
 *
 * @param call what was asked
 * @param cause why there is no answer
 * @param code the error code on the wire, or "" when there was none
 * @param message one line for people; secrets cut
 * @param requestId the AWS request id of the last attempt, or ""
 */
public record Gap(Call call, Cause cause, String code, String message, String requestId) {

    private static final Pattern POLICY = Pattern.compile("(?:policy|boundary): (arn:\\S*[^\\s.,;])");

    /**
     * ARN of the policy that denied the call, or "": AWS names it within one account or organization (IAM user guide,
     * "Troubleshoot access denied error messages").
     */
    public String policy() {
        Matcher named = POLICY.matcher(message);
        return named.find() ? named.group(1) : "";
    }
}
