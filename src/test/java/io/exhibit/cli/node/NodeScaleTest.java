package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.Main;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a second and a third node add, each held to a share of a core by the kernel. On demand, as root, on a machine that is quiet:
 * {@code -Dexhibit.scale=60} takes so many accounts.
 */
@OneJdk
class NodeScaleTest {

    private static final int ACCOUNTS = Integer.getInteger("exhibit.scale", 0);
    private static final int FINDINGS = Integer.getInteger("exhibit.scale.findings", 20_000);
    private static final int PERCENT = Integer.getInteger("exhibit.scale.percent", 50);
    private static final int NIGHTS = Integer.getInteger("exhibit.scale.nights", 3);
    private static final int PARALLEL = Integer.getInteger("exhibit.scale.parallel", 8);
    private static final String NODES = System.getProperty("exhibit.scale.nodes", "1,2,3");
    private static final Path CONTROL = Path.of(System.getProperty("exhibit.cgroup", "/sys/fs/cgroup/cpu"));

    @TempDir
    private Path folder;

    /** Where the nodes' processors are the bound. */
    @Test
    void nodesHeldToAShareOfACore() throws Exception {
        assumeTrue(ACCOUNTS > 0, "on demand: -Dexhibit.scale=60");
        assumeTrue(Files.isWritable(CONTROL), "needs the cpu controller at " + CONTROL);
        measure(
                SandboxOptions.defaults()
                        .withAccounts(ACCOUNTS)
                        .withFindings(FINDINGS)
                        .withAlike(true),
                PERCENT);
    }

    /** Where AWS's limits are: one account with many users, which one node asks. */
    @Test
    void nodesHeldByTheLimitsOfAws() throws Exception {
        int users = Integer.getInteger("exhibit.scale.users", 0);
        assumeTrue(users > 0, "on demand: -Dexhibit.scale.users=2000");
        measure(SandboxOptions.defaults().withAccounts(2).withUsers(users).withLimits(true), 100);
    }

    private void measure(SandboxOptions options, int percent) throws Exception {
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        try (NodeKit kit = new NodeKit(folder, options)) {
            for (String nodes : NODES.split(",")) {
                nights(kit, Integer.parseInt(nodes), percent);
            }
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    private void nights(NodeKit kit, int count, int percent) throws Exception {
        // The calendar itself has nothing to do: each night is handed out by hand.
        try (NodeKit.Round round = kit.round("schedule: {collect: '0 0 0 29 2 ?', pack: '0 0 0 29 2 ?'}", PARALLEL)) {
            List<Process> nodes = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                nodes.add(round.node("node" + n, held(kit.java, "exhibit-" + n, percent)));
            }
            for (int night = 1; night <= NIGHTS; night++) {
                night(round, nodes, night);
            }
            for (Process node : nodes) {
                node.destroy();
            }
            for (Process node : nodes) {
                assertThat(node.waitFor(40, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private void night(NodeKit.Round round, List<Process> nodes, int night) throws Exception {
        ready(round, nodes.size());
        List<Double> before = cpu(nodes);
        double servers = here();
        List<long[]> periods = periods(nodes.size());
        Consoles said = Consoles.listening();
        assertThat(Main.run(
                        said.console(),
                        "schedule",
                        "run",
                        "collect",
                        "--settings",
                        round.file().toString()))
                .as(said.err())
                .isZero();
        RunRecord run = sealed(round, night);
        Instant judged = Instant.now();
        assertThat(run.outcome()).as(run.reason()).isNotEqualTo(Outcome.FAILED);
        List<Part> parts =
                run.units().stream().flatMap(unit -> unit.parts().stream()).toList();
        List<Double> after = cpu(nodes);
        StringBuilder figures = new StringBuilder();
        for (int n = 0; n < nodes.size(); n++) {
            long[] was = periods.get(n);
            long[] is = periods(nodes.size()).get(n);
            figures.append(String.format(
                    Locale.ROOT,
                    " %.1f s (held %d %%)",
                    after.get(n) - before.get(n),
                    100 * (is[1] - was[1]) / Math.max(1, is[0] - was[0])));
        }
        System.out.printf(
                Locale.ROOT,
                "%d nodes, night %d: collected in %.1f s, judged %.1f s after; %d units, %d items, %d requests, %d gaps; CPU of nodes%s,"
                        + " of AWS and the measuring %.1f s%n",
                nodes.size(),
                night,
                seconds(run.started(), run.finished()),
                seconds(run.finished(), judged),
                run.units().size(),
                parts.stream().mapToLong(Part::items).sum(),
                parts.stream().mapToLong(Part::requests).sum(),
                parts.stream().mapToLong(part -> part.gaps().size()).sum(),
                figures,
                here() - servers);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    /** Waits until all nodes are there and nobody has anything to do. */
    private static void ready(NodeKit.Round round, int count) throws Exception {
        try (Cluster cluster = Cluster.of(round.settings, "measuring")) {
            while (cluster.nodes().all().stream().filter(node -> node.alive()).count() < count
                    || cluster.shares().open().isPresent()) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        while (round.readyNodes() < count) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Waits until the night is sealed and judged. */
    private static RunRecord sealed(NodeKit.Round round, int nights) throws Exception {
        Wiring wiring = new Wiring(round.settings, Consoles.listening().console());
        Instant until = Instant.now().plus(Duration.ofMinutes(20));
        while (Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(500);
            if (!wiring.hasVault()) {
                continue;
            }
            try (Vault vault = wiring.vaultToRead()) {
                List<String> ids = vault.runIds();
                if (ids.size() == nights && vault.unassessed().isEmpty()) {
                    return vault.run(ids.get(nights - 1));
                }
            }
        }
        throw new AssertionError("not sealed:\n" + round.said("node0"));
    }

    /** The command, in a group of the kernel that gives it so much of one core, and with the compiler that serve has. */
    private static List<String> held(List<String> java, String group, int percent) throws IOException {
        Path own = CONTROL.resolve(group);
        Files.createDirectories(own);
        Files.writeString(own.resolve("cpu.cfs_period_us"), "100000");
        Files.writeString(own.resolve("cpu.cfs_quota_us"), String.valueOf(percent * 1000));
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "echo $$ > '" + own.resolve("cgroup.procs") + "' && exec \"$@\"", "sh"));
        for (String word : java) {
            if (!word.equals("-XX:TieredStopAtLevel=1")) {
                command.add(word);
            }
        }
        int at = command.indexOf("-cp");
        command.addAll(
                at,
                List.of(
                        "-Xmx512m",
                        "-XX:Tier4InvocationThreshold=50000",
                        "-XX:Tier4MinInvocationThreshold=6000",
                        "-XX:Tier4CompileThreshold=150000",
                        "-XX:Tier4BackEdgeThreshold=400000"));
        return command;
    }

    /** Of each group, periods in all and those in which it was held. */
    private static List<long[]> periods(int count) throws IOException {
        List<long[]> all = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            all.add(Files.readAllLines(CONTROL.resolve("exhibit-" + n).resolve("cpu.stat")).stream()
                    .filter(line -> line.startsWith("nr_periods") || line.startsWith("nr_throttled"))
                    .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                    .toArray());
        }
        return all;
    }

    private static List<Double> cpu(List<Process> processes) {
        return processes.stream().map(process -> cpu(process.toHandle())).toList();
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
    }

    /** Of this process, in which the simulated AWS runs. */
    private static double here() {
        return cpu(ProcessHandle.current());
    }
}
