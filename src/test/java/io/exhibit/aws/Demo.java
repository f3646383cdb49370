package io.exhibit.aws;

import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The simulated organization in the middle of its month, when every operation has something to ask. */
final class Demo implements AutoCloseable {

    /** One item a page, so that every list has a later page; half a second is long on loopback, also under load. */
    private static final HttpLimits SMALL_PAGES = new HttpLimits(
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            2,
            Duration.ofMillis(1),
            64 << 20,
            1 << 20,
            1);

    final Sandbox sandbox;
    final Collecting aws;

    private Demo(HttpLimits limits) {
        try {
            sandbox = Sandbox.start(SandboxOptions.defaults().withNow(Instant.parse("2026-10-15T02:15:00Z")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        aws = new Collecting(
                AwsSettings.simulated(sandbox.endpoint()).limited(limits).consenting(List.of("SOC 1", "SOC 2")));
        aws.landscape.enter();
    }

    static Demo open() {
        return new Demo(Collecting.QUICK);
    }

    static Demo withSmallPages() {
        return new Demo(SMALL_PAGES);
    }

    Demo faults(String... specs) {
        sandbox.faults(Arrays.stream(specs).map(FaultSpec::parse).toList());
        return this;
    }

    @Override
    public void close() {
        aws.close();
        sandbox.close();
    }
}
