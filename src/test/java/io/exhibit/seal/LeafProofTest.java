package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside a pack to prove that the log has it. */
@OneJdk
class LeafProofTest {

    @TempDir
    private static Path folder;

    private static byte[] pack;
    private static String proof;
    private static String later;

    @BeforeAll
    static void issue() throws IOException {
        try (Vault vault = PackKit.fill(folder.resolve("vault"))) {
            pack = PackKit.pack(vault, PackKit.meaning(vault), List.of(PackKit.FIRST, PackKit.SECOND));
            vault.sealPack(PackKit.PACK, Sha256.hex(pack));
            proof = vault.proof(PackKit.PACK).orElseThrow();
            vault.sealPack("EH-2026-11", "cd".repeat(32));
            vault.sealPack("EH-2026-12", "ef".repeat(32));
            later = vault.proof(PackKit.PACK).orElseThrow();
            assertThat(vault.proof("EH-2027-01")).isEmpty();
        }
    }

    @Test
    void aProofOfThatDayAndOneOfLaterBothCount() throws IOException {
        assertThat(later).isNotEqualTo(proof);
        assertThat(step(pack, proof).status()).isEqualTo(Status.OK);
        assertThat(step(pack, later))
                .returns(Status.OK, Step::status)
                .satisfies(step -> assertThat(step.says()).contains("by a checkpoint over 10."));
    }

    @Test
    void withoutAKeyItIsNotCheckedAndWithoutAProofNotAsked() throws IOException {
        Files.writeString(folder.resolve(PackKit.PACK + ".tlog-proof"), proof);
        assertThat(PackKit.check(folder, pack, Trust.nobody(), null))
                .filteredOn(step -> step.name() == Name.LOGGED)
                .extracting(Step::status)
                .containsExactly(Status.NOT_CHECKED);
        Files.delete(folder.resolve(PackKit.PACK + ".tlog-proof"));
        assertThat(PackKit.check(folder, pack, null))
                .filteredOn(step -> step.name() == Name.LOGGED)
                .extracting(Step::status)
                .containsExactly(Status.NOT_ASKED);
    }

