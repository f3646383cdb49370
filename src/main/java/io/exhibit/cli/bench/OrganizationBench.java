package io.exhibit.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import io.exhibit.cli.terminal.Console;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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
        try (Sandbox sandbox = Sandbox.start(options);
                BenchVault bench = new BenchVault(folder, sandbox.endpoint(), true, size.parallel(), console)) {
            long start = System.nanoTime();
            RunRecord run = bench.collect();
            report(run, (System.nanoTime() - start) / 1e9);
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
        double cpu = process().getProcessCpuTime() / 1e9;
        int cores = process().getAvailableProcessors();
        console.result(BenchCommand.line(
                "bound    distance alone %.1f s; CPU alone %.1f s on %d cores (%.0f s in all, at least %.0f s of them the"
                        + " sandbox's; %.1f ms a request)",
                distance, cpu / cores, cores, cpu, sandbox(), 1e3 * cpu / requests));
        console.result(BenchCommand.line(
                "gaps     %d in all, %d of them throttled out; heap peak %d MB of %d MB, sandbox included",
                gaps,
                throttled,
                BenchVault.heapPeak() >> 20,
                Runtime.getRuntime().maxMemory() >> 20));
    }

    private static OperatingSystemMXBean process() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    /** CPU seconds of the sandbox's threads that have not ended yet. */
    private static double sandbox() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(thread ->
                                thread != null && thread.getThreadName().equals("sandbox"))
                        .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                        .sum()
                / 1e9;
    }
}
