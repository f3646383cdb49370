package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Discrepancy.Code;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierTest {

    private static final String ORIGIN = "example.org/evidence";

    @TempDir
    Path temporary;

    private Path vault;

    @BeforeEach
    void fill() throws IOException {
        vault = temporary.resolve("vault");
        try (Vault writer = FileVault.create(vault, ORIGIN, KEY, CLOCK)) {
            SampleRun.seal(writer, "r1");
            writer.assess("r1", items -> {
                items.accept("IAM-01", VaultContract.item(SampleRun.GLOBAL, "a"));
                return VaultContract.assessment("r1");
            });
            writer.sealPack("2026-10", "ab".repeat(32));
        }
    }

    private List<Discrepancy> check() {
        return new Verifier(KEY.publicKey()).check(vault);
    }

    @Test
    void vaultAsItWasSealedHasNoDiscrepancy() {
        assertThat(check()).isEmpty();
    }

    @Test
    void vaultBeforeItsFirstRunHasNoDiscrepancy() throws IOException {
        vault = temporary.resolve("empty");
        FileVault.create(vault, ORIGIN, KEY, CLOCK).close();
        assertThat(check()).isEmpty();
    }

    @Test
    void noVaultAtAllIsReportedAndNotThrown() {
        vault = temporary.resolve("nowhere");
        assertThat(check()).extracting(Discrepancy::code).containsExactly(Code.FORMAT_UNKNOWN);
    }

    @Test
    void keyInTheVaultIsNotTrusted() throws IOException {
        SigningKey other = SigningKey.of(new byte[32]);
        try (Stream<Path> keys = Files.list(vault.resolve("keys"))) {
            Files.writeString(keys.findFirst().orElseThrow(), other.publicPem());
        }
        resign(other, UnaryOperator.identity());
        assertThat(check()).extracting(Discrepancy::code).containsExactly(Code.SIGNATURE_INVALID);
    }

    @Test
    void signatureOfAWitnessBesideOursIsNoDiscrepancy() throws IOException {
        Path checkpoint = vault.resolve("checkpoint");
        String note = Files.readString(checkpoint);
        Files.writeString(
                checkpoint, note + note.substring(note.indexOf('\u2014')).replace(ORIGIN, "witness.example"));
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            mode = EnumSource.Mode.EXCLUDE,
            // Of packs, and of older checkpoints: PackAttackTest.
            names = {
                "ZIP_REFUSED",
                "BAG_MALFORMED",
                "STATEMENT_MALFORMED",
                "SUBJECTS_DIFFER",
                "RUN_LEFT_OUT",
                "RUN_UNKNOWN",
                "PREVIOUS_DIFFERS",
                "LOG_REWRITTEN",
                // Of what lies beside a pack: LeafProofTest, TrustTest.
                "PROOF_MALFORMED",
                "PROOF_DIFFERS",
                "TIMESTAMP_INVALID",
                "REVIEW_MALFORMED",
                "REVIEW_DIFFERS",
                "REVIEWERS_MISSING",
                // Of trust files: TrustTest.
                "KEY_UNKNOWN",
                "KEY_OUT_OF_TIME",
                // Of changes of the key: RotationTest.
                "ROTATION_INVALID",
                // Of receipts: DeliveryLogTest.
                "RECEIPT_DIFFERS",
                // Of masked packs: MaskedPackTest.
                "MASKS_MALFORMED",
                // Of what is judged again: DeepCheckTest, VerifyRunTest.
                "EVIDENCE_DIFFERS",
                "VERDICT_DIFFERS"
            })
    void discrepancyIsFoundAndNamed(Code code) throws IOException {
        damage(code);
        assertThat(check()).extracting(Discrepancy::code).contains(code);
        assertThat(check()).allSatisfy(found -> assertThat(found.says()).isNotBlank());
    }

    private void damage(Code code) throws IOException {
        Path checkpoint = vault.resolve("checkpoint");
        Path leaves = vault.resolve("log/leaves");
        Path record = vault.resolve("runs/r1/run.json");
        Path unit = vault.resolve("runs/r1/units/111122223333_global.warc.zst");
        switch (code) {
            case FORMAT_UNKNOWN -> Files.writeString(vault.resolve("FORMAT"), "exhibit-vault 9\n");
            case CHECKPOINT_MISSING -> Files.delete(checkpoint);
            case CHECKPOINT_MALFORMED -> Files.writeString(checkpoint, "signed, honestly\n");
            case ORIGIN_DIFFERS ->
                Files.writeString(vault.resolve("FORMAT"), "exhibit-vault 1\norigin example.com/other\n");
            case SIGNATURE_INVALID -> edit(checkpoint, note -> note.replace("\n3\n", "\n4\n"));
            case LOG_SHORTER -> edit(leaves, text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
            case LOG_LONGER -> Files.writeString(leaves, "{}\n", StandardOpenOption.APPEND);
            case ROOT_DIFFERS -> edit(leaves, text -> text.replace("\"2026-10\"", "\"2026-11\""));
            case LEAF_MALFORMED -> resign(KEY, text -> text.replace("\"kind\":\"pack\"", "\"kind\":\"tale\""));
            case LEAF_REPEATED ->
                resign(KEY, text -> text + text.lines().findFirst().orElseThrow() + "\n");
            case FILE_MISSING -> Files.delete(unit);
            case DIGEST_DIFFERS -> Files.writeString(unit, "x", StandardOpenOption.APPEND);
            case RECORD_MALFORMED -> rewrite(record, text -> text.replace("{\"accounts\"", "{ \"accounts\""));
            case RECORD_MISPLACED -> rewrite(record, text -> text.replace("\"id\":\"r1\"", "\"id\":\"r2\""));
            case FRAMES_DIFFER -> rewrite(record, text -> text.replace("\"offset\":0,", "\"offset\":1,"));
            case TOO_LARGE -> grow(leaves);
            case FILE_UNKNOWN -> Files.writeString(unit.resolveSibling("extra"), "");
            case UNREADABLE -> {
                Files.delete(checkpoint);
                Files.createDirectory(checkpoint);
            }
            default -> throw new AssertionError(code + " is not of a vault");
        }
    }

    @Test
    void sectionsThatDoNotTileTheItemsAreADiscrepancy() throws IOException {
        rewrite(vault.resolve("runs/r1/assessment.json"), text -> text.replace("\"offset\":0}", "\"offset\":1}"));
        assertThat(check()).extracting(Discrepancy::code).containsExactly(Code.FRAMES_DIFFER);
    }

    @Test
    void aLinkedFolderIsAFileThatNothingNames() throws IOException {
        Files.createSymbolicLink(vault.resolve("runs/r9"), temporary);
        assertThat(check()).extracting(Discrepancy::file).containsExactly("runs/r9");
    }

    @Test
    void aFileInTheMakingIsNoDiscrepancy() throws IOException {
        try (FileVault writer = FileVault.open(vault, KEY, CLOCK);
                RunWriter run = writer.begin("r2");
                RunWriter.UnitWriter unit = run.unit(SampleRun.GLOBAL)) {
            unit.source("sts.caller-identity");
            unit.write(SampleRun.users().get(0));
            assertThat(check()).isEmpty();
        }
    }

    @Test
    void anEndlessCheckpointIsNoneAndHarmsNothing() throws IOException {
        Path checkpoint = vault.resolve("checkpoint");
        String note = Files.readString(checkpoint);
        Files.writeString(checkpoint, note + "\u2014 other.example AAAA\n".repeat(2_000));
        assertThat(check()).isEmpty();
        Files.writeString(checkpoint, note + "\u2014 other.example AAAA\n".repeat(20_000));
        assertThat(check()).extracting(Discrepancy::code).contains(Code.CHECKPOINT_MALFORMED);
    }

    /** Nothing that a forger lays there is read whole before it is known to be what was signed. */
    @Test
    void whatIsLargerThanItCanBeIsNotRead() throws IOException {
        Path format = vault.resolve("FORMAT");
        byte[] genuine = Files.readAllBytes(format);
        grow(format);
        assertThat(check()).extracting(Discrepancy::code).containsExactly(Code.TOO_LARGE, Code.FORMAT_UNKNOWN);
        Files.write(format, genuine);
        grow(vault.resolve("runs/r1/run.json"));
        assertThat(check())
                .extracting(Discrepancy::toString)
                .first()
                .asString()
                .contains("TOO_LARGE", "runs/r1/run.json", "A record has at most 268435456 bytes.");
        Path leaves = vault.resolve("log/leaves");
        grow(leaves);
        assertThat(check()).extracting(Discrepancy::code).startsWith(Code.TOO_LARGE, Code.LOG_SHORTER);
        assertThatThrownBy(() -> FileVault.read(vault))
                .hasMessageContaining("is damaged: log/leaves has 8589934592 bytes; such a file has at most 67108864");
    }

    /** Eight gigabytes, of which the disk keeps none. */
    private static void grow(Path file) throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(8L << 30);
        }
    }

    @Test
    void leafThatLeadsOutOfTheVaultIsNotFollowed() throws IOException {
        Files.writeString(temporary.resolve("outside"), "");
        String empty = Sha256.hex(new byte[0]);
        resign(
                KEY,
                text -> "{\"file\":\"../outside\",\"id\":\"r1\",\"kind\":\"run\",\"sha256\":\"" + empty
                        + "\",\"time\":\"2026-10-05T02:17:00Z\"}\n");
        assertThat(check()).extracting(Discrepancy::code).contains(Code.RECORD_MISPLACED);
    }

    @Test
    void flippedByteIsNoticed() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(vault)) {
            all.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(vault.resolve("keys")) && !f.endsWith("lock"))
                    .forEach(files::add);
        }
        assertThat(files).hasSize(8);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            // Every byte of what is signed; of what is only digested, every eleventh.
            for (int i = 0; i < bytes.length; i += file.startsWith(vault.resolve("runs")) ? 11 : 1) {
                bytes[i] ^= 1 << i % 8;
                Files.write(file, bytes);
                assertThat(check()).as(file + " at " + i).isNotEmpty();
                bytes[i] ^= 1 << i % 8;
            }
            Files.write(file, bytes);
        }
        assertThat(check()).isEmpty();
    }

    private static void edit(Path file, UnaryOperator<String> edit) throws IOException {
        Files.writeString(file, edit.apply(Files.readString(file)));
    }

    /** What only the key holder can do: other leaves under a valid signature. */
    private void resign(SigningKey key, UnaryOperator<String> edit) throws IOException {
        edit(vault.resolve("log/leaves"), edit);
        MerkleTree tree = new MerkleTree();
        Files.readString(vault.resolve("log/leaves"))
                .lines()
                .forEach(line -> tree.add(line.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(
                vault.resolve("checkpoint"), SignedNote.sign(ORIGIN, tree, key).note());
    }

    private void rewrite(Path record, UnaryOperator<String> edit) throws IOException {
        String before = Digests.hex(record);
        edit(record, edit);
        String after = Digests.hex(record);
        assertThat(after).isNotEqualTo(before);
        resign(KEY, text -> text.replace(before, after));
    }
}