    @Test
    void everyByteOfItCounts() throws IOException {
        byte[] good = proof.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < good.length; at++) {
            byte[] flipped = good.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            assertThat(check(flipped)).as("byte %d", at).isNotEqualTo(Status.OK);
        }
        for (int length = 0; length < good.length; length += 7) {
            assertThat(check(Arrays.copyOf(good, length)))
                    .as("%d bytes", length)
                    .isNotEqualTo(Status.OK);
        }
    }

    /** Without the rest of the pack, which is checked in the same way each time. */
    private static Status check(byte[] proof) throws IOException {
        Path zip = folder.resolve(PackKit.PACK + ".zip");
        Files.write(zip, pack);
        Files.write(folder.resolve(PackKit.PACK + ".tlog-proof"), proof);
        Trust trust = Trust.of(KEY.publicKey());
        LogCheck log = new LogCheck(PackHolding.read(zip), trust, new ArrayList<>());
        log.check();
        return new LoggedCheck(zip, PackHolding.read(zip), PackKit.PACK, log, trust)
                .step()
                .status();
    }

    @TestFactory
    Stream<DynamicTest> aProofThatProvesNothingIsNamed() {
        Map<String, Map.Entry<Code, UnaryOperator<String>>> lies = new LinkedHashMap<>();
        lies.put("no proof at all", Map.entry(Code.PROOF_MALFORMED, text -> "trust me\n"));
        lies.put("nothing", Map.entry(Code.PROOF_MALFORMED, text -> ""));
        lies.put("too long", Map.entry(Code.PROOF_MALFORMED, text -> text + "x".repeat(1 << 17)));
        lies.put("another version", Map.entry(Code.PROOF_MALFORMED, text -> text.replace("@v1", "@v2")));
        lies.put(
                "an index with a zero before it",
                Map.entry(Code.PROOF_MALFORMED, text -> text.replace("index ", "index 0")));
        lies.put("another index", Map.entry(Code.PROOF_DIFFERS, text -> text.replaceFirst("index \\d+", "index 0")));
        lies.put("a leaf that is none", Map.entry(Code.PROOF_MALFORMED, text -> extra(text, "{}")));
        lies.put(
                "the leaf of another pack",
                Map.entry(Code.PROOF_DIFFERS, text -> extra(text, leaf(text).replace(PackKit.PACK, "EH-2026-11"))));
        lies.put(
                "a leaf that no log has",
                Map.entry(
                        Code.PROOF_DIFFERS, text -> extra(text, leaf(text).replaceFirst("2026-10-05", "2026-10-06"))));
        lies.put(
                "a hash too many",
                Map.entry(Code.PROOF_DIFFERS, text -> text.replaceFirst("(\n[^\n]+=)\n\n", "$1$1\n\n")));
        lies.put("a checkpoint of nobody's", Map.entry(Code.SIGNATURE_INVALID, LeafProofTest::forged));
        return lies.entrySet().stream()
                .map(lie -> DynamicTest.dynamicTest(lie.getKey(), () -> {
                    String told = lie.getValue().getValue().apply(proof);
                    assertThat(told).isNotEqualTo(proof);
                    Step step = step(pack, told);
                    assertThat(step.status()).isEqualTo(Status.FAIL);
                    assertThat(step.found())
                            .extracting(Discrepancy::code)
                            .containsExactly(lie.getValue().getKey());
                }));
    }

    /** Of a log that goes on otherwise: the same leaf behind other ones, signed by the genuine key. */
    @Test
    void aLogThatDoesNotGoOnFromThePacksIsFound() throws IOException {
        LeafProof genuine = LeafProof.parse(proof.getBytes(StandardCharsets.UTF_8));
        MerkleTree other = new MerkleTree();
        for (int i = 0; i < genuine.index(); i++) {
            other.add(("{\"another\":" + i + "}").getBytes(StandardCharsets.UTF_8));
        }
        other.add(genuine.line());
        Checkpoint signed = SignedNote.sign(genuine.checkpoint().origin(), other, KEY);
        LeafProof told = new LeafProof(genuine.line(), genuine.index(), other.inclusion((int) genuine.index()), signed);

        assertThat(step(pack, told.text()).found())
                .extracting(Discrepancy::says)
                .containsExactly("Its leaf does not stand behind what the pack's checkpoint covers.");
    }

    /** The log changed its key after the pack: whoever has the key of then can say neither yes nor no. */
    @Test
    void aProofThatALaterKeySignedIsNotChecked() throws IOException {
        SigningKey next = SigningKey.of(Sha256.streaming().digest(new byte[] {7}));
        Path changed = folder.resolve("changed");
        byte[] zip;
        try (Vault vault = PackKit.fill(changed)) {
            zip = PackKit.pack(vault, PackKit.meaning(vault), List.of(PackKit.FIRST, PackKit.SECOND));
            vault.sealPack(PackKit.PACK, Sha256.hex(zip));
        }
        try (FileVault vault = FileVault.open(changed, KEY, FileVaultTest.CLOCK)) {
            vault.rotate(next);
        }
        String told;
        try (Vault vault = FileVault.read(changed)) {
            told = vault.proof(PackKit.PACK).orElseThrow();
        }
        assertThat(step(zip, told))
                .returns(Status.NOT_CHECKED, Step::status)
                .extracting(Step::says)
                .asString()
                .startsWith("It is leaf 8 of the log, by a checkpoint over 9. Nobody signed that who is known here");
        LeafProof genuine = LeafProof.parse(told.getBytes(StandardCharsets.UTF_8));
        String byUs = "\u2014 " + PackKit.ORIGIN + " "
                + Base64.getEncoder().encodeToString(blob(SignedNote.keyId(PackKit.ORIGIN, KEY.publicKey()))) + "\n";
        String note = genuine.checkpoint().note();
        assertThat(step(zip, told.replace(note.substring(note.indexOf("\n\n") + 2), byUs)))
                .as("a signature that names the known key and is not its")
                .returns(Status.FAIL, Step::status);
    }

    private static byte[] blob(byte[] id) {
        return Arrays.copyOf(id, 68);
    }

    private static String leaf(String text) {
        String line = text.lines()
                .filter(each -> each.startsWith("extra "))
                .findFirst()
                .orElseThrow();
        return new String(Base64.getDecoder().decode(line.substring(6)), StandardCharsets.UTF_8);
    }

    private static String extra(String text, String leaf) {
        String base64 = Base64.getEncoder().encodeToString(leaf.getBytes(StandardCharsets.UTF_8));
        return text.replaceFirst("extra [^\n]+", "extra " + base64);
    }

    private static String forged(String text) {
        LeafProof genuine = LeafProof.parse(text.getBytes(StandardCharsets.UTF_8));
        byte[] seed = new byte[32];
        seed[0] = 9;
        MerkleTree one = new MerkleTree();
        one.add(genuine.line());
        String theirs;
        try {
            theirs = SignedNote.sign(genuine.checkpoint().origin(), one, SigningKey.of(seed))
                    .note();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String ours = genuine.checkpoint().note();
        // The signed text is the log's own, the signature another key's.
        return text.replace(ours.substring(ours.indexOf("\n\n")), theirs.substring(theirs.indexOf("\n\n")));
    }

    private static Step step(byte[] zip, String told) throws IOException {
        Files.writeString(folder.resolve(PackKit.PACK + ".tlog-proof"), told);
        return PackKit.check(folder, zip, null).stream()
                .filter(step -> step.name() == Name.LOGGED)
                .findFirst()
                .orElseThrow();
    }
}
