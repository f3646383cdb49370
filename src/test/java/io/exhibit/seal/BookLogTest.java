package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.assessment.Approval;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Statement.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log holds the books that nights were judged by, and who approved them, and nobody adds to either. */
class BookLogTest {

    private static final SigningKey MALLORY =
            SigningKey.of(Sha256.streaming().digest(SampleRun.bytes("mallory of the books")));
    private static final LocalDate DAY = LocalDate.parse("2026-10-06");
    private static final Map<String, byte[]> OLD = files("keys: 90\n");
    private static final Map<String, byte[]> NEW = files("keys: 60\n");

    @TempDir
    Path temporary;

    private Path folder;

    /** Two runs by one book, one by another, one by the first again. */
    @BeforeEach
    void months() throws IOException {
        folder = temporary.resolve("vault");
        try (Vault vault = FileVault.create(folder, "example.org/evidence", KEY, CLOCK)) {
            night(vault, "r1", OLD);
            night(vault, "r2", OLD);
            vault.approve(digest(NEW), "Jane Doe, Security Official", DAY, "Keys are 60 days");
            night(vault, "r3", NEW);
            night(vault, "r4", OLD);
        }
    }

    private static Map<String, byte[]> files(String parameters) {
        return Map.of(
                "parameters.yaml", parameters.getBytes(StandardCharsets.UTF_8),
                "organization/scope.yaml", "entity: Klinik Süd\n".getBytes(StandardCharsets.UTF_8));
    }

    /** What {@code sha256sum | sha256sum} prints. */
    private static String digest(Map<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(files)
                .forEach((name, bytes) -> lines.append(Sha256.hex(bytes))
                        .append("  ")
                        .append(name)
                        .append('\n'));
        return Sha256.hex(lines.toString());
    }

    private static void night(Vault vault, String run, Map<String, byte[]> book) throws IOException {
        SampleRun.seal(vault, run);
        vault.keepBook(digest(book), book);
        vault.assess(run, items -> VaultContract.assessment(run));
    }

    private List<Discrepancy> check() {
        return new Verifier(KEY.publicKey()).check(folder);
    }

    private List<String> digests(Vault vault, String... runs) throws IOException {
        return vault.books(Set.of(runs)).stream().map(SealedBook::digest).toList();
    }

    @Test
    void aBookIsSealedWheneverNightsAreJudgedByAnotherOne() throws IOException {
        assertThat(check()).isEmpty();
        try (Vault vault = FileVault.read(folder)) {
            assertThat(digests(vault, "r1", "r2", "r3", "r4")).containsExactly(digest(OLD), digest(NEW), digest(OLD));
            assertThat(digests(vault, "r2"))
                    .as("none follows r2 that it was not judged by")
                    .contains(digest(OLD));
            assertThat(vault.books(Set.of("r1")).get(0).content()).containsExactlyInAnyOrderEntriesOf(OLD);
            assertThat(vault.approvals())
                    .containsExactly(new Approval(
                            digest(NEW), "Jane Doe, Security Official", DAY, "Keys are 60 days", CLOCK.instant()));
        }
    }

    @Test
    void aBookWhoseDigestIsNotThatOfItsFilesIsNotSealed() throws IOException {
        try (Vault vault = FileVault.open(folder, KEY, CLOCK)) {
            assertThatThrownBy(() -> vault.keepBook(digest(NEW), OLD)).isInstanceOf(IllegalArgumentException.class);
            assertThat(vault.checkpoint().size()).isEqualTo(12);
        }
    }

