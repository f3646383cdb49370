package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.exhibit.OneJdk;
import io.exhibit.assessment.LogKey;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log goes on with another key, and nobody gets one in who has not the key before it. */
@OneJdk
class RotationTest {

    private static final SigningKey SECOND = key("second");
    private static final SigningKey THIRD = key("third");
    private static final SigningKey MALLORY = key("mallory");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path temporary;

    private Path folder;

    private static SigningKey key(String seed) {
        return SigningKey.of(Sha256.streaming().digest(SampleRun.bytes(seed)));
    }

    @BeforeEach
    void oneRunIsSealed() throws IOException {
        folder = temporary.resolve("vault");
        try (Vault vault = PackKit.fill(folder)) {
            assertThat(vault.checkpoint().size()).isEqualTo(7);
        }
    }

    private static void rotate(Path folder, SigningKey from, SigningKey to) throws IOException {
        try (FileVault vault = FileVault.open(folder, from, CLOCK)) {
            vault.rotate(to);
        }
    }

    private static void goOn(Path folder, SigningKey key, String run) throws IOException {
        try (FileVault vault = FileVault.open(folder, key, CLOCK)) {
            SampleRun.seal(vault, run);
        }
    }

    private List<Code> codes(SigningKey given) {
        return codes(Trust.of(given.publicKey()));
    }

    private List<Code> codes(Trust trust) {
        return new Verifier(trust)
                .steps(folder, Optional.empty()).stream()
                        .flatMap(step -> step.found().stream())
                        .map(Discrepancy::code)
                        .distinct()
                        .toList();
    }

    @Test
    void whoeverHasAnyKeyOfTheLogCanCheckIt() throws IOException {
        rotate(folder, KEY, SECOND);
        goOn(folder, SECOND, "r8");
        rotate(folder, SECOND, THIRD);
        goOn(folder, THIRD, "r9");
        for (SigningKey given : List.of(KEY, SECOND, THIRD)) {
            assertThat(codes(given)).isEmpty();
        }
        assertThat(codes(MALLORY)).containsExactly(Code.SIGNATURE_INVALID);
    }

    @Test
    void whichKeysSignedUpToACheckpointIsOfThatCheckpointAlone() throws IOException {
        String first = Files.readString(folder.resolve("checkpoint"));
        List<LogKey> one = List.of(Rotations.stretch(KEY.publicKey(), 1, Optional.empty(), Optional.empty()));
        assertThat(signers(first)).as("by the key that the vault keeps").isEqualTo(one);
        rotate(folder, KEY, SECOND);
        goOn(folder, SECOND, "r8");
        String second = Files.readString(folder.resolve("checkpoint"));
        rotate(folder, SECOND, THIRD);

        assertThat(signers(first)).isEqualTo(one);
        assertThat(signers(second))
                .extracting(LogKey::id, LogKey::from, LogKey::to)
                .containsExactly(
                        tuple(Envelope.keyId(KEY.publicKey()), 1L, Optional.of(7L)),
                        tuple(Envelope.keyId(SECOND.publicKey()), 8L, Optional.empty()));
        assertThat(signers(Files.readString(folder.resolve("checkpoint")))).hasSize(3);
        assertThat(signers(SignedNote.sign("example/log", new MerkleTree(), MALLORY)
                        .note()))
                .as("whose key is unknown is said of nobody")
                .isEmpty();
    }

    @Test
    void aKeyInTheVaultThatDidNotSignIsNotNamed() throws IOException {
        String checkpoint = Files.readString(folder.resolve("checkpoint"));
        for (Path key : Layout.list(folder.resolve("keys"))) {
            Files.writeString(key, MALLORY.publicPem());
        }
        assertThat(signers(checkpoint)).isEmpty();
        try (FileVault vault = FileVault.open(folder, KEY, CLOCK)) {
            assertThat(vault.signers(checkpoint)).as("the writer's own did").hasSize(1);
        }
    }

