package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Refusals;
import io.exhibit.sandbox.wire.Refusals.Code;

/** How each protocol's services word the errors that every service has. */
final class Wording {
    private static final String INVALID = "The security token included in the request is invalid";
    private static final String EXPIRED = "The security token included in the request is expired";

    private Wording() {}

    static Refusals query(String failure, String version) {
        return new Refusals(
                new Code(403, "AccessDenied", ""),
                new Code(400, "Throttling", "Rate exceeded"),
                new Code(500, failure, "The request processing has failed because of an unknown error."),
                new Code(403, "ExpiredToken", EXPIRED),
                new Code(403, "InvalidClientTokenId", INVALID + "."),
                new Code(400, "InvalidAction", "Could not find operation {} for version " + version));
    }

    /** SNS has a word of its own for what is denied. */
    static Refusals sns() {
        Refusals usual = query("InternalError", "2010-03-31");
        return new Refusals(
                new Code(403, "AuthorizationError", ""),
                usual.throttled(),
                usual.failed(),
                usual.expired(),
                usual.unknownClient(),
                usual.unknownOperation());
    }

    static Refusals ec2() {
        return new Refusals(
                new Code(403, "UnauthorizedOperation", "You are not authorized to perform this operation."),
                new Code(503, "RequestLimitExceeded", "Request limit exceeded."),
                new Code(500, "InternalError", "An internal error has occurred"),
                new Code(400, "RequestExpired", "Request has expired."),
                new Code(401, "AuthFailure", "AWS was not able to validate the provided access credentials"),
                new Code(400, "InvalidAction", "The action {} is not valid for this web service."));
    }

    static Refusals s3() {
        return new Refusals(
                new Code(403, "AccessDenied", ""),
                new Code(503, "SlowDown", "Please reduce your request rate."),
                new Code(500, "InternalError", "We encountered an internal error. Please try again."),
                new Code(400, "ExpiredToken", "The provided token has expired."),
                new Code(
                        403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."),
                new Code(405, "MethodNotAllowed", "The specified method is not allowed against this resource: {}"));
    }

    static Refusals json(String throttled, String failure) {
        return new Refusals(
                new Code(400, "AccessDeniedException", ""),
                new Code(400, throttled, "Rate exceeded"),
                new Code(500, failure, "An internal failure occurred; try the request again later."),
                new Code(400, "ExpiredTokenException", EXPIRED),
                new Code(400, "UnrecognizedClientException", INVALID + "."),
                new Code(400, "UnknownOperationException", "Unknown operation {}"));
    }

    static Refusals rest(String throttled, String failure) {
        return new Refusals(
                new Code(403, "AccessDeniedException", ""),
                new Code(429, throttled, "Rate exceeded"),
                new Code(500, failure, "An internal failure occurred; try the request again later."),
                new Code(403, "ExpiredTokenException", EXPIRED),
                new Code(403, "UnrecognizedClientException", INVALID + "."),
                new Code(404, "UnknownOperationException", "Unknown operation {}"));
    }
}