    /** The log's leaves go to strangers: two vaults with the same book have other digests in them. */
    @Test
    void whoKnowsTheBookCannotFindItsDigestInTheLog() throws IOException {
        Path other = temporary.resolve("other");
        try (Vault vault = FileVault.create(other, "example.org/evidence", MALLORY, CLOCK)) {
            night(vault, "r1", OLD);
        }
        assertThat(leaf(other, "book").sha256())
                .isNotEqualTo(leaf(folder, "book").sha256());
        assertThat(Files.readString(folder.resolve("log/leaves"))).doesNotContain(digest(OLD), digest(NEW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"book", "approval"})
    void whatIsNotThereOrOtherwiseIsFound(String kind) throws IOException {
        Leaf leaf = leaf(folder, kind);
        Path file = folder.resolve(leaf.file());
        byte[] sealed = Files.readAllBytes(file);

        sealed[sealed.length / 2] ^= 1;
        Files.write(file, sealed);
        assertThat(check()).extracting(Discrepancy::code, Discrepancy::file).contains(tuple(Code.DIGEST_DIFFERS, leaf));

        Files.delete(file);
        assertThat(check()).extracting(Discrepancy::code, Discrepancy::file).contains(tuple(Code.FILE_MISSING, leaf));
    }

    private static org.assertj.core.groups.Tuple tuple(Code code, Leaf leaf) {
        return org.assertj.core.api.Assertions.tuple(code, leaf.file());
    }

    private static Leaf leaf(Path vault, String kind) throws IOException {
        for (String line : Files.readAllLines(vault.resolve("log/leaves"))) {
            if (line.contains("\"kind\":\"" + kind + "\"")) {
                return CanonicalJson.read((line + "\n").getBytes(StandardCharsets.UTF_8), Leaf.class);
            }
        }
        throw new AssertionError("no leaf of a " + kind);
    }

    /** Whoever has the key of the log can seal what he likes; what he seals must still be what it says it is. */
    @Test
    void anApprovalOfAnotherPlaceOfAnotherKeyOrOfAnotherKindIsFound() throws IOException {
        Instant now = CLOCK.instant();
        Approval given = new Approval(digest(OLD), "Mallory", DAY, "Because", now);
        Head elsewhere = new Head("example.org/other", 12, "ab".repeat(32));
        assertThat(after(BookApproval.of(given, elsewhere), KEY)).containsOnly(Code.RECORD_MISPLACED);
        assertThat(after(null, KEY)).contains(Code.RECORD_MALFORMED);
        assertThat(after(BookApproval.of(given, head()), MALLORY)).contains(Code.SIGNATURE_INVALID);
    }

    private Head head() throws IOException {
        try (Vault vault = FileVault.read(folder)) {
            Checkpoint last = vault.checkpoint();
            return new Head(last.origin(), last.size(), last.root());
        }
    }

    /** What a check finds after that was sealed as an approval, or a review in its place. */
    private List<Code> after(BookApproval said, SigningKey signer) throws IOException {
        byte[] statement = CanonicalJson.line(said == null ? new Review("t", null, "t", List.of()) : said);
        byte[] envelope = CanonicalJson.line(Envelope.sign(statement, signer));
        String sha256 = Sha256.hex(envelope);
        Files.createDirectories(folder.resolve("approvals"));
        Files.write(folder.resolve(ByContent.file(Leaf.Kind.APPROVAL, sha256)), envelope);
        FileVault.open(folder, KEY, CLOCK).close();
        try (Store store = FileVault.mirror(DyingDisk.immortal(), folder)) {
            Format format = Format.read(store, "vault");
            VaultLog log = VaultLog.read(store, "vault", format);
            Leaf leaf = new Leaf(
                    Leaf.Kind.APPROVAL,
                    ByContent.id(sha256),
                    ByContent.file(Leaf.Kind.APPROVAL, sha256),
                    sha256,
                    CLOCK.instant());
            log.append(store, leaf, format.origin(), KEY);
        }
        return check().stream().map(Discrepancy::code).toList();
    }

    @Test
    void aLeafThatLeadsElsewhereIsNeitherReadNorCopied() throws IOException {
        Path mirror = temporary.resolve("mirror");
        try (Store store = FileVault.mirror(DyingDisk.immortal(), folder)) {
            Format format = Format.read(store, "vault");
            VaultLog log = VaultLog.read(store, "vault", format);
            log.append(
                    store,
                    new Leaf(Leaf.Kind.ROTATION, "x", "../stolen", "ab".repeat(32), CLOCK.instant()),
                    format.origin(),
                    KEY);
        }
        assertThat(check()).extracting(Discrepancy::code).contains(Code.RECORD_MISPLACED);
        try (Store from = FileVault.look(folder);
                Store to = FileVault.mirror(DyingDisk.immortal(), mirror)) {
            assertThatThrownBy(() -> new VaultCopy(from, "vault", to, (done, all) -> {}).copy())
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("../stolen");
        }
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
            assertThat(digests(vault, "r3")).contains(digest(NEW));
            assertThat(vault.approvals()).hasSize(1);
        }
    }
}
