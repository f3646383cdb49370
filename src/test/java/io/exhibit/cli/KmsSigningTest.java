package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.sandbox.api.KmsSigning;
import io.exhibit.seal.Signer;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings name a key of AWS KMS: log and packs are signed by it, and checked like any other. */
@OneJdk
class KmsSigningTest {

    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/" + KmsSigning.KEY;
    private static final String OTHER = "arn:aws:kms:eu-west-1:111122223333:key/" + KmsSigning.KEY;
    private static final InstantSource CLOCK = InstantSource.fixed(SmallPack.AT);

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Consoles console;

    @BeforeEach
    void settings() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        write("aws:\n  endpoint: " + sandbox.endpoint() + "\n  kms_key: " + ARN + "\n");
    }

    @AfterEach
    void close() {
        sandbox.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("exhibit.yaml"), text);
    }

    private Wiring wiring() {
        console = Consoles.listening();
        return new Wiring(SettingsReader.read(folder.resolve("exhibit.yaml")), console.console());
    }

    private int run(String line) {
        console = Consoles.listening();
        return Main.run(
                console.console(), line.replace("FOLDER", folder.toString()).split(" +"));
    }

    private void vault() throws IOException {
        assertThat(run("keys show --settings FOLDER/exhibit.yaml")).isZero();
        assertThat(console.err()).contains("Fetched from AWS KMS");
        try (Vault vault = wiring().vaultToWrite(CLOCK)) {
            vault.sealPack("EH-2026-09", "ab".repeat(32));
        }
    }

    @Test
    void publicHalfIsFetchedOnceAndWithoutItNothingBegins() throws IOException {
        assertThat(run("keys rotate --to " + OTHER + " --settings FOLDER/exhibit.yaml"))
                .isEqualTo(ExitCode.MISSING);
        vault();
        assertThat(folder.resolve("keys/exhibit.pem")).doesNotExist();
        assertThat(run("keys show --settings FOLDER/exhibit.yaml")).isZero();
        assertThat(console.err()).isEmpty();
        assertThat(run("verify FOLDER/vault --key FOLDER/keys/exhibit.pub.pem")).isZero();
        run("doctor --settings FOLDER/exhibit.yaml");
        assertThat(console.out() + console.err()).contains(ARN + " of AWS KMS, which signed a trial");
    }

    /** A statement is longer than what KMS takes, so its digest is signed. */
    @Test
    void packIsSignedByItsDigestAndCheckedLikeAnyOther() throws IOException {
        vault();
        Path pack = folder.resolve("EH-2026-10.zip");
        try (Vault vault = wiring().vaultToWrite(CLOCK)) {
            SmallPack.bind(vault, pack, "EH-2026-10", wiring().signing().signer(), 30);
        }
        assertThat(new String(Files.readAllBytes(pack), StandardCharsets.ISO_8859_1))
                .contains("EH-2026-10/statement.json");
        assertThat(run("verify FOLDER/EH-2026-10.zip --key FOLDER/keys/exhibit.pub.pem"))
                .as(() -> console.out())
                .isZero();
        SigningKey stranger = SmallPack.key(3);
        Files.writeString(folder.resolve("other.pub.pem"), stranger.publicPem());
        assertThat(run("verify FOLDER/EH-2026-10.zip --key FOLDER/other.pub.pem"))
                .isEqualTo(ExitCode.VERIFICATION_FAILED);
    }

    @Test
    void logChangesFromFileToKmsAndBack() throws IOException {
        vault();
        Signer first = wiring().signing().signer();
        Files.writeString(folder.resolve("first.pub.pem"), first.publicPem());
        assertThat(run("keys rotate --settings FOLDER/exhibit.yaml")).isEqualTo(ExitCode.USAGE);
        assertThat(run("keys rotate --to " + OTHER + " --settings FOLDER/exhibit.yaml"))
                .isZero();
        assertThat(console.out()).contains("aws.kms_key: " + OTHER);
        assertThat(run("keys rotate --to " + ARN + " --settings FOLDER/exhibit.yaml"))
                .as("the settings still name the former key")
                .isEqualTo(ExitCode.FILE);
        assertThat(console.err()).contains("its log changed to the key");
        write("aws:\n  endpoint: " + sandbox.endpoint() + "\n  kms_key: " + OTHER + "\n");
        assertThat(run("keys show --settings FOLDER/exhibit.yaml")).isZero();
        assertThat(run("keys new FOLDER/keys/file.pem")).isZero();
        assertThat(run("keys rotate --to FOLDER/keys/file.pem --settings FOLDER/exhibit.yaml"))
                .isZero();
        write("key: keys/file.pem\n");
        try (Vault vault = wiring().vaultToWrite(CLOCK)) {
            vault.sealPack("EH-2026-10", "cd".repeat(32));
        }
        assertThat(run("verify FOLDER/vault --key FOLDER/first.pub.pem"))
                .as(() -> console.out())
                .isZero();
    }

    @Test
    void keyThatMayNotSignEndsTheCommandWithASentence() throws IOException {
        vault();
        List<String> before = Files.readAllLines(folder.resolve("vault/log/leaves"));
        sandbox.close();
        assertThat(run("keys rotate --to " + folder + "/none.pem --settings FOLDER/exhibit.yaml"))
                .isEqualTo(ExitCode.SETTINGS);
        assertThat(run("keys new FOLDER/keys/file.pem")).isZero();
        assertThat(run("keys rotate --to FOLDER/keys/file.pem --settings FOLDER/exhibit.yaml"))
                .isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(console.err()).contains("AWS KMS did not sign with " + ARN);
        assertThat(Files.readAllLines(folder.resolve("vault/log/leaves"))).isEqualTo(before);
    }

    /** An answer that is lost is asked for again. */
    @Test
    void aSignatureThatIsLostMakesNoSecondLeaf() throws IOException {
        vault();
        AtomicBoolean lost = new AtomicBoolean();
        sandbox.watch(kind -> {
            lost.set(true);
            sandbox.faults(List.of());
        });
        sandbox.faults(List.of(FaultSpec.parse("kms.Sign=dropped")));
        try (Vault vault = wiring().vaultToWrite(CLOCK)) {
            vault.sealPack("EH-2026-10", "cd".repeat(32));
        }
        assertThat(lost).isTrue();
        assertThat(Files.readAllLines(folder.resolve("vault/log/leaves"))).hasSize(2);
        assertThat(run("verify FOLDER/vault --key FOLDER/keys/exhibit.pub.pem")).isZero();
    }

    /** The key does not answer while something is logged: nothing of it is there, and the log goes on when it answers again. */
    @ParameterizedTest
    @ValueSource(strings = {"unavailable", "denied"})
    void keyThatDoesNotAnswerLeavesTheLogAsItWas(String fault) throws IOException {
        vault();
        byte[] before = Files.readAllBytes(folder.resolve("vault/log/leaves"));
        byte[] checkpoint = Files.readAllBytes(folder.resolve("vault/checkpoint"));
        try (Vault vault = wiring().vaultToWrite(CLOCK)) {
            sandbox.faults(List.of(FaultSpec.parse("kms.Sign=" + fault)));
            assertThatThrownBy(() -> vault.sealPack("EH-2026-10", "cd".repeat(32)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("AWS KMS did not sign with " + ARN);
            assertThat(Files.readAllBytes(folder.resolve("vault/log/leaves"))).isEqualTo(before);
            assertThat(Files.readAllBytes(folder.resolve("vault/checkpoint"))).isEqualTo(checkpoint);
            assertThat(vault.packs()).containsOnlyKeys("EH-2026-09");
            sandbox.faults(List.of());
            vault.sealPack("EH-2026-11", "ef".repeat(32));
        }
        assertThat(run("verify FOLDER/vault --key FOLDER/keys/exhibit.pub.pem"))
                .as(() -> console.out())
                .isZero();
    }

    @Test
    void aliasInTheSettingsIsRefused() throws IOException {
        write("aws:\n  kms_key: alias/exhibit\n");
        assertThat(run("doctor --settings FOLDER/exhibit.yaml")).isEqualTo(ExitCode.SETTINGS);
        assertThat(console.err() + console.out()).contains("2:12", "is not the ARN of a KMS key");
    }
}
