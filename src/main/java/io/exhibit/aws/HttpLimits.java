package io.exhibit.aws;

import java.time.Duration;

/**
 * Time and size limits; for a slow or an endless body the SDK sets none.
 *
 * @param connect until a connection stands
 * @param silence between two packets
 * @param attempt for one attempt, body included
 * @param call for all attempts of one page
 * @param attempts at most, the first one included
 * @param backoff before the second attempt; doubles up to twenty times itself
 * @param answerBytes of one answer
 * @param documentBytes of one downloaded document
 * @param pageItems asked for in one page; an operation that allows fewer is asked for as many as it allows
 */
public record HttpLimits(
        Duration connect,
        Duration silence,
        Duration attempt,
        Duration call,
        int attempts,
        Duration backoff,
        int answerBytes,
        long documentBytes,
        int pageItems) {

    /** The same with other times for an attempt and for a call. */
    public HttpLimits within(Duration oneAttempt, Duration wholeCall) {
        return new HttpLimits(
                connect, silence, oneAttempt, wholeCall, attempts, backoff, answerBytes, documentBytes, pageItems);
    }

    /** The same with another wait before the second attempt. */
    public HttpLimits patient(Duration first) {
        return new HttpLimits(connect, silence, attempt, call, attempts, first, answerBytes, documentBytes, pageItems);
    }

    /** What is asked of AWS unless somebody says otherwise; the SDK itself sets no limit of time or size. */
    public static HttpLimits defaults() {
        return new HttpLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(45),
                Duration.ofMinutes(3),
                5,
                Duration.ofSeconds(1),
                64 << 20,
                200L << 20,
                1000);
    }
}
