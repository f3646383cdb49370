package io.exhibit.aws.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.aws.vault.Retention.Mode;
import io.exhibit.evidence.Sha256;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.SampleRun;
import io.exhibit.seal.Signer;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Step;
import io.exhibit.seal.Store;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a vault in S3 goes on with another key, and S3 or the way to it fails at each put of that in turn. */
@OneJdk
class RotationInS3Test {

    private static final SigningKey SECOND = key("a second key for tests");
    private static final SigningKey THIRD = key("a third key for tests");

    /** The first two are of the lock; then the rotation, its list, its leaf, the checkpoint, and the lock. */
    private static final int FIRST = 3;

    private static final int PUTS = 7;

    /** By then the lock of one that died is passed over. */
    private static final InstantSource LATER =
            InstantSource.fixed(Vaults.CLOCK.instant().plus(Duration.ofHours(13)));

    private static Sandbox sandbox;
    private static int made;

    @TempDir
    private Path folder;

    private S3Settings settings;
    private Path file;

    private static SigningKey key(String seed) {
        return SigningKey.of(Sha256.streaming().digest(SampleRun.bytes(seed)));
    }

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void noFaults() {
        sandbox.watch(kind -> {});
        sandbox.faults(List.of());
    }

    /** A pack is logged, by the key in the file. */
    private void vault() throws IOException {
        int n = made++;
        settings = Vaults.at(
                sandbox.endpoint(), "s3://exhibit-vault/r" + n, new Retention(Mode.COMPLIANCE, Retention.SIX_YEARS));
        file = folder.resolve(n + "/exhibit.pem");
        Vaults.KEY.save(Files.createDirectories(file.getParent()).resolve(file.getFileName()));
        try (Vault vault = S3Vault.create(settings, Vaults.ORIGIN, Vaults.KEY, Vaults.CLOCK, Vaults.NO_WAIT)) {
            vault.sealPack("p1", "ab".repeat(32));
        }
    }

    private KeyFiles files(String holder) {
        S3Settings held = settings.heldBy(holder);
        return new KeyFiles(file, new KeyFiles.Opening() {
            @Override
            public LoggedVault read() throws IOException {
                return S3Vault.read(held, Vaults.NO_WAIT);
            }

            @Override
            public LoggedVault open(Signer key, InstantSource clock) throws IOException {
                return S3Vault.open(held, key, clock, Vaults.NO_WAIT);
            }
        });
    }

    private void rotate() throws IOException {
        files("the first").rotate(SECOND, Vaults.CLOCK);
    }

    /** As an auditor sees it who has the first key alone. */
    private void isWhole(String as, int leaves) throws IOException {
        try (Store store = S3Vault.look(settings, Vaults.NO_WAIT)) {
            List<Step> steps = new Verifier(Vaults.KEY.publicKey()).steps(store, Optional.empty());
            List<Discrepancy> found =
                    steps.stream().flatMap(step -> step.found().stream()).toList();
            assertThat(found).as(as).isEmpty();
            assertThat(new String(store.content("log/leaves"), StandardCharsets.UTF_8).lines())
                    .as(as)
                    .hasSize(leaves);
        }
    }

    @Test
    void theLogGoesOnWithAnotherKey() throws IOException {
        vault();
        rotate();
        assertThat(SigningKey.load(file).publicKey()).isEqualTo(SECOND.publicKey());
        assertThatThrownBy(() -> S3Vault.open(settings, Vaults.KEY, Vaults.CLOCK, Vaults.NO_WAIT))
                .hasMessageContaining("its log changed to the key ");
        try (Vault vault = S3Vault.open(settings, SECOND, Vaults.CLOCK, Vaults.NO_WAIT)) {
            vault.sealPack("p2", "cd".repeat(32));
        }
        isWhole("after a change", 3);
        files("the next").rotate(THIRD, Vaults.CLOCK);
        isWhole("after two", 4);
    }

    /** Whichever answer is lost: the same put again makes no second version, and the change is one leaf. */
    @Test
    void aLostAnswerChangesTheKeyOnce() throws IOException {
        int struck = 0;
        for (int n = FIRST; struck == n - FIRST; n++) {
            vault();
            AtomicBoolean lost = new AtomicBoolean();
            sandbox.watch(kind -> {
                lost.set(true);
                sandbox.faults(List.of());
            });
            sandbox.faults(List.of(FaultSpec.parse("s3.PutObject=dropped#" + n)));
            rotate();
            sandbox.faults(List.of());
            struck += lost.get() ? 1 : 0;
            assertThat(SigningKey.load(file).publicKey()).isEqualTo(SECOND.publicKey());
            isWhole("put " + n, 2);
            List<String> keys = sandbox.objects().keys("exhibit-vault").stream()
                    .filter(key -> key.startsWith(settings.place().prefix() + "/"))
                    .filter(key -> key.contains("/rotations/") || key.contains("/log/"))
                    .toList();
            assertThat(keys)
                    .hasSize(4)
                    .allSatisfy(key -> assertThat(sandbox.objects().versions("exhibit-vault", key))
                            .as(key)
                            .isEqualTo(1));
        }
        assertThat(struck).isEqualTo(PUTS - FIRST + 1);
    }

    /** From one put on nothing is taken any more, or nothing is heard any more of what was taken: the next command goes on. */
    @Test
    void aChangeThatBreaksOffIsEndedByTheNextCommandOrBegunAnew() throws IOException {
        List<String> halfDone = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String kind : List.of("denied", "dropped")) {
            for (int n = FIRST; n <= PUTS; n++) {
                String as = kind + " from put " + n;
                vault();
                sandbox.faults(List.of(FaultSpec.parse("s3.PutObject=" + kind + "#" + n)));
                try {
                    rotate();
                } catch (IOException e) {
                    refused.add(as);
                }
                sandbox.faults(List.of());
                KeyFiles next = files("the next");
                boolean ended = next.finish();
                SigningKey now = SigningKey.load(file);
                boolean changed = now.publicKey().equals(SECOND.publicKey());
                if (ended) {
                    halfDone.add(as);
                    assertThat(changed).as(as).isTrue();
                }
                try (Vault vault = S3Vault.open(settings.heldBy("the next"), now, LATER, Vaults.NO_WAIT)) {
                    vault.sealPack("p2", "cd".repeat(32));
                }
                isWhole(as, changed ? 3 : 2);
                if (!changed) {
                    // The key that was drawn is the one that is used.
                    next.rotate(THIRD, LATER);
                    assertThat(SigningKey.load(file).publicKey()).as(as).isEqualTo(SECOND.publicKey());
                    isWhole(as, 3);
                }
            }
        }
        // The lock that could not be let go is told, though all was done.
        assertThat(refused).hasSize(2 * (PUTS - FIRST + 1));
        assertThat(halfDone).containsExactly("dropped from put 6");
    }
}
