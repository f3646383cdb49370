package io.exhibit.aws;

import io.exhibit.collect.Causes;
import io.exhibit.collect.Failure;
import io.exhibit.collect.Landscape;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * What the SDK's exceptions mean. Goes by the error code on the wire, because access denied is no class of its own in half
 * of the services, and never by an object's text, because that prints signed addresses.
 */
final class AwsCauses implements Causes {

    private static final Set<String> DENIED =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError");

    /** What a region that is not enabled answers, and what wrong credentials get as well. */
    private static final Set<String> UNKNOWN_HERE =
            Set.of("AuthFailure", "OptInRequired", "UnrecognizedClientException", "InvalidClientTokenId");

    private static final Set<String> CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired",
            "RequestTimeTooSkewed",
            "InvalidToken",
            "InvalidAccessKeyId",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException");

    private static final Set<String> NOT_READY = Set.of("ReportInProgress", "ReportNotPresent", "ReportExpired");
    private static final Set<String> THROTTLED = Set.of("LimitExceeded", "LimitExceededException");

    /** Security Hub says with one code that it is off and that the caller may not ask. */
    private static final String NO_ACCESS = "InvalidAccessException";

    private static final String OFF = "not subscribed";

    /** Where the host's name is another one than the IAM prefix. */
    private static final Map<String, String> HOSTS = Map.of("cloudwatch", "monitoring");

    /** The SDK has no class of its own for it, neither where it finds none nor where a sign-in has expired. */
    private static final Pattern NO_CREDENTIALS = Pattern.compile("(?i)credentials|\\bsso\\b");

    private final Landscape landscape;

    /** @param landscape tells which regions an account has enabled */
    AwsCauses(Landscape landscape) {
        this.landscape = landscape;
    }

    /** The error code on the wire, or "". */
    static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    @Override
    public Optional<Failure> of(Call call, Target target, RuntimeException thrown) {
        if (thrown instanceof AwsServiceException e) {
            return Optional.of(answered(call, target, e));
        }
        if (thrown instanceof Undownloaded e) {
            return Optional.of(new Failure(e.reason(), "", e.getMessage(), ""));
        }
        RefusedAnswer refused = find(thrown, RefusedAnswer.class);
        if (refused != null) {
            return Optional.of(new Failure(refused.reason(), "", refused.getMessage(), ""));
        }
        boolean silent = thrown instanceof SdkClientException && !(thrown instanceof AbortedException);
        return silent ? Optional.of(unanswered(call, target, thrown)) : Optional.empty();
    }

    private Failure answered(Call call, Target target, AwsServiceException e) {
        String code = code(e);
        String said = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        String message = said == null || said.isBlank() ? "HTTP status " + e.statusCode() : said;
        Cause cause = cause(target, e, code, message);
        if (e instanceof StsException && !call.operation().startsWith("sts:") && cause.isDenial()) {
            cause = Cause.ASSUME_ROLE_DENIED;
        }
        return new Failure(cause, code, message, e.requestId() == null ? "" : e.requestId());
    }

    private Cause cause(Target target, AwsServiceException e, String code, String message) {
        if (DENIED.contains(code)) {
            return Denials.cause(message);
        }
        if (code.equals(NO_ACCESS) && !message.contains(OFF)) {
            return Denials.cause(message);
        }
        if (UNKNOWN_HERE.contains(code)) {
            return isDisabled(target) ? Cause.REGION_DISABLED : Cause.CREDENTIALS;
        }
        if (CREDENTIALS.contains(code)) {
            return Cause.CREDENTIALS;
        }
        if (code.equals("RegionDisabledException")) {
            return Cause.REGION_DISABLED;
        }
        if (e.isThrottlingException() || THROTTLED.contains(code)) {
            return Cause.THROTTLED;
        }
        return NOT_READY.contains(code) ? Cause.NOT_READY : Cause.FAILED;
    }

    /** Only when the account's own list of regions says so too. */
    private boolean isDisabled(Target target) {
        return !target.isGlobal()
                && landscape
                        .regions(target.account())
                        .map(enabled -> !enabled.contains(target.region()))
                        .orElse(false);
    }

    private static Failure unanswered(Call call, Target target, RuntimeException e) {
        if (find(e, ApiCallAttemptTimeoutException.class) != null
                || find(e, ApiCallTimeoutException.class) != null
                || find(e, SocketTimeoutException.class) != null) {
            return silent(Cause.TIMED_OUT, "no complete answer came in time");
        }
        BrokenBody broken = find(e, BrokenBody.class);
        if (broken != null) {
            return silent(Cause.MALFORMED, broken.getMessage());
        }
        if (find(e, UnknownHostException.class) != null) {
            return isOffered(call, target)
                    ? silent(Cause.UNREACHABLE, "the name of the endpoint has no address")
                    : silent(Cause.NOT_AVAILABLE, "the service has no endpoint in " + target.region());
        }
        if (find(e, ConnectException.class) != null || find(e, SSLException.class) != null) {
            return silent(Cause.UNREACHABLE, "no connection to the endpoint could be made");
        }
        if (e.getMessage() != null && NO_CREDENTIALS.matcher(e.getMessage()).find()) {
            return silent(Cause.CREDENTIALS, "no credentials were found, or they have expired");
        }
        if (find(e, IOException.class) != null) {
            return silent(Cause.UNREACHABLE, "the connection broke before an answer came");
        }
        return silent(Cause.MALFORMED, "the answer could not be read");
    }

    private static boolean isOffered(Call call, Target target) {
        String prefix = call.operation().substring(0, call.operation().indexOf(':'));
        String service = prefix.matches("elb(v2)?") ? "elasticloadbalancing" : prefix;
        return target.isGlobal()
                || ServiceMetadata.of(HOSTS.getOrDefault(service, service)).regions().stream()
                        .anyMatch(region -> region.id().equals(target.region()));
    }

    private static Failure silent(Cause cause, String message) {
        return new Failure(cause, "", message, "");
    }

    private static <E extends Throwable> E find(Throwable thrown, Class<E> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
