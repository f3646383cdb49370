package io.exhibit.sandbox;

import io.exhibit.sandbox.api.Downloads;
import io.exhibit.sandbox.wire.Answer;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.world.Accounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides which call fails, and how. */
final class Faults {
    static final String POLICY =
            "arn:aws:organizations::" + Accounts.MANAGEMENT + ":policy/o-exh1b1torg/service_control_policy/p-fault001";
    private static final List<String> GLOBAL =
            List.of("iam", "organizations", "account", "artifact", "shield", "s3", "s3control", "cloudfront");

    private final List<FaultSpec> specs;
    private final Pages pages;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final CountDownLatch lifted = new CountDownLatch(1);

    Faults(List<FaultSpec> specs, Pages pages) {
        this.specs = List.copyOf(specs);
        this.pages = pages;
    }

    Optional<FaultKind> on(Ask ask, Operation operation) {
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        int page = operation.paged() ? pages.number(ask) : count(ask);
        return specs.stream()
                .filter(spec -> spec.service().equals(ask.service()))
                .filter(spec -> spec.operation().isEmpty() || spec.operation().equals(operation.name()))
                .filter(spec -> spec.account().isEmpty() || spec.account().equals(ask.account()))
                .filter(spec -> spec.region().isEmpty() || inRegion(spec, ask))
                .filter(spec -> spec.kind().isOfOnePage() ? page == spec.fromPage() : page >= spec.fromPage())
                .map(FaultSpec::kind)
                .findFirst()
                .filter(kind -> kind != FaultKind.THROTTLED_ONCE || asked.add(ask.fingerprint()));
    }

    /** Throws what AWS would answer, for the kinds that are errors of AWS's. */
    static void refuse(FaultKind kind, AwsService service, Ask ask) {
        switch (kind) {
            case DENIED -> throw service.refusals().denied(ask);
            case SCP_DENIED -> throw service.refusals().deniedByPolicy(ask, POLICY);
            case THROTTLED, THROTTLED_ONCE, ERROR_IN_200 ->
                throw service.refusals().throttledNow();
            case ERROR -> throw service.refusals().failedNow();
            case EXPIRED -> throw service.refusals().expiredNow();
            case SKEWED -> throw service.protocol().skewed();
            default -> {}
        }
    }

    /** What S3 would answer, for the kinds that are errors. */
    static Optional<Answer> refusedDownload(FaultKind kind) {
        return switch (kind) {
            case DENIED, SCP_DENIED -> Optional.of(Downloads.refused(403, "AccessDenied", "Access Denied"));
            case EXPIRED, SKEWED -> Optional.of(Downloads.refused(403, "AccessDenied", "Request has expired"));
            case THROTTLED, THROTTLED_ONCE ->
                Optional.of(Downloads.refused(503, "SlowDown", "Please reduce your request rate."));
            case ERROR -> Optional.of(Downloads.refused(500, "InternalError", "We encountered an internal error."));
            case WRONG_OPERATION, ERROR_IN_200 ->
                Optional.of(Downloads.refused(200, "NoSuchKey", "The key does not exist."));
            default -> Optional.empty();
        };
    }

    /** Waits; an answer that takes its time ends when its fault is lifted. */
    boolean lastFor(Duration time) throws InterruptedException {
        return !lifted.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void lift() {
        lifted.countDown();
    }

    private static boolean inRegion(FaultSpec spec, Ask ask) {
        boolean global = spec.region().equals("global") && GLOBAL.contains(ask.service());
        return global || spec.region().equals(ask.region());
    }

    private int count(Ask ask) {
        String call = String.join("|", ask.service(), ask.operation(), ask.account(), ask.region());
        return calls.computeIfAbsent(call, key -> new AtomicInteger()).incrementAndGet();
    }
}
