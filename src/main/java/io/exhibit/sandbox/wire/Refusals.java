package io.exhibit.sandbox.wire;

/** How one service words what every service can say: denied, throttled, failed, expired, unknown client, unknown operation. */
public record Refusals(
        Code denied, Code throttled, Code failed, Code expired, Code unknownClient, Code unknownOperation) {
    /** One way to refuse: the status of HTTP and AWS's own code and message; {@code {}} in it is the operation. */
    public record Code(int status, String code, String message) {
        AwsError error() {
            return new AwsError(status, code, message);
        }

        AwsError error(String text) {
            return new AwsError(status, code, text);
        }
    }

    /** No policy of the caller allows the operation. */
    public AwsError denied(Ask ask) {
        return denied.error(told(ask, "because no identity-based policy allows the " + action(ask) + " action"));
    }

    /** A service control policy denies the operation; AWS names the policy at the end of the message. */
    public AwsError deniedByPolicy(Ask ask, String policyArn) {
        return denied.error(told(ask, "with an explicit deny in a service control policy: " + policyArn));
    }

    public AwsError throttledNow() {
        return throttled.error();
    }

    public AwsError failedNow() {
        return failed.error();
    }

    public AwsError expiredNow() {
        return expired.error();
    }

    public AwsError unknownClientNow() {
        return unknownClient.error();
    }

    public AwsError unknown(String operation) {
        return unknownOperation.error(unknownOperation.message().replace("{}", operation));
    }

    private String told(Ask ask, String why) {
        String text = denied.message().isEmpty() ? "" : denied.message() + " ";
        return text + "User: " + ask.caller().arn() + " is not authorized to perform: " + action(ask)
                + " on resource: * " + why;
    }

    private static String action(Ask ask) {
        return Actions.of(ask.service(), ask.operation()).orElse(ask.service() + ":" + ask.operation());
    }
}
