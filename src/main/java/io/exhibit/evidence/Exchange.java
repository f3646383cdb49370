package io.exhibit.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request and the exact bytes of its answer; one for every attempt of every page.
 *
 * @param call the question that it belongs to
 * @param page 1 for the first page
 * @param attempt 1 for the first attempt of the page
 * @param outcome what was made of it
 * @param at when the answer had come (or had failed to), by the local clock
 * @param requestId the AWS request id, or ""
 * @param request head reduced to method, target, Content-Type and X-Amz-Target; body as sent
 * @param response absent ({@code null}) when no answer came
 * @param error one line when no answer came, otherwise ""
 * @param cuts paths of values that were cut before the digest, such as {@code /documentPresignedUrl}
 */
public record Exchange(
        Call call,
        int page,
        int attempt,
        Outcome outcome,
        Instant at,
        String requestId,
        Request request,
        Response response,
        String error,
        List<String> cuts) {

    /** What was made of an exchange. */
    public enum Outcome {
        /** Believed: the guard found what the operation answers. */
        ANSWER,
        /** An error that is a fact ("no password policy"). */
        FACT,
        /** An attempt that was followed by another one. */
        RETRIED,
        /** The last attempt of a call that ended in a gap. */
        GAP
    }

    /** The request: {@code uri} is path and query as sent, the host stands in the header {@code Host}. */
    public record Request(String method, String uri, Map<String, String> headers, byte[] body) {}

    /** The answer: headers in the order of their names, names in lower case; the body is the entity, de-chunked, otherwise untouched. */
    public record Response(int status, Map<String, String> headers, byte[] body) {}
}
