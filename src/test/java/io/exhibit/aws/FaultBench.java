package io.exhibit.aws;

import io.exhibit.aws.Collecting.Collected;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.FaultKind;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A simulated organization and clients for it, asked for one source at a time under one fault after another. Nothing waits:
 * time is up when the sandbox says that it lets the client wait.
 */
final class FaultBench implements AutoCloseable {

    static final SandboxOptions OPTIONS = SandboxOptions.defaults().withNow(Instant.parse("2026-10-15T02:15:00Z"));

    /** One item a page, so that every list has a later page; the times are never reached. */
    private static final HttpLimits LIMITS = new HttpLimits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(40),
            Duration.ofSeconds(60),
            2,
            Duration.ofMillis(1),
            1 << 18,
            1 << 20,
            1);

    /** A broken call: which page of a list, or which call of what is no list, and how. */
    record Case(Source source, String operation, boolean list, int from, Fault fault) {

        Target target() {
            return Collecting.target(source);
        }

        @Override
        public String toString() {
            return source.key() + " " + operation + "#" + from + "=" + fault;
        }

        /** The sandbox knows a service by its name in the signature. */
        private FaultSpec spec() {
            return FaultSpec.parse(operation.replace(':', '.').replaceFirst("^cloudwatch", "monitoring") + "="
                    + fault.kind().word() + "#" + (list ? from : 1));
        }
    }

    private final Sandbox sandbox;
    private final HandTimer timer = new HandTimer();
    private final BrokenWire wire = new BrokenWire(timer::ring);
    private final AtomicInteger struck = new AtomicInteger();
    final Collecting aws;

    FaultBench() {
        try {
            sandbox = Sandbox.start(OPTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sandbox.watch(this::strikes);
        aws = new Collecting(new AwsClients(
                AwsSettings.simulated(sandbox.endpoint()).limited(LIMITS).consenting(List.of("SOC 1", "SOC 2")),
                () -> OPTIONS.now(),
                duration -> {},
                timer,
                wire::over));
        aws.landscape.enter();
        // Now, so that what is broken later is the call that was meant.
        aws.landscape.assume(Collecting.WORKLOAD);
    }

    private void strikes(FaultKind kind) {
        struck.incrementAndGet();
        if (kind == FaultKind.SLOW || kind == FaultKind.SILENT) {
            timer.ring();
        }
    }

    /** What a source brings with a fault, and how many requests that struck. */
    record Struck(Collected collected, int requests) {}

    Struck under(Case broken) {
        int before = struck.get() + wire.struck();
        Collected collected = aws.collect(broken.source().key(), broken.target(), (operation, paged, number) -> {
            boolean now = operation.equals(broken.operation()) && number >= broken.from();
            wire.breaks(now ? broken.fault().wire() : null);
            if (now && number == broken.from() && broken.fault().kind() != null) {
                sandbox.faults(List.of(broken.spec()));
            }
        });
        mend();
        return new Struck(collected, struck.get() + wire.struck() - before);
    }

    /** What a source brings whose first request of an operation gets this answer, and all others the sandbox's. */
    Collected answering(Source source, String operation, int status, byte[] body) throws IOException {
        try (Loopback server = new Loopback(exchange -> Loopback.send(exchange, status, body))) {
            boolean[] sent = {false};
            return aws.collect(source.key(), Collecting.target(source), (asked, paged, number) -> {
                boolean first = asked.equals(operation) && !sent[0];
                sent[0] |= first;
                wire.sendsTo(first ? server.uri() : null);
            });
        } finally {
            wire.sendsTo(null);
        }
    }

    void breaks(String spec) {
        sandbox.faults(List.of(FaultSpec.parse(spec)));
    }

    void mend() {
        wire.breaks(null);
        sandbox.faults(List.of());
    }

    @Override
    public void close() {
        aws.close();
        wire.close();
        sandbox.close();
    }
}