    private List<LogKey> signers(String checkpoint) throws IOException {
        try (FileVault vault = FileVault.read(folder)) {
            return vault.signers(checkpoint);
        }
    }

    @Test
    void checkpointOverTheChangeIsOfTheNewKeyAlone() throws IOException {
        rotate(folder, KEY, SECOND);
        Checkpoint checkpoint = Checkpoint.read(folder.resolve("checkpoint"));
        assertThat(checkpoint.size()).isEqualTo(8);
        assertThat(SignedNote.signedBy(SECOND.publicKey(), checkpoint)).isTrue();
        assertThat(SignedNote.signedBy(KEY.publicKey(), checkpoint)).isFalse();
    }

    @Test
    void oldKeyWritesNoMoreAndIsToldWhy() throws IOException {
        rotate(folder, KEY, SECOND);
        assertThatThrownBy(() -> FileVault.open(folder, KEY, CLOCK))
                .hasMessageContaining("changed to the key " + Envelope.keyId(SECOND.publicKey()));
        try (FileVault vault = FileVault.open(folder, SECOND, CLOCK)) {
            vault.rotate(THIRD);
            assertThatThrownBy(() -> vault.sealPack("p", "ab".repeat(32))).hasMessageContaining("open the vault again");
        }
    }

    @Test
    void keyThatIsOrWasInForceIsNoNewKey() throws IOException {
        rotate(folder, KEY, SECOND);
        for (SigningKey former : List.of(KEY, SECOND)) {
            assertThatThrownBy(() -> rotate(folder, SECOND, former)).hasMessageContaining("one that never was");
        }
        goOn(folder, SECOND, "r8");
        assertThat(codes(KEY)).isEmpty();
    }

    @Test
    void checkpointThatTheFormerKeySignedAfterwardsFails() throws IOException {
        rotate(folder, KEY, SECOND);
        Files.writeString(folder.resolve("checkpoint"), sign(KEY).note());
        assertThat(codes(KEY)).containsExactly(Code.KEY_OUT_OF_TIME);
        assertThat(codes(SECOND)).containsExactly(Code.KEY_OUT_OF_TIME);
    }

    /** The checkpoint over all leaves, signed by whoever. */
    private Checkpoint sign(SigningKey key) throws IOException {
        MerkleTree tree = new MerkleTree();
        for (String line : Files.readAllLines(folder.resolve("log/leaves"))) {
            tree.add(line.getBytes(StandardCharsets.UTF_8));
        }
        return SignedNote.sign(PackKit.ORIGIN, tree, key);
    }

