package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.assessment.Channel;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Receipt.Item;
import io.exhibit.assessment.Receipt.State;
import io.exhibit.assessment.Release;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Statement.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log holds whom packs are for, who approved them and who got them, and nobody adds to it. */
class DeliveryLogTest {

    private static final SigningKey MALLORY =
            SigningKey.of(Sha256.streaming().digest(SampleRun.bytes("mallory of the receipts")));
    private static final String OLD = "a".repeat(64);
    private static final String NEW = "b".repeat(64);
    private static final Receipt RECEIPT = receipt("EH-2026-10", NEW);

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void month() throws IOException {
        folder = temporary.resolve("vault");
        try (Vault vault = FileVault.create(folder, "example.org/evidence", KEY, CLOCK)) {
            SampleRun.seal(vault, "r1");
            vault.sealPack("EH-2026-09", OLD);
            vault.nameChannel("auditor", "folder /srv/a");
            vault.release("EH-2026-10", "c".repeat(64), head(vault), "Jane Doe, Security Official", "It is right");
            vault.sealPack("EH-2026-10", NEW);
            vault.sealReceipt(RECEIPT);
        }
    }

    private static Receipt receipt(String pack, String sha256) {
        return new Receipt(
                pack,
                "auditor",
                "folder /srv/a",
                CLOCK.instant(),
                List.of(new Item(pack + ".zip", 7, sha256, State.ARRIVED)),
                "",
                "");
    }

    private static Head head(Vault vault) throws IOException {
        Checkpoint last = vault.checkpoint();
        return new Head(last.origin(), last.size(), last.root());
    }

    private List<Discrepancy> check() {
        return new Verifier(KEY.publicKey()).check(folder);
    }

    @Test
    void whatWasHandedOverToWhomIsReadAgain() throws IOException {
        assertThat(check()).isEmpty();
        try (Vault vault = FileVault.read(folder)) {
            assertThat(vault.receipts()).containsExactly(RECEIPT);
            assertThat(vault.channels()).containsExactly(new Channel("auditor", "folder /srv/a", CLOCK.instant()));
            assertThat(vault.releases())
                    .containsExactly(new Release(
                            "EH-2026-10",
                            "c".repeat(64),
                            3,
                            "Jane Doe, Security Official",
                            "It is right",
                            CLOCK.instant()));
        }
    }

    @Test
    void aChannelIsOwedThePacksThatWereSealedSinceItWasNamed() throws IOException {
        try (Vault vault = FileVault.open(folder, KEY, CLOCK)) {
            assertThat(vault.packsSince("auditor").keySet()).containsExactly("EH-2026-10");
            assertThat(vault.packsSince("other")).isEmpty();
            vault.nameChannel("auditor", "folder /srv/a");
            assertThat(vault.channels()).hasSize(1);
            vault.nameChannel("auditor", "folder /srv/b");
            assertThat(vault.channels()).extracting(Channel::to).containsExactly("folder /srv/a", "folder /srv/b");
            assertThat(vault.packsSince("auditor")).containsOnlyKeys("EH-2026-10");
        }
        assertThat(check()).isEmpty();
    }

    @Test
    void aReceiptOfAPackThatTheLogDoesNotHaveIsNotSealed() throws IOException {
        try (Vault vault = FileVault.open(folder, KEY, CLOCK)) {
            assertThatThrownBy(() -> vault.sealReceipt(receipt("EH-2026-11", NEW)))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("EH-2026-11");
        }
    }

    /** The log's leaves go to strangers: who else is served cannot be tried out. */
    @Test
    void whoKnowsAReceiptCannotFindItsDigestInTheLogOfAnother() throws IOException {
        Path other = temporary.resolve("other");
        try (Vault vault = FileVault.create(other, "example.org/evidence", MALLORY, CLOCK)) {
            vault.nameChannel("auditor", "folder /srv/a");
            vault.sealPack("EH-2026-10", NEW);
            vault.sealReceipt(RECEIPT);
        }
        assertThat(leaf(other, "receipt").sha256())
                .isNotEqualTo(leaf(folder, "receipt").sha256());
        assertThat(leaf(other, "channel").sha256())
                .isNotEqualTo(leaf(folder, "channel").sha256());
    }

