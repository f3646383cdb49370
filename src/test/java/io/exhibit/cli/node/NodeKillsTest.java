package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.cli.wiring.VaultWiring;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.schedule.cluster.Postgres;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.Store;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes that share nights, hurt at random moments: killed, stopped for a while, cut off from their database or from the
 * vault, or with a database that restarts. Nothing is lost, nothing is there twice. On demand: {@code -Dtest.heap="-Xmx1g -Dexhibit.moments=100"} takes a hundred
 * moments; {@link SharedNightsTest} takes the steps one by one.
 */
@OneJdk
class NodeKillsTest {

    private static final int MOMENTS = Integer.getInteger("exhibit.moments", 0);
    private static final long SEED = Long.getLong("exhibit.seed", 20261129L);
    private static final int PER_ROUND = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("exhibit.patience", 240));
    private static final List<String> NAMES = List.of("a", "b", "c");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<Long> takeovers = new ArrayList<>();

    @Test
    void nothingIsLostAndNothingIsThereTwice() throws Exception {
        assumeTrue(MOMENTS > 0, "on demand: -Dexhibit.moments=100");
        SandboxOptions options =
                SandboxOptions.defaults().withAccounts(4).withUsers(3).withLatency(Duration.ofMillis(20));
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        try (NodeKit kit = new NodeKit(folder, options)) {
            for (int left = MOMENTS; left > 0; left -= PER_ROUND) {
                round(kit, Math.min(left, PER_ROUND));
            }
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
        System.out.println("Moments " + kinds + ", taken over after (ms): "
                + takeovers.stream().sorted().toList());
        assertThat(kinds.values().stream().mapToInt(n -> n).sum()).isEqualTo(MOMENTS);
    }

    /** One vault: October has a run, so that its pack is owed; nights come every twenty seconds of this very hour. */
    private void round(NodeKit kit, int moments) throws Exception {
        ZonedDateTime now = Instant.now().atZone(ZoneOffset.UTC);
        ZonedDateTime earlier = now.minusMonths(1);
        String hours = now.getHour() + "," + now.plusHours(1).getHour();
        // The same day of two months; of the earlier one only as many seconds as make a few missed nights.
        String cron = "0/20 * " + hours + " " + now.getDayOfMonth() + " " + now.getMonthValue() + " ? " + now.getYear();
        try (NodeKit.Round round = kit.round("schedule: {collect: '" + cron + "', pack: '0 0 0 1 * ?'}")) {
            seed(round, earlier.toInstant());
            Map<String, Process> nodes = new HashMap<>();
            for (String name : NAMES) {
                nodes.put(name, round.node(name));
            }
            for (int n = 0; n < moments; n++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(20_000));
                hurt(kit, round, nodes);
            }
            settle(round, nodes);
            check(round);
        } catch (AssertionError | Exception e) {
            throw new AssertionError("seed " + SEED + ", moments so far " + kinds, e);
        }
    }

    private static void seed(NodeKit.Round round, Instant due) throws IOException {
        Wiring wiring = new Wiring(round.settings, Consoles.listening().console());
        SimulatedClock clock = new SimulatedClock(due);
        try (Cluster cluster = Cluster.of(round.settings, "seed")) {
            wiring.among(cluster);
            try (LoggedVault vault = wiring.vaultToWrite(clock)) {
                vault.seal(SealedRuns.without(
                        io.exhibit.seal.RunTime.text(due), due, Outcome.FAILED, "the first night of all"));
            }
        }
    }

    private void hurt(NodeKit kit, NodeKit.Round round, Map<String, Process> nodes) throws Exception {
        String victim = NAMES.get(random.nextInt(NAMES.size()));
        int kind = random.nextInt(6);
        count(List.of("kill", "stop", "database", "store", "term", "restart").get(kind));
        switch (kind) {
            case 0 -> {
                Map<String, Integer> turns = Postgres.turns(round.url);
                nodes.get(victim).destroyForcibly().waitFor();
                long killed = System.nanoTime();
                nodes.put(victim, round.node(victim));
                takenOver(round, turns, killed);
            }
            case 1 -> {
                signal(nodes.get(victim), "STOP");
                // Longer than a lease, or shorter.
                TimeUnit.SECONDS.sleep(5 + random.nextInt(35));
                signal(nodes.get(victim), "CONT");
            }
            case 2 -> {
                round.toPostgres.cut();
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(10_000));
                round.toPostgres.mend();
            }
            case 3 -> {
                kit.toS3.cut();
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(10_000));
                kit.toS3.mend();
            }
            // As after an upgrade of the server, or a crash of it.
            case 5 -> Postgres.restart(random.nextBoolean() ? "fast" : "immediate");
            default -> {
                signal(nodes.get(victim), "TERM");
                assertThat(nodes.get(victim).waitFor(40, TimeUnit.SECONDS)).isTrue();
                nodes.put(victim, round.node(victim));
            }
        }
    }

    /** How long it takes until others take up what the dead node was asking, if it was. */
    private void takenOver(NodeKit.Round round, Map<String, Integer> turns, long killed) throws Exception {
        Map<String, Integer> left = new TreeMap<>(turns);
        while (!left.isEmpty() && System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(60)) {
            Map<String, Integer> now = Postgres.turns(round.url);
            left.keySet().removeIf(share -> !now.containsKey(share));
            if (left.entrySet().removeIf(share -> now.get(share.getKey()) > share.getValue())) {
                takeovers.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void count(String kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Until a night has been sealed that began after the last moment, and the pack is there. */
    private void settle(NodeKit.Round round, Map<String, Process> nodes) throws Exception {
        Instant since = Instant.now();
        Instant until = since.plus(PATIENCE);
        Wiring wiring = new Wiring(round.settings, Consoles.listening().console());
        boolean settled = false;
        while (!settled) {
            TimeUnit.SECONDS.sleep(1);
            try (Vault vault = wiring.vaultToRead()) {
                List<String> ids = vault.runIds();
                RunRecord last = vault.run(ids.get(ids.size() - 1));
                settled = vault.packs().size() == 1 && last.due().isAfter(since) && last.outcome() != Outcome.MISSED;
            }
            if (Instant.now().isAfter(until)) {
                StringBuilder said = new StringBuilder("not settled after " + PATIENCE);
                for (String name : NAMES) {
                    said.append("\n== ").append(name).append('\n').append(round.said(name));
                }
                throw new AssertionError(said);
            }
        }
        for (Process node : nodes.values()) {
            signal(node, "TERM");
        }
        for (Process node : nodes.values()) {
            assertThat(node.waitFor(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void check(NodeKit.Round round) throws Exception {
        Wiring wiring = new Wiring(round.settings, Consoles.listening().console());
        try (Store store = new VaultWiring(round.settings.vault()).look()) {
            assertThat(new Verifier(Trust.of(NodeKit.KEY.publicKey())).steps(store, Optional.empty()))
                    .flatExtracting(io.exhibit.seal.Step::found)
                    .isEmpty();
        }
        try (Vault vault = wiring.vaultToRead()) {
            List<RunRecord> runs = SealedRuns.of(vault);
            Set<Instant> due = new HashSet<>();
            Set<Target> whole = null;
            for (RunRecord run : runs) {
                assertThat(due.add(run.due())).as("two runs of " + run.due()).isTrue();
                Set<Target> units = new HashSet<>();
                for (Unit unit : run.units()) {
                    assertThat(units.add(unit.target()))
                            .as(run.id() + " twice " + unit.target())
                            .isTrue();
                }
                if (!units.isEmpty()) {
                    whole = whole == null ? units : whole;
                    assertThat(units).as(run.id()).isEqualTo(whole);
                    assertThat(run.outcome()).as(run.id() + ": " + run.reason()).isNotEqualTo(Outcome.FAILED);
                }
            }
            RunRecord first = runs.get(1);
            RunRecord last = runs.get(runs.size() - 1);
            assertThat(due)
                    .as("every night that was due is in the log")
                    .containsAll(round.settings
                            .schedule()
                            .collect()
                            .between(first.due(), last.due().plusMillis(1)));
            assertThat(vault.unassessed().stream()
                            .filter(id -> runs.stream()
                                    .anyMatch(run ->
                                            run.id().equals(id) && !run.units().isEmpty())))
                    .isEmpty();
            assertThat(vault.packs()).hasSize(1);
            String pack = vault.packs().keySet().iterator().next();
            assertThat(round.delivered().resolve(pack + ".zip")).exists();
            assertThat(vault.receipts()).as("handed over once").hasSize(1);
            System.out.println("Round: " + runs.size() + " runs, "
                    + runs.stream()
                            .filter(run -> run.outcome() == Outcome.MISSED)
                            .count() + " missed, moments " + kinds);
        }
    }
}
