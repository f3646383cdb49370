package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.verify.TrustReader;
import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.Pem;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are made, shown and changed; what a person does with them is in the messages. */
class KeysCommandTest {

    @TempDir
    private Path folder;

    private Path key;
    private Consoles console;

    @BeforeEach
    void settings() throws IOException {
        key = folder.resolve("keys/exhibit.pem");
        Files.writeString(folder.resolve("exhibit.yaml"), "vault: vault\nkey: keys/exhibit.pem\n");
    }

    private int run(String line) {
        console = Consoles.listening();
        return Main.run(
                console.console(), line.replace("FOLDER", folder.toString()).split(" +"));
    }

    private SigningKey vault() throws IOException {
        assertThat(run("keys new FOLDER/keys/exhibit.pem")).isZero();
        SigningKey first = SigningKey.load(key);
        try (Vault vault =
                FileVault.create(folder.resolve("vault"), "exhibit/EH", first, InstantSource.fixed(SmallPack.AT))) {
            vault.sealPack("EH-2026-09", "ab".repeat(32));
        }
        return first;
    }

    private List<String> files(String in) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(in))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void newKeyIsForItsOwnerOnlyAndNeverWritesOverOne() throws IOException {
        assertThat(run("keys new FOLDER/jane.pem")).isZero();
        Path file = folder.resolve("jane.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        SigningKey made = SigningKey.load(file);
        assertThat(Files.readString(folder.resolve("jane.pub.pem"))).isEqualTo(made.publicPem());
        assertThat(console.out()).doesNotContain("PRIVATE");
        assertThat(run("keys new FOLDER/jane.pem")).isEqualTo(ExitCode.CANNOT_WRITE);
        Files.delete(folder.resolve("jane.pub.pem"));
        assertThat(run("keys new FOLDER/jane.pem")).isEqualTo(ExitCode.CANNOT_WRITE);
        Files.move(file, folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("jane.pub.pem"), "somebody's");
        assertThat(run("keys new FOLDER/jane.pem")).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsShownCanBePutIntoATrustFile() throws IOException {
        SigningKey first = vault();
        assertThat(run("keys show --settings FOLDER/exhibit.yaml")).isZero();
        String shown = console.out();
        assertThat(shown).contains(first.publicPem()).doesNotContain("PRIVATE");
        assertThat(shown).containsPattern("For checkpoints: exhibit/EH\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}\n");
        String entry = shown.substring(shown.indexOf("  - name: exhibit"));
        Trust trust = TrustReader.read(Files.writeString(folder.resolve("trust.yaml"), "keys:\n" + entry));
        assertThat(trust.keys()).hasSize(1);
        assertThat(trust.keys().get(0).from()).as("its first leaf").isEqualTo(SmallPack.AT);
        assertThat(run("verify FOLDER/vault --trust FOLDER/trust.yaml")).isZero();
    }

    @Test
    void keyOfAReviewerIsShownAsOne() throws IOException {
        assertThat(run("keys new FOLDER/jane.pem")).isZero();
        assertThat(run("keys show FOLDER/jane.pub.pem --reviewer --name jane --settings FOLDER/exhibit.yaml"))
                .isZero();
        assertThat(console.out()).contains("- name: jane", "roles: [reviewer]").doesNotContain("For checkpoints");
        assertThat(console.out())
                .contains("key: "
                        + Pem.base64(SigningKey.load(folder.resolve("jane.pem")).publicKey()));
    }

    @Test
    void logGoesOnWithAnotherKeyAndTheOldOneIsKept() throws IOException {
        SigningKey first = vault();
        assertThat(run("keys rotate --settings FOLDER/exhibit.yaml")).isZero();
        SigningKey second = SigningKey.load(key);
        assertThat(second.publicPem()).isNotEqualTo(first.publicPem());
        assertThat(Files.readString(folder.resolve("keys/exhibit.pub.pem"))).isEqualTo(second.publicPem());
        assertThat(files("keys")).hasSize(4).doesNotContain("exhibit.pem.next");
        try (Vault vault =
                FileVault.open(folder.resolve("vault"), second, InstantSource.fixed(SmallPack.AT.plusSeconds(1)))) {
            vault.sealPack("EH-2026-10", "cd".repeat(32));
        }
        Files.writeString(folder.resolve("first.pub.pem"), first.publicPem());
        assertThat(run("verify FOLDER/vault --key FOLDER/first.pub.pem"))
                .as(() -> console.out())
                .isZero();
        assertThat(run("verify FOLDER/vault --key FOLDER/keys/exhibit.pub.pem")).isZero();
    }

    @Test
    void changeThatWasBrokenOffIsToldAndEnded() throws IOException {
        SigningKey first = vault();
        SigningKey second = SmallPack.key(9);
        second.save(folder.resolve("keys/exhibit.pem.next"));
        assertThat(run("doctor --settings FOLDER/exhibit.yaml")).isNotEqualTo(ExitCode.DONE);
        assertThat(console.out()).doesNotContain("change of its key");
        try (FileVault vault =
                FileVault.open(folder.resolve("vault"), first, InstantSource.fixed(SmallPack.AT.plusSeconds(1)))) {
            vault.rotate(second);
        }
        run("doctor --settings FOLDER/exhibit.yaml");
        assertThat(console.out() + console.err()).contains("a change of its key was broken off");
        assertThat(run("keys rotate --settings FOLDER/exhibit.yaml")).isZero();
        assertThat(console.err()).contains("had been broken off; it is done now, and no other was begun");
        assertThat(SigningKey.load(key).publicPem()).isEqualTo(second.publicPem());
        assertThat(new Verifier(first.publicKey()).check(folder.resolve("vault")))
                .isEmpty();
        assertThat(Checkpoint.read(folder.resolve("vault/checkpoint")).size()).isEqualTo(2);
    }

    @Test
    void whatCannotBeDoneIsToldInOneSentence() throws IOException {
        assertThat(run("keys")).isEqualTo(ExitCode.USAGE);
        assertThat(run("keys rotate --settings FOLDER/exhibit.yaml")).isEqualTo(ExitCode.MISSING);
        assertThat(console.err()).contains("There is no vault");
        assertThat(run("keys show --settings FOLDER/exhibit.yaml")).isEqualTo(ExitCode.MISSING);
        assertThat(run("keys show FOLDER/exhibit.yaml --settings FOLDER/exhibit.yaml"))
                .isIn(ExitCode.SETTINGS, ExitCode.FILE);
        vault();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        byte[] checkpoint = Files.readAllBytes(folder.resolve("vault/checkpoint"));
        assertThat(run("keys rotate --settings FOLDER/exhibit.yaml")).isEqualTo(ExitCode.SETTINGS);
        assertThat(console.err()).contains("chmod 600");
        assertThat(Files.readAllBytes(folder.resolve("vault/checkpoint"))).isEqualTo(checkpoint);
        Files.delete(key);
        assertThat(run("keys rotate --settings FOLDER/exhibit.yaml")).isEqualTo(ExitCode.SETTINGS);
        assertThat(console.err()).contains("is not there");
    }
}