    @Test
    void aPackTellsNobodyWhoElseGotWhat() throws IOException {
        try (Vault vault = FileVault.read(folder)) {
            assertThat(vault.files(Set.of("r1")).keySet())
                    .noneMatch(name -> name.matches("(channels|receipts|approvals)/.*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel", "receipt", "release"})
    void whatIsNotThereOrOtherwiseIsFound(String kind) throws IOException {
        Leaf leaf = leaf(folder, kind);
        Path file = folder.resolve(leaf.file());
        byte[] sealed = Files.readAllBytes(file);

        sealed[sealed.length / 2] ^= 1;
        Files.write(file, sealed);
        assertThat(check()).contains(differs(leaf, Code.DIGEST_DIFFERS));

        Files.delete(file);
        assertThat(check()).contains(differs(leaf, Code.FILE_MISSING));
    }

    private Discrepancy differs(Leaf leaf, Code code) {
        return check().stream()
                .filter(found -> found.code() == code && found.file().equals(leaf.file()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " was not found of " + leaf + ": " + check()));
    }

    /** Whoever has the key of the log can seal what he likes; what he seals must still fit the log. */
    @Test
    void aReceiptOfAnotherZipThanTheLogHasIsFound() throws IOException {
        try (Vault vault = FileVault.open(folder, KEY, CLOCK)) {
            vault.sealReceipt(receipt("EH-2026-10", OLD));
        }
        assertThat(check()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(Code.RECEIPT_DIFFERS);
            assertThat(found.says()).contains(OLD, NEW, "EH-2026-10.zip");
        });
    }

    @Test
    void aReceiptBeforeItsPackIsFound() throws IOException {
        SealedReceipt early = new SealedReceipt(receipt("EH-2026-11", NEW), "");
        append(Leaf.Kind.RECEIPT, CanonicalJson.line(early));
        assertThat(check()).extracting(Discrepancy::code).containsExactly(Code.RECEIPT_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANNEL", "RECEIPT", "RELEASE"})
    void whatIsOfAnotherFormIsFound(Leaf.Kind kind) throws IOException {
        append(kind, "{}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(check()).extracting(Discrepancy::code).containsExactly(Code.RECORD_MALFORMED);
    }

    @Test
    void anApprovalOfAnotherPlaceOfAnotherDraftsLogOrOfAnotherKeyIsFound() throws IOException {
        Head now;
        try (Vault vault = FileVault.read(folder)) {
            now = head(vault);
        }
        Release given = new Release("EH-2026-10", NEW, now.size(), "Mallory", "Because", CLOCK.instant());
        Head never = new Head(now.origin(), 2, "ab".repeat(32));
        assertThat(after(PackApproval.of(given, now, never), KEY)).containsExactly(Code.RECORD_MISPLACED);
    }

    @Test
    void anApprovalOfADraftOfAStateThatTheLogNeverHadIsFound() throws IOException {
        try (Vault vault = FileVault.open(folder, KEY, CLOCK)) {
            vault.release("EH-2026-11", NEW, new Head("example.org/evidence", 2, "ab".repeat(32)), "M", "B");
        }
        assertThat(check()).extracting(Discrepancy::code).containsExactly(Code.RECORD_MISPLACED);
    }

    @Test
    void anApprovalThatAnotherKeySignedIsFound() throws IOException {
        Head now;
        try (Vault vault = FileVault.read(folder)) {
            now = head(vault);
        }
        Release given = new Release("EH-2026-10", NEW, now.size(), "Mallory", "Because", CLOCK.instant());
        assertThat(after(PackApproval.of(given, now, now), MALLORY)).containsExactly(Code.SIGNATURE_INVALID);
    }

    private List<Code> after(PackApproval said, SigningKey signer) throws IOException {
        append(Leaf.Kind.RELEASE, CanonicalJson.line(Envelope.sign(CanonicalJson.line(said), signer)));
        return check().stream().map(Discrepancy::code).toList();
    }

    private void append(Leaf.Kind kind, byte[] content) throws IOException {
        try (Store store = FileVault.mirror(DyingDisk.immortal(), folder)) {
            Format format = Format.read(store, "vault");
            VaultLog log = VaultLog.read(store, "vault", format);
            log.append(store, ByContent.put(store, kind, content, CLOCK.instant()), format.origin(), KEY);
        }
    }

    private static Leaf leaf(Path vault, String kind) throws IOException {
        for (String line : Files.readAllLines(vault.resolve("log/leaves"))) {
            if (line.contains("\"kind\":\"" + kind + "\"")) {
                return CanonicalJson.read((line + "\n").getBytes(StandardCharsets.UTF_8), Leaf.class);
            }
        }
        throw new AssertionError("no leaf of a " + kind);
    }

    @Test
    void aMirrorHasThemToo() throws IOException {
        Path mirror = temporary.resolve("mirror");
        try (Store from = FileVault.look(folder);
                Store to = FileVault.mirror(DyingDisk.immortal(), mirror)) {
            new VaultCopy(from, "vault", to, (done, all) -> {}).copy();
        }
        assertThat(new Verifier(KEY.publicKey()).check(mirror)).isEmpty();
        try (Vault vault = FileVault.read(mirror)) {
            assertThat(vault.receipts()).containsExactly(RECEIPT);
            assertThat(vault.releases()).hasSize(1);
        }
    }
}
