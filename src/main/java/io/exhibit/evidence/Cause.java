package io.exhibit.evidence;

/**
 * Why something could not be read: the one place of the words for it. The words stand in the table of {@code collect}, in the
 * preflight, in JSON and in the pack's collection log, and their meaning in the log's legend. That there is nothing of a kind
 * (no password policy, Security Hub not enabled, Shield Advanced not subscribed to) is an answer and no cause.
 */
public enum Cause {
    /** AWS does not say by which policy. */
    DENIED(
            "denied",
            "AWS refused the call and does not say by which policy; the policy of the collecting role is the first to look at."),
    IDENTITY_DENIED(
            "denied by the collector's own policies",
            "The policy of the collecting role does not allow the call: exhibit preflight prints what to add."),
    SCP_DENIED(
            "denied by a control policy of the organization",
            "A service or resource control policy of the organization refuses the call; the policy has to leave the collecting role out."),
    RESOURCE_DENIED(
            "denied by the policy of the resource or of its key",
            "The policy of the bucket, key or other resource that was asked about refuses the collecting role."),
    BOUNDARY_DENIED(
            "denied by a permissions boundary or a session policy",
            "A permissions boundary or a session policy of the collecting role refuses the call."),
    ENDPOINT_DENIED(
            "denied by the policy of a VPC endpoint", "The call went through a VPC endpoint whose policy refuses it."),
    ASSUME_ROLE_DENIED(
            "the collector's role could not be assumed",
            "The account has no collecting role, or its trust policy does not name whom the collector runs as: nothing of the account was read."),
    ACCOUNT_NOT_ACTIVE(
            "the account is not active",
            "The account is suspended or being closed, and AWS answers nothing in it. It stays a gap until somebody takes it out of the scope."),
    NOT_LISTED(
            "the organization does not list the account",
            "The settings name an account that the organization does not have."),
    LEFT_OUT(
            "left out by the settings",
            "The settings say not to ask here. It stays a gap until somebody takes the account or region out of the scope."),
    REGION_DISABLED(
            "the region is disabled",
            "The settings name a region that the account has not enabled; nothing can run there."),
    NOT_AVAILABLE("the service is not available in the region", "AWS does not offer the service in this region."),
    CREDENTIALS(
            "the credentials were refused or expired",
            "AWS did not take the credentials, or they ended during the run."),
    THROTTLED("throttled out", "AWS asked to slow down until the time for the call was over; the next run asks again."),
    TIMED_OUT("timed out", "No answer came in time, after several attempts."),
    UNREACHABLE("unreachable", "No connection to AWS could be made."),
    MALFORMED("malformed answer", "What came is not what AWS documents for the call, and was not believed."),
    LOOPING(
            "the page tokens repeat",
            "AWS gave the same page token twice, so that the end of the list was never reached."),
    TOO_LARGE("the answer is larger than the limit", "The answer is larger than the collector takes."),
    TOO_MANY(
            "there are more items than the limit",
            "The list is longer than the collector takes; it was not cut, it counts as not read."),
    FAILED(
            "the service answered with an error",
            "The service answered with an error that says nothing about what was asked."),
    NOT_READY("not ready in time", "AWS was still making what was asked for, such as a credential report."),
    NOT_ASKED(
            "not asked, because an earlier call ended in a gap",
            "The call needs the answer of an earlier one, which did not come.");

    private final String words;
    private final String meaning;

    Cause(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    public String words() {
        return words;
    }

    /** What that means and what ends it, in one or two sentences. */
    public String meaning() {
        return meaning;
    }

    /** Whether a policy said no to the call itself. */
    public boolean isDenial() {
        return switch (this) {
            case DENIED, IDENTITY_DENIED, SCP_DENIED, RESOURCE_DENIED, BOUNDARY_DENIED, ENDPOINT_DENIED -> true;
            default -> false;
        };
    }
}
