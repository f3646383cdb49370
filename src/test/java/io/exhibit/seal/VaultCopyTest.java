package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror of a vault: the same bytes, whatever happened on the way, and nothing of anybody else's harmed. */
class VaultCopyTest {

    @TempDir
    Path temporary;

    private Path source;

    @BeforeEach
    void aVault() throws IOException {
        source = temporary.resolve("source");
        try (Vault vault = FileVault.create(source, "example.org/evidence", KEY, CLOCK)) {
            SampleRun.seal(vault, "r1");
            vault.assess("r1", items -> {
                items.accept("IAM-01", VaultContract.item(SampleRun.GLOBAL, "a"));
                return VaultContract.assessment("r1");
            });
            vault.sealPack("2026-10", "ab".repeat(32));
        }
    }

    private VaultCopy.Copied copy(Disk disk, Path to) throws IOException {
        try (Store from = FileVault.look(source);
                Store mirror = FileVault.mirror(disk, to)) {
            return new VaultCopy(from, source.toString(), mirror, (done, all) -> {}).copy();
        }
    }

    private VaultCopy.Copied copy(Path to) throws IOException {
        return copy(DyingDisk.immortal(), to);
    }

    /** Names and contents, but for what only a vault that is written has. */
    private static TreeMap<String, String> tree(Path folder) throws IOException {
        TreeMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.equals("lock") && !name.startsWith("keys/")) {
                    tree.put(name, Digests.hex(file));
                }
            }
        }
        return tree;
    }

    private void more() throws IOException {
        try (Vault vault = FileVault.open(source, KEY, CLOCK)) {
            SampleRun.seal(vault, "r2");
            vault.assess("r1", items -> VaultContract.assessment("r1"));
        }
    }

    /** The power failed while lines were appended: of these the disk has some, or zeros. A whole line that is another one is no remains. */
    @Test
    void whatIsTornBehindTheCheckpointIsCutAndAnotherLogIsNot() throws IOException {
        Path mirror = temporary.resolve("mirror");
        copy(mirror);
        Path leaves = mirror.resolve("log/leaves");
        byte[] before = Files.readAllBytes(leaves);
        more();
        byte[] after = Files.readAllBytes(source.resolve("log/leaves"));
        byte[] torn = Arrays.copyOf(after, after.length);
        Arrays.fill(torn, before.length + 10, after.length, (byte) 0);
        Files.write(leaves, torn);
        copy(mirror);
        assertThat(tree(mirror)).isEqualTo(tree(source));
        assertThat(new Verifier(KEY.publicKey()).check(mirror)).isEmpty();

        byte[] other = CanonicalJson.line(new Leaf(Leaf.Kind.PACK, "other", "", "ab".repeat(32), CLOCK.instant()));
        Files.write(leaves, other, StandardOpenOption.APPEND);
        byte[] longer = Files.readAllBytes(leaves);
        nextMonth();
        assertThatThrownBy(() -> copy(mirror)).hasMessageContaining("are not those of");
        assertThat(leaves).hasBinaryContent(longer);
    }

    private void nextMonth() throws IOException {
        try (Vault vault = FileVault.open(source, KEY, CLOCK)) {
            vault.sealPack("2026-11", "cd".repeat(32));
        }
    }

    @Test
    void aMirrorIsTheSameBytesAndIsBroughtUpToDate() throws IOException {
        Path mirror = temporary.resolve("mirror");
        assertThat(copy(mirror)).satisfies(copied -> {
            assertThat(copied.leaves()).isEqualTo(3);
            assertThat(copied.added()).isEqualTo(3);
            assertThat(copied.files()).isEqualTo(5);
            assertThat(copied.there()).isZero();
        });
        assertThat(tree(mirror)).isEqualTo(tree(source));
        assertThat(new Verifier(KEY.publicKey()).check(mirror)).isEmpty();
        assertThat(copy(mirror)).isEqualTo(new VaultCopy.Copied(3, 0, 0, 0, 0));
        more();
        assertThat(copy(mirror).added()).isEqualTo(2);
        assertThat(tree(mirror)).isEqualTo(tree(source));
    }

    /** Whatever change to the disk it dies before: the next copy ends what it began, and a mirror's older state stays whole until then. */
    @Test
    void aCopyThatDiesAnywhereIsEndedByTheNext() throws IOException {
        int points = 0;
        for (int n = 1; ; n++) {
            Path mirror = temporary.resolve("mirror" + n);
            DyingDisk disk = new DyingDisk(n);
            try {
                copy(disk, mirror);
            } catch (IOException e) {
                assertThat(e).hasMessage("died before: " + disk.died());
            }
            assertThat(copy(mirror).leaves()).as(disk.died()).isEqualTo(3);
            assertThat(tree(mirror)).as(disk.died()).isEqualTo(tree(source));
            if (disk.died().isEmpty()) {
                break;
            }
            points++;
        }
        assertThat(points).isGreaterThan(25);
    }

    @Test
    void aLogThatIsAnotherOneIsNotTouched() throws IOException {
        Path mirror = temporary.resolve("mirror");
        try (Vault vault = FileVault.create(mirror, "example.org/evidence", KEY, CLOCK)) {
            vault.sealPack("other", "cd".repeat(32));
        }
        refused(mirror, "its log is another one than that of");
        Path foreign = temporary.resolve("foreign");
        FileVault.create(foreign, "example.com/other", KEY, CLOCK).close();
        refused(foreign, "it is a vault of the log example.com/other");
        Path newer = temporary.resolve("newer");
        copy(newer);
        try (Vault vault = FileVault.open(newer, KEY, CLOCK)) {
            vault.sealPack("more", "cd".repeat(32));
        }
        refused(newer, "its log has 4 leaves, more than");
    }

    @Test
    void aFileThatIsAnotherOneIsNotWrittenOver() throws IOException {
        Path mirror = temporary.resolve("mirror");
        Files.createDirectories(mirror.resolve("runs/r1"));
        Files.writeString(mirror.resolve("runs/r1/run.json"), "mine");
        refused(mirror, "runs/r1/run.json there is another file than the one that was sealed");
        Path full = Files.createDirectories(temporary.resolve("full"));
        Files.writeString(full.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> copy(full)).hasMessageContaining("holds something else than a vault");
        assertThat(full.resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void aVaultIsPutBackWhereANodeWaitsForIt() throws IOException {
        Path lost = Files.createDirectories(temporary.resolve("lost"));
        Files.writeString(lost.resolve("serve.lock"), "process 4711 on host a");

        copy(lost);

        assertThat(lost.resolve("FORMAT")).exists();
        assertThat(lost.resolve("serve.lock")).hasContent("process 4711 on host a");
    }

    @Test
    void whatIsDamagedIsNotCopied() throws IOException {
        Path unit = source.resolve("runs/r1/units/111122223333_global.warc.zst");
        byte[] bytes = Files.readAllBytes(unit);
        bytes[bytes.length / 2] ^= 1;
        Files.write(unit, bytes);
        Path mirror = temporary.resolve("mirror");
        assertThatThrownBy(() -> copy(mirror))
                .isInstanceOf(FixityException.class)
                .hasMessageContaining("111122223333_global.warc.zst");
        assertThat(mirror.resolve("checkpoint")).doesNotExist();
        assertThat(mirror.resolve("runs/r1/units/111122223333_global.warc.zst")).doesNotExist();
    }

    private void refused(Path mirror, String why) throws IOException {
        TreeMap<String, String> before = tree(mirror);
        assertThatThrownBy(() -> copy(mirror))
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.reason()).isEqualTo(VaultException.Reason.EXISTS))
                .hasMessageContaining(why);
        assertThat(tree(mirror)).containsAllEntriesOf(before);
        assertThat(tree(mirror).get("checkpoint")).isEqualTo(before.get("checkpoint"));
    }
}
