package io.exhibit.aws.delivery;

import io.exhibit.deliver.NotDelivered;
import io.exhibit.deliver.NotDelivered.Reason;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a receiver's bucket or the way to it refused, for whoever has to mend it. */
final class BucketTrouble {

    private static final Set<String> MISPLACED =
            Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");
    private static final Set<String> UNKNOWN =
            Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken");

    private final BucketSettings settings;

    BucketTrouble(BucketSettings settings) {
        this.settings = settings;
    }

    NotDelivered of(String action, SdkException e) {
        String what = action + " at " + settings.address();
        if (e instanceof AwsServiceException refused) {
            return refused(what, refused);
        }
        String why = firstLine(e.getMessage());
        return why.matches("(?is).*(credentials|profile).*")
                ? new NotDelivered(
                        Reason.LOGIN,
                        what + ": there are no credentials. " + why + " Check profile and role of the channel.",
                        e)
                : new NotDelivered(
                        Reason.UNREACHABLE, what + ": " + why + " Check the network and the channel's endpoint.", e);
    }

    private NotDelivered refused(String what, AwsServiceException e) {
        String code = code(e);
        String said = firstLine(message(e));
        if (code.equals("NoSuchBucket") || code.isEmpty() && e.statusCode() == 404) {
            return new NotDelivered(
                    Reason.REFUSED,
                    "There is no bucket " + settings.bucket() + ". Have the receiver make it, or check its name.",
                    e);
        }
        if (MISPLACED.contains(code) || e.statusCode() == 301) {
            return new NotDelivered(
                    Reason.REFUSED, what + ": the bucket lies in another region. Name it in the channel (region).", e);
        }
        if (UNKNOWN.contains(code) || e.statusCode() == 401) {
            return new NotDelivered(
                    Reason.LOGIN, what + " was denied (" + code + "): " + said + " Check profile and role.", e);
        }
        if (code.startsWith("KMS.")) {
            return new NotDelivered(
                    Reason.REFUSED,
                    what + " failed with " + code + ": " + said
                            + " Have the key of the channel (kms_key), or of the bucket, enabled for us.",
                    e);
        }
        if (e.statusCode() == 403) {
            return new NotDelivered(
                    Reason.LOGIN,
                    what + " was denied (" + (code.isEmpty() ? "403" : code) + "): " + said
                            + " It takes s3:PutObject, s3:GetObject and s3:ListBucket of the receiver's bucket, and of its"
                            + " key kms:GenerateDataKey and kms:Decrypt.",
                    e);
        }
        String failed = what + " failed with " + (code.isEmpty() ? e.statusCode() : code) + ": " + said;
        return e.statusCode() >= 500 || e.statusCode() == 409 || e.isThrottlingException()
                ? new NotDelivered(Reason.LATER, failed, e)
                : new NotDelivered(Reason.REFUSED, failed, e);
    }

    /** The error code on the wire; a HEAD has no body, and then there is none. */
    private static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    private static String message(AwsServiceException e) {
        String message =
                e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        return message == null ? "no message" : message;
    }

    private static String firstLine(String text) {
        String line = String.valueOf(text).lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
