package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that takes short messages only signs the digest of the statement, and nothing less is checked for it. */
@OneJdk
class BriefTest {

    /** As AWS KMS is, but shorter still. */
    private static final Signer SHORT = new Signer() {
        @Override
        public PublicKey publicKey() {
            return KEY.publicKey();
        }

        @Override
        public int longest() {
            return 512;
        }

        @Override
        public byte[] sign(byte[] message) {
            assertThat(message.length).isLessThanOrEqualTo(longest());
            return KEY.sign(message);
        }
    };

    @TempDir
    static Path folder;

    private static Vault vault;
    private static Statement.Meaning meaning;
    private static byte[] pack;

    @BeforeAll
    static void bind() throws IOException {
        vault = PackKit.fill(folder.resolve("vault"));
        meaning = PackKit.meaning(vault);
        pack = PackKit.pack(vault, meaning, List.of(PackKit.FIRST, PackKit.SECOND), SHORT);
        vault.close();
    }

    private static List<Step> check(SortedMap<String, byte[]> files) throws IOException {
        return PackKit.check(folder, PackKit.zip(files), null);
    }

    private static List<Code> codes(SortedMap<String, byte[]> files) throws IOException {
        PackKit.bagAnew(files, meaning);
        return check(files).stream()
                .flatMap(step -> step.found().stream())
                .map(Discrepancy::code)
                .distinct()
                .toList();
    }

    @Test
    void packIsSoundInEveryStep() throws IOException {
        assertThat(PackKit.files(pack)).containsKey(Bag.WHOLE);
        assertThat(PackKit.check(folder, pack, null))
                .filteredOn(step -> step.status() != Status.NOT_ASKED)
                .hasSizeGreaterThanOrEqualTo(9)
                .extracting(Step::status)
                .containsOnly(Status.OK);
    }

    /** Its base64 would be longer than the one text that a reader takes. */
    @Test
    void statementThatIsTooLongForAnEnvelopeIsSignedByItsDigest() throws IOException {
        byte[] longest = new byte[Envelope.LONGEST];
        assertThat(Envelope.read(CanonicalJson.line(Envelope.sign(longest, KEY)))
                        .statement())
                .hasSize(Envelope.LONGEST);
        List<Statement.Ran> runs = Collections.nCopies(300_000, new Statement.Ran("x".repeat(40), "MISSED"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PackWriter(Meanings.with(meaning, meaning.log(), runs, List.of(), List.of(), "none")).write(KEY, "", out);
        assertThat(PackKit.files(out.toByteArray()).get(Bag.WHOLE)).hasSizeGreaterThan(Envelope.LONGEST);
        assertThat(PackKit.check(folder, out.toByteArray(), null))
                .filteredOn(step -> step.name() == Step.Name.SIGNATURE)
                .extracting(Step::status)
                .containsExactly(Status.OK);
    }

    @Test
    void reprintWithTheSameStatementIsTheSamePack() throws IOException {
        PackWriter again = new PackWriter(meaning);
        for (Map.Entry<String, byte[]> file : PackKit.files(pack).entrySet()) {
            if (file.getKey().startsWith(Bag.PAYLOAD)) {
                again.add(file.getKey().substring(Bag.PAYLOAD.length()), Content.of(file.getValue()));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String issued = new String(PackKit.files(pack).get(Bag.STATEMENT), StandardCharsets.US_ASCII);
        again.write(SHORT, issued, out);
        assertThat(out.toByteArray()).isEqualTo(pack);
    }

    @Test
    void everyFlippedBitOfTheStatementIsNoticed() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        byte[] genuine = files.get(Bag.WHOLE);
        for (int at = 0; at < genuine.length; at += 37) {
            byte[] other = genuine.clone();
            other[at] ^= (byte) (1 << at % 8);
            files.put(Bag.WHOLE, other);
            assertThat(codes(files)).as("byte " + at).containsExactly(Code.STATEMENT_MALFORMED);
        }
    }

    @Test
    void fileThatIsMissingOrNotSignedFails() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        files.remove(Bag.WHOLE);
        assertThat(codes(files)).containsExactly(Code.STATEMENT_MALFORMED);
        SortedMap<String, byte[]> beside = PackKit.files(
                PackKit.pack(FileVault.read(folder.resolve("vault")), meaning, List.of(PackKit.FIRST, PackKit.SECOND)));
        beside.put(Bag.WHOLE, PackKit.files(pack).get(Bag.WHOLE));
        assertThat(codes(beside)).containsExactly(Code.STATEMENT_MALFORMED);
    }

    @Test
    void digestOfTheStatementThatSomebodyElseSignedFails() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        byte[] brief = Envelope.read(files.get(Bag.STATEMENT)).statement();
        files.put(Bag.STATEMENT, CanonicalJson.line(Envelope.sign(brief, SigningKey.of(new byte[32]))));
        assertThat(codes(files)).containsExactly(Code.SIGNATURE_INVALID);
    }

    @Test
    void commandsOfTheHowToFollowTheDigest() throws IOException {
        Shell.needs(List.of("bash", "unzip", "sha256sum", "openssl"));
        Shell sound = follow(pack);
        assertThat(sound.code()).as(sound::output).isZero();
        SortedMap<String, byte[]> files = PackKit.files(pack);
        PackKit.edit(files, Bag.WHOLE, text -> text.replace("o-example", "o-other12"));
        PackKit.bagAnew(files, meaning);
        Shell edited = follow(PackKit.zip(files));
        assertThat(edited.code()).isNotZero();
        assertThat(edited.output()).contains("WRONG: the statement is another than was signed");
    }

    private static Shell follow(byte[] zip) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "pack", ".zip"), zip);
        Path key = Files.writeString(folder.resolve("key.pem"), KEY.publicPem());
        try (InputStream text = PackWriter.howTo()) {
            return Shell.run(
                    new String(text.readAllBytes(), StandardCharsets.UTF_8),
                    Files.createTempDirectory(folder, "empty"),
                    Map.of("PACK", file.toString(), "KEY", key.toString()));
        }
    }
}