    /** Adds a leaf and signs the log as it is then. */
    private void forge(Leaf leaf, byte[] file, SigningKey key) throws IOException {
        Files.createDirectories(folder.resolve("rotations"));
        Files.write(folder.resolve(leaf.file()), file);
        Files.writeString(
                folder.resolve("log/leaves"),
                Files.readString(folder.resolve("log/leaves"))
                        + new String(CanonicalJson.line(leaf), StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("checkpoint"), sign(key).note());
    }

    private static Leaf leaf(SigningKey next, byte[] file) {
        String id = Envelope.keyId(next.publicKey());
        return new Leaf(Leaf.Kind.ROTATION, id, Rotation.file(id), Sha256.hex(file), CLOCK.instant());
    }

    @Test
    void changeThatTheOldKeyDidNotSignFails() throws IOException {
        Checkpoint last = Checkpoint.read(folder.resolve("checkpoint"));
        byte[] genuine = Rotation.sign(last, MALLORY.publicKey(), CLOCK.instant(), KEY);
        Envelope envelope = Envelope.read(genuine);
        byte[] forged = CanonicalJson.line(Envelope.sign(envelope.statement(), MALLORY));
        forge(leaf(MALLORY, forged), forged, MALLORY);
        assertThat(codes(KEY)).contains(Code.ROTATION_INVALID, Code.SIGNATURE_INVALID);
        assertThat(codes(MALLORY)).contains(Code.ROTATION_INVALID);
    }

    @Test
    void changeFromAKeyThatWasNotInForceFails() throws IOException {
        rotate(folder, KEY, SECOND);
        Checkpoint last = Checkpoint.read(folder.resolve("checkpoint"));
        byte[] late = Rotation.sign(last, MALLORY.publicKey(), CLOCK.instant(), KEY);
        forge(leaf(MALLORY, late), late, MALLORY);
        assertThat(codes(KEY)).contains(Code.ROTATION_INVALID);
        assertThat(codes(SECOND)).contains(Code.ROTATION_INVALID);
    }

    @Test
    void changeOfAnotherLogOrAnotherPlaceFails() throws IOException {
        Checkpoint last = Checkpoint.read(folder.resolve("checkpoint"));
        Checkpoint otherLog = new Checkpoint("example.org/other", last.size(), last.root(), "");
        Checkpoint otherPlace = new Checkpoint(last.origin(), last.size() - 1, last.root(), "");
        Checkpoint otherPast = new Checkpoint(last.origin(), last.size(), "00".repeat(32), "");
        byte[] leaves = Files.readAllBytes(folder.resolve("log/leaves"));
        for (Checkpoint other : List.of(otherLog, otherPlace, otherPast)) {
            Files.write(folder.resolve("log/leaves"), leaves);
            byte[] said = Rotation.sign(other, SECOND.publicKey(), CLOCK.instant(), KEY);
            forge(leaf(SECOND, said), said, SECOND);
            assertThat(codes(KEY)).contains(Code.ROTATION_INVALID);
        }
        Files.write(folder.resolve("log/leaves"), leaves);
        byte[] dated = Rotation.sign(last, SECOND.publicKey(), CLOCK.instant().minusSeconds(1), KEY);
        forge(leaf(SECOND, dated), dated, SECOND);
        assertThat(codes(KEY)).contains(Code.ROTATION_INVALID);
    }

    @Test
    void leafThatLeadsToAnotherKeyFails() throws IOException {
        Checkpoint last = Checkpoint.read(folder.resolve("checkpoint"));
        byte[] said = Rotation.sign(last, SECOND.publicKey(), CLOCK.instant(), KEY);
        forge(leaf(THIRD, said), said, SECOND);
        assertThat(codes(KEY)).contains(Code.ROTATION_INVALID);
    }

    @Test
    void everyFlippedBitOfAChangeIsNoticed() throws IOException {
        rotate(folder, KEY, SECOND);
        Path file = folder.resolve(Rotation.file(Envelope.keyId(SECOND.publicKey())));
        byte[] genuine = Files.readAllBytes(file);
        for (int at = 0; at < genuine.length; at += 29) {
            byte[] other = genuine.clone();
            other[at] ^= (byte) (1 << at % 8);
            Files.write(file, other);
            assertThat(codes(KEY)).as("byte " + at).contains(Code.ROTATION_INVALID, Code.DIGEST_DIFFERS);
        }
        Files.delete(file);
        assertThat(codes(KEY)).contains(Code.ROTATION_INVALID, Code.FILE_MISSING);
    }

    @Test
    void changeThatIsLargerThanOneCanBeIsNotRead() throws IOException {
        rotate(folder, KEY, SECOND);
        Path file = folder.resolve(Rotation.file(Envelope.keyId(SECOND.publicKey())));
        Files.write(file, new byte[(1 << 16) + 1]);
        assertThat(new Verifier(KEY.publicKey()).check(folder))
                .filteredOn(found -> found.code() == Code.ROTATION_INVALID)
                .extracting(Discrepancy::says)
                .containsExactly("The change of the key at leaf 7 cannot be read: "
                        + Rotation.file(Envelope.keyId(SECOND.publicKey()))
                        + " has 65537 bytes; such a file has at most 65536.");
    }

    @Test
    void everyStepIsToldOnceAlsoBehindOneThatCouldNotBeMade() throws IOException {
        rotate(folder, KEY, SECOND);
        Path file = folder.resolve(Rotation.file(Envelope.keyId(SECOND.publicKey())));
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(new Verifier(KEY.publicKey()).steps(folder, Optional.empty()))
                .extracting(step -> step.name() + " " + step.status())
                .containsExactly("LOG FAIL", "EVIDENCE FAIL", "SINCE NOT_CHECKED");
    }

    @Test
    void changeCountsOnlyFromAKeyThatWasInItsTime() throws IOException {
        rotate(folder, KEY, SECOND);
        assertThat(codes(dated(KEY, CLOCK.instant().plusSeconds(1)))).isEmpty();
        assertThat(codes(dated(KEY, CLOCK.instant()))).containsExactly(Code.KEY_OUT_OF_TIME);
        assertThat(codes(dated(SECOND, CLOCK.instant()))).containsExactly(Code.KEY_OUT_OF_TIME);
        assertThat(codes(dated(MALLORY, CLOCK.instant().plusSeconds(1)))).containsExactly(Code.KEY_UNKNOWN);
    }

    private static Trust dated(SigningKey key, Instant until) {
        return new Trust(
                "",
                0,
                List.of(new Trust.Entry(
                        "ops", Set.of(Role.LOG, Role.STATEMENT), key.publicKey(), LONG_AGO, Optional.of(until))));
    }

    @Test
    void packCarriesTheChangeAndIsCheckedWithTheKeyBeforeIt() throws IOException {
        Checkpoint older = Checkpoint.read(folder.resolve("checkpoint"));
        rotate(folder, KEY, SECOND);
        byte[] pack = packedBy(SECOND);
        for (SigningKey given : List.of(KEY, SECOND)) {
            List<Step> steps = PackKit.check(temporary, pack, Trust.of(given.publicKey()), older);
            assertThat(steps)
                    .filteredOn(step -> step.status() != Status.NOT_ASKED)
                    .hasSizeGreaterThanOrEqualTo(10)
                    .extracting(Step::status)
                    .containsOnly(Status.OK);
        }
        assertThat(PackKit.check(temporary, pack, Trust.of(KEY.publicKey()), null))
                .filteredOn(step -> step.name() == Name.SIGNATURE)
                .extracting(Step::says)
                .containsExactly("Signed by " + Envelope.keyId(SECOND.publicKey())
                        + ", to which the log changed from the key that was given, "
                        + Envelope.keyId(KEY.publicKey()) + ".");
    }

    @Test
    void packThatTheFormerKeySignedAfterwardsFails() throws IOException {
        rotate(folder, KEY, SECOND);
        List<Step> steps = PackKit.check(temporary, packedBy(KEY), Trust.of(KEY.publicKey()), null);
        assertThat(steps)
                .filteredOn(step -> step.name() == Name.SIGNATURE)
                .flatExtracting(Step::found)
                .extracting("code")
                .containsExactly(Code.KEY_OUT_OF_TIME);
    }

    private byte[] packedBy(SigningKey key) throws IOException {
        try (Vault vault = FileVault.read(folder)) {
            return PackKit.pack(vault, PackKit.meaning(vault), List.of(PackKit.FIRST, PackKit.SECOND), key);
        }
    }

    /** The process dies before each change to the disk in turn; the next command ends what was begun, or begins anew. */
    @Test
    void changeThatDiesAnywhereLeavesTheOldKeyOrTheNew() throws IOException {
        Set<String> points = new TreeSet<>();
        List<String> halfDone = new ArrayList<>();
        for (int n = 1; ; n++) {
            Path place = temporary.resolve("dies" + n);
            Path vault = place.resolve("vault");
            Path key = place.resolve("exhibit.pem");
            try (Vault fresh = FileVault.create(DyingDisk.immortal(), vault, PackKit.ORIGIN, KEY, CLOCK)) {
                fresh.sealPack("p1", "ab".repeat(32));
            }
            KEY.save(key);
            DyingDisk disk = new DyingDisk(n);
            boolean acknowledged = false;
            try {
                new KeyFiles(disk, key, vault).rotate(SECOND, CLOCK);
                acknowledged = true;
            } catch (IOException e) {
                assertThat(e).hasMessage("died before: " + disk.died());
            }
            KeyFiles next = new KeyFiles(DyingDisk.immortal(), key, vault);
            String found = SigningKey.load(key).publicPem();
            assertThat(found).as(disk.died()).isIn(KEY.publicPem(), SECOND.publicPem());
            if (next.finish()) {
                halfDone.add(disk.died());
            }
            survives(vault, key, acknowledged, disk.died());
            if (disk.died().isEmpty()) {
                break;
            }
            points.add(n + " " + disk.died());
        }
        assertThat(points).hasSizeGreaterThan(25);
        assertThat(halfDone)
                .as("points at which the log has the new key and the file the old")
                .hasSizeGreaterThan(5);
    }

    /** Does something just before a change to the disk, once. */
    private static final class Meanwhile extends Disk {
        private final String point;
        private final Callable<?> other;
        private boolean done;

        Meanwhile(String point, Callable<?> other) {
            this.point = point;
            this.other = other;
        }

        @Override
        void before(String change) throws IOException {
            if (!done && change.equals(point)) {
                done = true;
                try {
                    other.call();
                } catch (Exception e) {
                    throw new IOException(e);
                }
            }
        }
    }

    /** Two processes change the key at the same moment. */
    @Test
    void changeThatAnotherProcessMakesMeanwhileIsToldInASentence() throws IOException {
        Path key = temporary.resolve("exhibit.pem");
        KEY.save(key);
        KeyFiles other = new KeyFiles(key, folder);
        Disk disk = new Meanwhile(
                "delete .tmp-exhibit.pem.next-" + ProcessHandle.current().pid(), () -> {
                    Files.delete(key.resolveSibling("exhibit.pem.next"));
                    return other.rotate(SECOND, CLOCK);
                });
        assertThatThrownBy(() -> new KeyFiles(disk, key, folder).rotate(THIRD, CLOCK))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("Another process has just changed the key " + key);
        assertThat(SigningKey.load(key).publicPem()).isEqualTo(SECOND.publicPem());

        Disk last = new Meanwhile("rename to exhibit.pem", other::finish);
        assertThat(new KeyFiles(last, key, folder).rotate(THIRD, CLOCK)).isEqualTo(Envelope.keyId(THIRD.publicKey()));
        assertThat(SigningKey.load(key).publicPem()).isEqualTo(THIRD.publicPem());
        assertThat(codes(KEY)).isEmpty();
    }

    private static void survives(Path vault, Path key, boolean acknowledged, String died) throws IOException {
        SigningKey inForce = SigningKey.load(key);
        assertThat(Files.readString(KeyFiles.publicHalf(key).getParent().resolve("exhibit.pem")))
                .as(died)
                .startsWith("-----BEGIN PRIVATE KEY-----");
        try (FileVault open = FileVault.open(DyingDisk.immortal(), vault, inForce, CLOCK)) {
            open.sealPack("p2", "cd".repeat(32));
        }
        assertThat(new Verifier(KEY.publicKey()).check(vault)).as(died).isEmpty();
        boolean changed = inForce.publicPem().equals(SECOND.publicPem());
        if (acknowledged) {
            assertThat(changed).isTrue();
        }
        if (changed) {
            Path former = KeyFiles.former(key, Envelope.keyId(KEY.publicKey()));
            assertThat(SigningKey.load(former).publicPem()).isEqualTo(KEY.publicPem());
            assertThat(Files.readString(KeyFiles.publicHalf(key))).isEqualTo(SECOND.publicPem());
        } else {
            new KeyFiles(DyingDisk.immortal(), key, vault).rotate(THIRD, CLOCK);
            assertThat(SigningKey.load(key).publicPem()).as(died).isIn(SECOND.publicPem(), THIRD.publicPem());
            assertThat(new Verifier(KEY.publicKey()).check(vault)).as(died).isEmpty();
        }
    }
}
