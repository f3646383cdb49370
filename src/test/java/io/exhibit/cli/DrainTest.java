package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.node.BrokenOffTest;
import io.exhibit.evidence.RunRecord;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGTERM in the middle of a collection, to the real node in a process of its own, on demand because it takes 80 s; the short form,
 * in one process, is {@link BrokenOffTest}. With {@code -Dexhibit.drain=short} what runs comes to its end; with {@code all} AWS is
 * so slow that it is broken off after its while, and goes on at the next start.
 */
@OneJdk
@EnabledIfSystemProperty(named = "exhibit.drain", matches = "short|all")
class DrainTest {

    private static final boolean SLOW = "all".equals(System.getProperty("exhibit.drain"));

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void nothingGoesOn() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void aCollectionIsNotTornByASignal() throws Exception {
        SandboxOptions options =
                SandboxOptions.defaults().withAccounts(1).withLatency(Duration.ofMillis(SLOW ? 150 : 0));
        CountDownLatch asked = new CountDownLatch(20);
        try (Sandbox sandbox = Sandbox.start(options)) {
            sandbox.listen(request -> asked.countDown());
            Files.writeString(folder.resolve("exhibit.yaml"), """
                    schedule: {collect: '%s * * * * ?'}
                    monitor: {listen: none}
                    aws: {endpoint: '%s', parallel: 1}
                    """.replaceFirst("%s", SLOW ? "0" : "*")
                    .replaceFirst("%s", sandbox.endpoint().toString()));
            Process node = serve("first");
            assertThat(asked.await(180, TimeUnit.SECONDS)).as(log("first")).isTrue();
            long told = System.nanoTime();
            node.destroy();

            assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(30));
            assertThat(node.exitValue()).as(log("first")).isEqualTo(143);
            assertThat(log("first")).contains("Stopping: nothing new begins", "Stopped.");
            if (SLOW) {
                goesOn();
            } else {
                assertThat(runs())
                        .as(log("first"))
                        .isNotEmpty()
                        .allMatch(run -> run.reason().isEmpty());
            }
        }
        SigningKey key = SigningKey.load(folder.resolve("keys/exhibit.pem"));
        assertThat(new Verifier(key.publicKey()).check(folder.resolve("vault"))).isEmpty();
    }

    private void goesOn() throws Exception {
        assertThat(log("first"))
                .contains("is broken off because the node stops; ", "it goes on if a run begins before ");
        assertThat(runs()).isEmpty();
        Process again = serve("second");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (runs().isEmpty()) {
            assertThat(System.nanoTime()).as(log("second")).isLessThan(deadline);
            assertThat(again.waitFor(100, TimeUnit.MILLISECONDS))
                    .as(log("second"))
                    .isFalse();
        }
        assertThat(runs().get(0).reason()).startsWith("broken off, and gone on with at ");
        assertThat(log("second")).contains(" had been kept.");
        again.destroy();
        assertThat(again.waitFor(40, TimeUnit.SECONDS)).isTrue();
    }

    private Process serve(String name) throws IOException {
        Process process = ServeProcess.start(folder, name);
        processes.add(process);
        return process;
    }

    private List<RunRecord> runs() throws IOException {
        if (!Files.exists(folder.resolve("vault/FORMAT"))) {
            return List.of();
        }
        try (Vault vault = FileVault.read(folder.resolve("vault"))) {
            return SealedRuns.of(vault);
        }
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
