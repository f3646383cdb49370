package io.exhibit.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import io.exhibit.aws.SdkAlone;
import io.exhibit.cli.terminal.Console;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Collects, seals and judges an organization with many findings in one region, beside fetching the same findings through the
 * SDK's clients alone. One half of these is fetched before the run and the other one behind it, so that neither has
 * the warmer machine.
 */
final class CollectBench {

    private static final Target FULL = new Target("333344445555", "us-east-1");
    private static final List<String> FINDINGS = List.of("inspector2.findings", "guardduty.findings");

    private final Path folder;
    private final int inspector;
    private final int guardDuty;
    private final int warm;
    private final Console console;

    /** Seconds of wall clock and of this process's CPU. */
    private record Took(double wall, double cpu) {

        static Took begun() {
            return new Took(System.nanoTime() / 1e9, system().getProcessCpuTime() / 1e9);
        }

        Took sinceThen() {
            Took now = begun();
            return new Took(now.wall - wall, now.cpu - cpu);
        }

        Took and(Took other) {
            return new Took(wall + other.wall, cpu + other.cpu);
        }

        double microsecondsOf(long findings) {
            return 1e6 * cpu / findings;
        }
    }

    /** @param warm of each kind, at most as many as are measured */
    CollectBench(Path folder, int inspector, int guardDuty, int warm, Console console) {
        this.folder = folder;
        this.inspector = inspector;
        this.guardDuty = guardDuty;
        this.warm = warm;
        this.console = console;
    }

    void run() throws IOException {
        measure("warm", Math.min(warm, inspector), Math.min(warm, guardDuty), false);
        measure("measured", inspector, guardDuty, true);
    }

    private void measure(String name, int weaknesses, int threats, boolean told) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        SandboxOptions options = SandboxOptions.defaults()
                .withAccounts(3)
                .withFindings(weaknesses)
                .withThreats(threats);
        try (SandboxProcess sandbox = SandboxProcess.start(place, options);
                SdkAlone sdk = new SdkAlone(sandbox.endpoint(), FULL);
                BenchVault bench = new BenchVault(place, sandbox.endpoint(), false, 4, console)) {
            Took start = Took.begun();
            long fetched = sdk.fetch(weaknesses / 2, threats / 2);
            Took alone = start.sinceThen();
            start = Took.begun();
            List<Unit> asked = bench.askAlone();
            Took unkept = start.sinceThen();
            start = Took.begun();
            RunRecord run = bench.collect();
            Took collected = start.sinceThen();
            start = Took.begun();
            bench.askAlone();
            unkept = unkept.and(start.sinceThen());
            if (found(asked) != found(run.units())) {
                throw new IOException("a run that kept nothing found " + found(asked) + " findings, the sealed one "
                        + found(run.units()));
            }
            start = Took.begun();
            fetched += sdk.fetch(weaknesses, threats);
            alone = alone.and(start.sinceThen());
            start = Took.begun();
            bench.assess(run);
            Took judged = start.sinceThen();
            if (told) {
                tell(run, fetched, alone, collected);
                tellSealing(unkept, collected);
                console.result(BenchCommand.line("judge    the run in %.1f s, %.1f s CPU", judged.wall, judged.cpu));
                console.result(BenchCommand.line(
                        "heap     peak %d MB of %d MB; the sandbox had a process of its own (%.0f s CPU)",
                        BenchVault.heapPeak() >> 20, Runtime.getRuntime().maxMemory() >> 20, sandbox.cpu()));
            }
        }
    }

    /** Two runs that kept nothing lie around the one that was sealed. */
    private void tellSealing(Took unkept, Took collected) {
        console.result(BenchCommand.line(
                "sealing  adds %.1f %% of CPU and %.1f %% of time to the same run kept nowhere (%.1f s CPU, %.1f s, mean of two around it)",
                100 * (2 * collected.cpu / unkept.cpu - 1),
                100 * (2 * collected.wall / unkept.wall - 1),
                unkept.cpu / 2,
                unkept.wall / 2));
    }

    private static long found(List<Unit> units) {
        return units.stream()
                .filter(each -> each.target().equals(FULL))
                .flatMap(each -> each.parts().stream())
                .filter(part -> FINDINGS.contains(part.source()))
                .mapToLong(Part::items)
                .sum();
    }

    private void tell(RunRecord run, long fetched, Took alone, Took collected) throws IOException {
        Unit unit = run.units().stream()
                .filter(each -> each.target().equals(FULL))
                .findFirst()
                .orElseThrow();
        long found = found(run.units());
        if (found != fetched) {
            throw new IOException("collected " + found + " findings, and the SDK alone fetched " + fetched);
        }
        console.result(BenchCommand.line(
                "alone    %d findings through the SDK's clients alone in %.1f s, %.1f s CPU: %.1f us a finding",
                fetched, alone.wall, alone.cpu, alone.microsecondsOf(fetched)));
        console.result(BenchCommand.line(
                "collect  as many in a whole run, sealed, in %.1f s, %.1f s CPU: %.1f us a finding, %.2f times the SDK alone",
                collected.wall,
                collected.cpu,
                collected.microsecondsOf(found),
                collected.microsecondsOf(found) / alone.microsecondsOf(found)));
        console.result(BenchCommand.line(
                "sealed   %d units, the one with the findings of %.1f MB",
                run.units().size(), unit.bytes() / 1e6));
    }

    private static OperatingSystemMXBean system() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
