package io.exhibit.aws.vault;

import io.exhibit.seal.VaultException;
import io.exhibit.seal.VaultException.Reason;
import java.io.IOException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What S3 or the way to it refused, as one sentence for people. */
final class Trouble {

    private static final Set<String> MISPLACED =
            Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");

    private Trouble() {}

    static IOException of(S3Place place, String action, SdkException e) {
        IOException told = told(place, action, e);
        told.initCause(e);
        return told;
    }

    private static IOException told(S3Place place, String action, SdkException e) {
        String what = action + " at " + place;
        if (e instanceof AwsServiceException refused) {
            return refused(place, what, refused);
        }
        boolean credentials = String.valueOf(e.getMessage()).matches("(?is).*credentials.*");
        String why = e instanceof SdkClientException ? String.valueOf(e.getMessage()) : e.toString();
        return credentials
                ? new VaultException(
                        Reason.DENIED,
                        what + ": there are no credentials. " + firstLine(why) + " Check AWS's default chain.")
                : new VaultException(
                        Reason.UNREACHABLE, what + ": " + firstLine(why) + " Check the network and s3.endpoint.");
    }

    private static IOException refused(S3Place place, String what, AwsServiceException e) {
        String code = code(e);
        if (code.equals("NoSuchBucket")) {
            return new VaultException(
                    Reason.MISSING,
                    "There is no bucket " + place.bucket() + ". Make it first, or check vault of the settings.");
        }
        if (MISPLACED.contains(code) || e.statusCode() == 301) {
            return new VaultException(
                    Reason.DENIED, what + ": the bucket lies in another region. Name it in the settings (s3.region).");
        }
        if (e.statusCode() == 403 || e.statusCode() == 401) {
            return new VaultException(
                    Reason.DENIED,
                    what + " was denied (" + (code.isEmpty() ? "403" : code) + "): " + firstLine(message(e)));
        }
        return new VaultException(
                e.statusCode() >= 500 || e.isThrottlingException() ? Reason.UNREACHABLE : Reason.REFUSED,
                what + " failed with " + (code.isEmpty() ? e.statusCode() : code) + ": " + firstLine(message(e)));
    }

    /** The error code on the wire; a HEAD has no body, and then there is none. */
    static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    private static String message(AwsServiceException e) {
        String message =
                e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        return message == null ? "no message" : message;
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
