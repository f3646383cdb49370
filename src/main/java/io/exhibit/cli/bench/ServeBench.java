package io.exhibit.cli.bench;

import io.exhibit.cli.node.Stopping;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.Observer;
import io.exhibit.run.RunClock;
import io.exhibit.schedule.FireBench;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a node holds after many fires: its look, on a vault in which nothing is owed, by Quartz's threads. */
public final class ServeBench {

    private final Path folder;
    private final int fires;
    private final Console console;

    public ServeBench(Path folder, int fires, Console console) {
        this.folder = folder;
        this.fires = fires;
        this.console = console;
    }

    /** What was held at a moment. */
    public record Held(int fires, long heap, int threads) {}

    /** At a tenth of the fires, at half of them, and at the end. */
    public List<Held> run() throws IOException {
        Wiring wiring = new Wiring(SettingsReader.defaults(folder), console);
        RunClock clock = new SystemClock();
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.seal(nothing(now));
        }
        Unattended node =
                new Unattended(wiring, clock, Stopping.never(pause -> false), List.of(), console, Observer.NONE);
        Set<Integer> moments = new TreeSet<>(Set.of(Math.max(1, fires / 10), Math.max(1, fires / 2), fires));
        List<Held> held = new java.util.ArrayList<>();
        long began = System.nanoTime();
        try {
            FireBench.look(wiring.settings().schedule().crons(), node, now, fires, n -> {
                if (moments.contains(n)) {
                    held.add(held(n));
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(ExitCode.TRY_LATER, "Interrupted.");
        }
        double each = (System.nanoTime() - began) / 1e6 / fires;
        held.forEach(h -> console.result(BenchCommand.line(
                "after %,6d fires: %.2f MB of heap after a collection of garbage, %d threads",
                h.fires(), h.heap() / 1e6, h.threads())));
        console.result(BenchCommand.line("%.1f ms for each look", each));
        return held;
    }

    /** A collection of just now, so that none is owed for a day. */
    private static RunRecord nothing(Instant now) {
        Instant ago = now.minus(Duration.ofMinutes(1));
        return new RunRecord(
                RunTime.text(ago), ago, ago, ago, Outcome.COMPLETE, "", "none", "", "", List.of(), Map.of(), List.of());
    }

    private static Held held(int fires) {
        // Twice: what was only reachable through a finalizer or a cleared reference goes the second time.
        System.gc();
        System.gc();
        return new Held(
                fires,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
