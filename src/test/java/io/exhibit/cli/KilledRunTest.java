package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program in a process of its own, killed (SIGKILL) while it collects: once and with two accounts here,
 * {@code -Dtest.heap="-Xmx1g -Dexhibit.kills=20"} kills it twenty times, with three.
 */
@OneJdk
class KilledRunTest {

    private static final int KILLS = Integer.getInteger("exhibit.kills", 1);
    private static final int ACCOUNTS = KILLS == 1 ? 2 : 3;

    /** Of each account its global unit and three regions. */
    private static final int UNITS = ACCOUNTS * 4;

    /** Services that only the units of regions ask, and no other unit in their place. */
    private static final Set<String> REGIONAL =
            Set.of("kms", "guardduty", "inspector2", "access-analyzer", "rds", "backup");

    @TempDir
    Path folder;

    private Path vault;
    private Map<String, String> noted = Map.of();
    private final List<String> sealed = new ArrayList<>();
    private int goneOn;
    private int spared;

    /** Units that were asked since a process was started, as their files are called. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private final Set<String> ever = new TreeSet<>();

    @BeforeEach
    void vault() {
        vault = folder.resolve("vault");
    }

    @Test
    void aRunThatIsKilledGoesOnWhereItWas() throws Exception {
        SandboxOptions options =
                SandboxOptions.defaults().withAccounts(ACCOUNTS).withLatency(Duration.ofMillis(1));
        Random moments = new Random(20261124);
        try (Sandbox sandbox = Sandbox.start(options)) {
            settings(sandbox);
            sandbox.listen(this::hear);
            for (int killed = 0; killed < KILLS; ) {
                // Somewhere between its first signs and the end; the last time with something to go on with.
                int more = moments.nextInt(Math.max(1, UNITS - noted.size()));
                more = killed == KILLS - 1 && noted.isEmpty() ? Math.max(1, more) : more;
                killed += kill(noted.size() + more) ? 1 : 0;
                nothingIsLost();
            }
            Process last = start();
            assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
            nothingIsAskedTwice();
            assertThat(last.exitValue()).as(log()).isIn(ExitCode.DONE, ExitCode.GAPS);
        }
        nothingIsLost();
        assertThat(noted).isEmpty();
        assertThat(sealed).isNotEmpty();
        assertThat(goneOn).isPositive();
        assertThat(spared).isPositive();
        assertThat(runs().get(0).units())
                .extracting(RunRecord.Unit::file)
                .as("units that were heard of")
                .containsExactlyInAnyOrderElementsOf(ever);
        SigningKey key = SigningKey.load(folder.resolve("keys/exhibit.pem"));
        assertThat(new Verifier(key.publicKey()).check(vault)).isEmpty();
    }

    /** What was noted is noted still, or sealed with the very bytes. */
    private void nothingIsLost() throws IOException {
        List<RunRecord> runs = runs();
        for (RunRecord run : runs.subList(sealed.size(), runs.size())) {
            Map<String, String> units = new TreeMap<>();
            run.units().forEach(unit -> units.put(unit.file(), unit.sha256()));
            assertThat(units).hasSize(UNITS).containsAllEntriesOf(noted);
            assertThat(run.units()).hasSize(UNITS);
            if (!noted.isEmpty()) {
                goneOn++;
                assertThat(run.reason()).startsWith("broken off, and gone on with at ");
            }
            noted = Map.of();
            sealed.add(run.id());
        }
        Map<String, String> now = notes();
        assertThat(now).containsAllEntriesOf(noted);
        noted = now;
    }

    private void hear(String request) {
        String[] place = request.split("[/ ]");
        if (place[2].equals("iam") || REGIONAL.contains(place[2])) {
            String region = place[2].equals("iam") ? "global" : place[1];
            asked.add("units/" + place[0] + "_" + region + ".warc.zst");
        }
    }

    /** The process that has ended asked for no unit that was noted when it began, and for some of the others. */
    private void nothingIsAskedTwice() {
        assertThat(asked).filteredOn(noted::containsKey).isEmpty();
        spared += asked.isEmpty() ? 0 : noted.size();
        ever.addAll(asked);
    }

    private void settings(Sandbox sandbox) throws IOException {
        Files.writeString(
                folder.resolve("exhibit.yaml"),
                "vault: vault\nkey: keys/exhibit.pem\naws:\n  endpoint: " + sandbox.endpoint() + "\n  parallel: 2\n");
    }

    private Process start() throws IOException {
        asked.clear();
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.exhibit.cli.Main",
                "collect",
                "--settings",
                folder.resolve("exhibit.yaml").toString());
        command.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY", "example"));
        return command.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    /** Kills it when so many units are noted, or a moment later; false when it was done before. */
    private boolean kill(int units) throws Exception {
        Process process = start();
        while (process.isAlive() && files() < units) {
            process.waitFor(3, TimeUnit.MILLISECONDS);
        }
        process.waitFor(units % 7 * 5L, TimeUnit.MILLISECONDS);
        boolean alive = process.isAlive();
        process.destroyForcibly().waitFor();
        nothingIsAskedTwice();
        return alive;
    }

    private long files() throws IOException {
        return files("unfinished", "", ".json").size();
    }

    /** Units of the run that is not over for which a note vouches: file in the run's folder to SHA-256. */
    private Map<String, String> notes() throws IOException {
        Map<String, String> notes = new TreeMap<>();
        for (Path note : files("unfinished", "", ".json")) {
            String file = "units/" + note.getFileName().toString().replace(".json", ".warc.zst");
            Path unit = vault.resolve("runs")
                    .resolve(note.getParent().getFileName())
                    .resolve(file);
            notes.put(file, Sha256.hex(Files.readAllBytes(unit)));
        }
        return notes;
    }

    /** Files below the folders of runs, without those in the making, while another process writes there. */
    private List<Path> files(String above, String below, String end) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path run : list(vault.resolve(above))) {
            if (sealed.contains(run.getFileName().toString())) {
                continue;
            }
            for (Path file : list(run.resolve(below))) {
                String name = file.getFileName().toString();
                if (name.endsWith(end) && !name.startsWith(".")) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private List<RunRecord> runs() throws IOException {
        if (!Files.exists(vault.resolve("checkpoint"))) {
            return List.of();
        }
        try (Vault sealed = FileVault.read(vault)) {
            return SealedRuns.of(sealed);
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }
}
