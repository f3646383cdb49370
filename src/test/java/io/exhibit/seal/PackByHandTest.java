package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows VERIFY.txt to the letter in a shell, without any of our code. */
@OneJdk
class PackByHandTest {

    @TempDir
    Path temporary;

    private Statement.Meaning meaning;
    private byte[] pack;
    private Checkpoint checkpoint;
    private String output;

    @BeforeEach
    void bind() throws IOException {
        Shell.needs(List.of("bash", "unzip", "sha256sum", "openssl"));
        Files.writeString(temporary.resolve("key.pem"), KEY.publicPem());
        try (Vault vault = PackKit.fill(temporary.resolve("vault"))) {
            meaning = PackKit.meaning(vault);
            checkpoint = vault.checkpoint();
            pack = PackKit.pack(vault, meaning, List.of(PackKit.FIRST, PackKit.SECOND));
        }
    }

    @Test
    void commandsFindNothingWrongWithAGenuinePack() throws IOException {
        assertThat(follow(pack, checkpoint.note())).as(() -> output).isZero();
        assertThat(output).contains("Checked.", "\"pack\":\"EH-2026-10\"").doesNotContain("WRONG");
    }

    @Test
    void commandsStandOnThePageOfTheFormat() throws IOException {
        assertThat(Files.readString(Path.of("src/site/markdown/evidence-format.md")))
                .contains("```sh\n" + commands() + "```\n");
    }

    @Test
    void commandsFindAnEditedReport() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        files.put("data/report.pdf", new byte[] {1});
        assertThat(follow(PackKit.zip(files), "")).isNotZero();
        assertThat(output).contains("data/report.pdf: FAILED");
        PackKit.bagAnew(files, meaning);
        assertThat(follow(PackKit.zip(files), "")).isNotZero();
        assertThat(output).contains("WRONG: the files are not those of the statement");
    }

    @Test
    void commandsFindTheSignatureOfSomebodyElse() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        PackKit.signAnew(files, meaning, SigningKey.of(new byte[32]));
        assertThat(follow(PackKit.zip(files), "")).isNotZero();
        assertThat(output).contains("Signature Verification Failure");
    }

    @Test
    void commandsFindAFileThatIsMissingOrTooMuch() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        files.put("data/extra", new byte[] {1});
        PackKit.bagAnew(files, meaning);
        assertThat(follow(PackKit.zip(files), "")).isNotZero();
        files = PackKit.files(pack);
        files.remove("data/vault/FORMAT");
        PackKit.bagAnew(files, meaning);
        assertThat(follow(PackKit.zip(files), "")).isNotZero();
    }

    @Test
    void commandsFindALogThatWasWrittenAnew() throws IOException {
        MerkleTree other = new MerkleTree();
        other.add("another first leaf".getBytes(StandardCharsets.UTF_8));
        String older = SignedNote.sign(PackKit.ORIGIN, other, KEY).note();
        assertThat(follow(pack, older)).isNotZero();
        assertThat(output).contains("WRONG: the log was written anew");
    }

    @Test
    void commandsFindANightThatIsNamedAndNotThere() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        files.keySet().removeIf(name -> name.startsWith("data/vault/runs/" + PackKit.SECOND));
        PackKit.signAnew(files, meaning, KEY);
        assertThat(follow(PackKit.zip(files), "")).isNotZero();
        assertThat(output).contains("WRONG: the run " + PackKit.SECOND + " is not here");
    }

    @Test
    void commandsFollowAChangeOfTheKeyAndNoForgedOne() throws IOException {
        SigningKey second = SigningKey.of(new byte[32]);
        byte[] changed = rotated("second", second, KEY);
        assertThat(follow(changed, "")).as(() -> output).isZero();
        Files.writeString(temporary.resolve("key.pem"), second.publicPem());
        assertThat(follow(changed, "")).as(() -> output).isZero();
        Files.writeString(temporary.resolve("key.pem"), KEY.publicPem());
        SortedMap<String, byte[]> files = PackKit.files(changed);
        String name = "data/vault/" + Rotation.file(Envelope.keyId(second.publicKey()));
        Envelope genuine = Envelope.read(files.get(name));
        files.put(name, CanonicalJson.line(Envelope.sign(genuine.statement(), second)));
        PackKit.bagAnew(files, meaning);
        assertThat(follow(PackKit.zip(files), "")).isNotZero();
        assertThat(output).contains("Signature Verification Failure");
    }

    private byte[] rotated(String name, SigningKey next, SigningKey old) throws IOException {
        Path place = temporary.resolve(name);
        PackKit.fill(place).close();
        try (FileVault vault = FileVault.open(place, old, FileVaultTest.CLOCK)) {
            vault.rotate(next);
        }
        try (Vault vault = FileVault.read(place)) {
            meaning = PackKit.meaning(vault);
            return PackKit.pack(vault, meaning, List.of(PackKit.FIRST, PackKit.SECOND), next);
        }
    }

    /** @param since an older checkpoint, or "" */
    private int follow(byte[] zip, String since) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "empty");
        Path file = Files.write(Files.createTempFile(temporary, "pack", ".zip"), zip);
        Map<String, String> given = new HashMap<>();
        given.put("PACK", file.toString());
        given.put("KEY", temporary.resolve("key.pem").toString());
        if (!since.isEmpty()) {
            given.put(
                    "SINCE",
                    Files.writeString(temporary.resolve("since"), since).toString());
        }
        Shell shell = Shell.run(commands(), folder, given);
        output = shell.output();
        return shell.code();
    }

    private static String commands() throws IOException {
        try (InputStream text = PackWriter.howTo()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
