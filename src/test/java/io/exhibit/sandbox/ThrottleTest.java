package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Caller;
import io.exhibit.sandbox.wire.Json;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle = new Throttle(nanos::get);

    @Test
    void listRootsMayBeCalledTwiceAtOnceAndThenOnceASecond() {
        Ask ask = ask("organizations", "ListRoots", "111122223333");
        assertThat(allowed(5, ask)).isEqualTo(2);
        nanos.addAndGet(1_000_000_000L);
        assertThat(allowed(5, ask)).isEqualTo(1);
        nanos.addAndGet(60_000_000_000L);
        assertThat(allowed(5, ask)).isEqualTo(2);
    }

    @Test
    void ec2HasOneBucketOfAHundredForAllItsCalls() {
        assertThat(allowed(70, ask("ec2", "DescribeRegions", "111122223333"))
                        + allowed(70, ask("ec2", "DescribeSecurityGroups", "111122223333")))
                .isEqualTo(100);
    }

    @Test
    void accountsDoNotShareABucket() {
        assertThat(allowed(20, ask("iam", "ListUsers", "111122223333"))).isEqualTo(10);
        assertThat(allowed(20, ask("iam", "ListUsers", "222233334444"))).isEqualTo(10);
    }

    @Test
    void limitsAreInForceOnlyWhenAskedFor() throws Exception {
        assertThat(throttledOf20(SandboxOptions.defaults())).isZero();
        assertThat(throttledOf20(SandboxOptions.defaults().withLimits(true))).isBetween(15, 18);
    }

    private static int throttledOf20(SandboxOptions options) throws Exception {
        try (Sandbox sandbox = Sandbox.start(options)) {
            int throttled = 0;
            for (int i = 0; i < 20; i++) {
                String body = Calls.all()
                        .get("organizations.ListRoots")
                        .on(Probe.of(sandbox))
                        .body();
                throttled += body.contains("TooManyRequestsException") ? 1 : 0;
            }
            return throttled;
        }
    }

    private int allowed(int calls, Ask ask) {
        return (int) IntStream.range(0, calls).filter(i -> throttle.allows(ask)).count();
    }

    private static Ask ask(String service, String operation, String account) {
        Caller caller = new Caller(account, "arn", "id");
        return new Ask(
                caller,
                service,
                "us-east-1",
                "POST",
                "/",
                operation,
                Map.of(),
                Json.read(new byte[0]),
                Ask.Paging.USUAL);
    }
}
