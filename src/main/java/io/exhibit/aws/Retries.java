package io.exhibit.aws;

import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The SDK's standard retries with our own bounds. IAM's LimitExceeded ("no more capacity to launch new report generation
 * tasks") is a matter of waiting too, which the SDK does not know.
 */
final class Retries {

    private Retries() {}

    /** @param throttled counts attempts that AWS asked to slow down and that are made once more */
    static RetryStrategy of(HttpLimits limits, LongAdder throttled) {
        BackoffStrategy backoff = BackoffStrategy.exponentialDelay(
                limits.backoff(), limits.backoff().multipliedBy(20));
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(limits.attempts())
                .retryOnException(Retries::isFull)
                .treatAsThrottling(thrown -> isThrottled(thrown, throttled))
                // Its clients speak for many accounts; where one of them is throttled, the others may still ask again.
                .circuitBreakerEnabled(false)
                .backoffStrategy(backoff)
                .throttlingBackoffStrategy(backoff)
                .build();
    }

    private static boolean isThrottled(Throwable thrown, LongAdder throttled) {
        boolean slow = isFull(thrown) || thrown instanceof AwsServiceException e && e.isThrottlingException();
        if (slow) {
            throttled.increment();
        }
        return slow;
    }

    private static boolean isFull(Throwable thrown) {
        return thrown instanceof AwsServiceException e && "LimitExceeded".equals(AwsCauses.code(e));
    }
}
