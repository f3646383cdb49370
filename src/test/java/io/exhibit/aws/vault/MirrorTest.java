package io.exhibit.aws.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.aws.vault.Retention.Mode;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.Retained;
import io.exhibit.seal.SampleRun;
import io.exhibit.seal.Store;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultCopy;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mirrors to S3 and from it, and for how long what lies there is kept. */
@OneJdk
class MirrorTest {

    private static Sandbox sandbox;
    private static int made;

    @TempDir
    Path temporary;

    private Path source;
    private S3Settings bucket;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void aVault() throws IOException {
        source = temporary.resolve("source");
        bucket = Vaults.at(sandbox.endpoint(), "s3://exhibit-vault/m" + made++, new Retention(Mode.GOVERNANCE, 30));
        try (Vault vault = FileVault.create(source, Vaults.ORIGIN, Vaults.KEY, Vaults.CLOCK)) {
            SampleRun.seal(vault, "r1");
            SampleRun.judgeOnce(vault, "r1");
            SampleRun.seal(vault, "r2");
            vault.sealPack("2026-10", "ab".repeat(32));
        }
    }

    private VaultCopy.Copied toBucket() throws IOException {
        try (Store from = FileVault.look(source);
                Store to = S3Vault.mirror(bucket, Vaults.CLOCK, Vaults.NO_WAIT)) {
            return new VaultCopy(from, source.toString(), to, (done, all) -> {}).copy();
        }
    }

    private void fromBucket(Path to) throws IOException {
        try (Store from = S3Vault.look(bucket, Vaults.NO_WAIT);
                Store mirror = FileVault.mirror(to)) {
            new VaultCopy(from, "the bucket", mirror, (done, all) -> {}).copy();
        }
    }

    private static TreeMap<String, byte[]> tree(Path folder) throws IOException {
        TreeMap<String, byte[]> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.equals("lock") && !name.startsWith("keys/")) {
                    tree.put(name, Files.readAllBytes(file));
                }
            }
        }
        return tree;
    }

    @Test
    void visitsGoAlongWithTheLogThatNamesThem() throws IOException {
        try (Vault vault = FileVault.open(source, Vaults.KEY, Vaults.CLOCK)) {
            vault.sealVisits("{\"path\":\"/2026-10\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        toBucket();
        Path back = temporary.resolve("back");
        fromBucket(back);
        assertThat(tree(back).keySet()).anyMatch(name -> name.startsWith("visits/"));
        try (Vault vault = FileVault.read(back)) {
            assertThat(vault.leaves()).containsEntry("visits", 1L);
        }
    }

    @Test
    void whatWentToS3ComesBackAsTheSameBytes() throws IOException {
        toBucket();
        Path back = temporary.resolve("back");
        fromBucket(back);
        assertThat(tree(back)).usingRecursiveComparison().isEqualTo(tree(source));
        assertThat(new Verifier(Vaults.KEY.publicKey()).check(back)).isEmpty();
        assertThat(toBucket()).isEqualTo(new VaultCopy.Copied(4, 0, 0, 0, 0));
    }

    /** Whichever put it dies at, and whatever was there by then. */
    @Test
    void aCopyToS3ThatIsCutOffIsEndedByTheNextAndNothingIsPutTwice() throws IOException {
        int cut = 0;
        for (int n = 2; ; n++, cut++) {
            bucket = Vaults.at(sandbox.endpoint(), "s3://exhibit-vault/cut" + n, Retention.NONE);
            AtomicBoolean struck = new AtomicBoolean();
            sandbox.watch(kind -> struck.set(true));
            sandbox.faults(List.of(FaultSpec.parse("s3.PutObject=denied#" + n)));
            try {
                toBucket();
                assertThat(struck).isFalse();
            } catch (VaultException e) {
                assertThat(e.reason()).isEqualTo(VaultException.Reason.DENIED);
                assertThat(struck).isTrue();
            }
            sandbox.watch(kind -> {});
            sandbox.faults(List.of());
            bucket = bucket.heldBy("the next");
            sandbox.objects().free("exhibit-vault", "cut" + n + "/lock");
            assertThat(toBucket().leaves()).isEqualTo(4);
            for (String key : sandbox.objects().keys("exhibit-vault")) {
                if (key.startsWith("cut" + n + "/") && !key.endsWith("/lock")) {
                    assertThat(sandbox.objects().versions("exhibit-vault", key))
                            .as(n + key)
                            .isEqualTo(1);
                }
            }
            if (!struck.get()) {
                break;
            }
        }
        assertThat(cut)
                .as("puts of a copy behind the first, which takes the lock")
                .isEqualTo(17);
        fromBucket(temporary.resolve("back"));
        assertThat(tree(temporary.resolve("back"))).usingRecursiveComparison().isEqualTo(tree(source));
    }

    @Test
    void theLocksOfARunAreReadBackAndLengthenedAndNeverShortened() throws IOException {
        toBucket();
        Instant end = Instant.parse("2026-11-05T00:00:00Z");
        try (Vault vault = S3Vault.read(bucket, Vaults.NO_WAIT)) {
            Retained retained = vault.retained("r1");
            assertThat(retained.objects()).isEqualTo(5 + 2);
            assertThat(retained.locked()).isEqualTo(5 + 2);
            assertThat(retained.mode()).isEqualTo("GOVERNANCE");
            assertThat(retained.until()).contains(end);
            assertThat(retained.covers(end.plusSeconds(5))).isFalse();
            vault.retain("r1", end.plus(Duration.ofDays(5)));
            vault.retain("r1", end);
            assertThat(vault.retained("r1").until()).contains(end.plus(Duration.ofDays(5)));
            assertThat(vault.retained("r2").until().orElseThrow()).isBefore(end.plusSeconds(1));
            assertThatThrownBy(() -> vault.retained("r9")).isInstanceOf(VaultException.class);
        }
        try (Vault folder = FileVault.read(source)) {
            assertThat(folder.retained("r1")).isEqualTo(Retained.NONE);
            assertThatThrownBy(() -> folder.retain("r1", end)).hasMessageContaining("enforces no retention");
        }
    }

    @Test
    void whatWasPutWithoutALockIsLockedAsTheSettingsSay() throws IOException {
        S3Settings locked = bucket;
        bucket = Vaults.at(sandbox.endpoint(), locked.place().toString(), Retention.NONE);
        toBucket();
        Instant end = Vaults.CLOCK.instant().plus(Duration.ofDays(3));
        try (Vault vault = S3Vault.read(bucket, Vaults.NO_WAIT)) {
            assertThat(vault.retained("r1")).isEqualTo(new Retained(7, 0, "", Optional.empty()));
            assertThatThrownBy(() -> vault.retain("r1", end)).hasMessageContaining("s3.lock does not say");
        }
        try (Vault vault = S3Vault.read(locked, Vaults.NO_WAIT)) {
            vault.retain("r1", end);
            assertThat(vault.retained("r1")).isEqualTo(new Retained(7, 7, "GOVERNANCE", Optional.of(end)));
        }
    }
}
