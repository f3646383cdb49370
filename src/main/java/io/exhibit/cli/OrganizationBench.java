package io.exhibit.cli;

import io.exhibit.aws.AwsClients;
import io.exhibit.control.Book;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Collects a large organization with AWS's limits in force, at the distance of a network, beside what distance alone would cost. */
final class OrganizationBench {

    /** How large, how far, and how many units at a time. */
    record Size(int accounts, int regions, Duration latency, int parallel) {}

    private final Path folder;
    private final Size size;
    private final Console console;

    OrganizationBench(Path folder, Size size, Console console) {
        this.folder = folder;
        this.size = size;
        this.console = console;
    }

    void run() throws IOException {
        SandboxOptions options = SandboxOptions.defaults()
                .withAccounts(size.accounts())
                .withRegions(size.regions())
                .withLatency(size.latency())
                .withLimits(true);
        try (Sandbox sandbox = Sandbox.start(options)) {
            Settings settings = SettingsReader.defaults(folder)
                    .withEndpoint(sandbox.endpoint())
                    .withParallel(size.parallel());
            Wiring wiring = new Wiring(settings, console);
            SimulatedClock clock = new SimulatedClock(DemoMonth.FIRST_RUN);
            // Of zeros, and gone with the folder: no key to give to anybody.
            Keys.save(SigningKey.of(new byte[32]), settings.key());
            Book book = wiring.book();
            try (Vault vault = wiring.vaultToWrite(clock);
                    AwsClients clients = wiring.pacedClients(clock, sandbox)) {
                long start = System.nanoTime();
                RunRecord run = wiring.collectRun(vault, clients, clock, Pauses::real, book, Demo.ENDPOINT)
                        .collect(DemoMonth.FIRST_RUN);
                report(run, (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private void report(RunRecord run, double wall) {
        List<Part> parts =
                run.units().stream().flatMap(unit -> unit.parts().stream()).toList();
        long requests = parts.stream().mapToLong(Part::requests).sum();
        long throttled = parts.stream()
                .flatMap(part -> part.gaps().stream())
                .filter(gap -> gap.cause() == Cause.THROTTLED)
                .count();
        long gaps = parts.stream().mapToLong(part -> part.gaps().size()).sum();
        double distance = requests * size.latency().toMillis() / 1e3 / size.parallel();
        console.result(BenchCommand.line(
                "collect  %d units, %d calls, %d requests in %.1f s, %d units at a time",
                run.units().size(), parts.stream().mapToLong(Part::calls).sum(), requests, wall, size.parallel()));
        console.result(BenchCommand.line(
                "         distance alone %.1f s, %.0f CPU seconds with the sandbox's (%.1f ms a request)",
                distance, cpu(), 1e3 * cpu() / requests));
        console.result(BenchCommand.line(
                "gaps     %d in all, %d of them throttled out; heap peak %d MB of %d MB, sandbox included",
                gaps,
                throttled,
                CollectBench.heapPeak() >> 20,
                Runtime.getRuntime().maxMemory() >> 20));
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
