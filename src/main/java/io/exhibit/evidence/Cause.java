package io.exhibit.evidence;

/** Why something could not be read. The words are printed in the collection log. */
public enum Cause {
    /** AWS does not say by which policy. */
    DENIED("denied"),
    IDENTITY_DENIED("denied by the collector's own policies"),
    SCP_DENIED("denied by a control policy of the organization"),
    RESOURCE_DENIED("denied by the policy of the resource or of its key"),
    BOUNDARY_DENIED("denied by a permissions boundary or a session policy"),
    ENDPOINT_DENIED("denied by the policy of a VPC endpoint"),
    ASSUME_ROLE_DENIED("the collector's role could not be assumed"),
    ACCOUNT_NOT_ACTIVE("the account is not active"),
    NOT_LISTED("the organization does not list the account"),
    LEFT_OUT("left out by the settings"),
    REGION_DISABLED("the region is disabled"),
    NOT_AVAILABLE("the service is not available in the region"),
    CREDENTIALS("the credentials were refused or expired"),
    THROTTLED("throttled out"),
    TIMED_OUT("timed out"),
    UNREACHABLE("unreachable"),
    MALFORMED("malformed answer"),
    LOOPING("the page tokens repeat"),
    TOO_LARGE("the answer is larger than the limit"),
    TOO_MANY("there are more items than the limit"),
    FAILED("the service answered with an error"),
    NOT_READY("not ready in time"),
    NOT_ASKED("not asked, because an earlier call ended in a gap");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether a policy said no to the call itself. */
    public boolean isDenial() {
        return switch (this) {
            case DENIED, IDENTITY_DENIED, SCP_DENIED, RESOURCE_DENIED, BOUNDARY_DENIED, ENDPOINT_DENIED -> true;
            default -> false;
        };
    }
}
