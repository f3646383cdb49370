package io.exhibit.aws;

import io.exhibit.evidence.Cause;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which kind of policy denied a call: explicitly by one, or because none of that kind allows it. AWS says so at the end of the
 * message, of one kind only where several deny, and not for every service (IAM user guide, "Troubleshoot access denied error
 * messages").
 */
final class Denials {

    private static final Pattern KIND = Pattern.compile(
            "(?i)(?:explicit deny in an?|because no) (identity-based|resource-based|service control|resource control|session"
                    + "|vpc endpoint|permissions boundary)");

    private Denials() {}

    static Cause cause(String message) {
        Matcher kind = KIND.matcher(message);
        if (!kind.find()) {
            return Cause.DENIED;
        }
        return switch (kind.group(1).toLowerCase(Locale.ROOT)) {
            case "identity-based" -> Cause.IDENTITY_DENIED;
            case "resource-based" -> Cause.RESOURCE_DENIED;
            case "service control", "resource control" -> Cause.SCP_DENIED;
            case "vpc endpoint" -> Cause.ENDPOINT_DENIED;
            default -> Cause.BOUNDARY_DENIED;
        };
    }
}
