package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.assessment.Receipt;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exhibit vault}, as a person types it. */
class VaultCommandTest {

    private static final Instant AT = Instant.parse("2026-10-05T02:15:00Z");
    private static final String RUN = "2026-10-05T021500Z";

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private Consoles console;
    private Path settings;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "example");
    }

    @AfterAll
    static void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        sandbox.close();
    }

    @BeforeEach
    void aVault() throws IOException {
        settings = folder.resolve("exhibit.yaml");
        Files.writeString(
                settings, "s3: {endpoint: '" + sandbox.endpoint() + "', path_style: yes, lock: compliance}\n");
        try (Vault vault = FileVault.create(folder.resolve("vault"), "exhibit/EH", SmallPack.key(1), () -> AT)) {
            vault.seal(SealedRuns.without(RUN, AT, Outcome.FAILED, "unreachable"));
        }
    }

    private int run(String... arguments) {
        console = Consoles.listening();
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--settings";
        all[arguments.length + 1] = settings.toString();
        return Main.run(console.console(), all);
    }

    @Test
    void listSaysHowEachRunEndedAndItsDigest() throws IOException {
        assertThat(run("vault", "list")).isEqualTo(ExitCode.DONE);
        String digest;
        try (Vault vault = FileVault.read(folder.resolve("vault"))) {
            digest = vault.digest(RUN).orElseThrow();
        }
        assertThat(console.out()).contains(RUN + "    FAILED         0 KiB  not judged  " + digest);
        assertThat(console.err()).contains(folder.resolve("vault") + ": 1 leaf in the log. 1 run.");
        assertThat(run("vault", "list", "--json")).isEqualTo(ExitCode.DONE);
        JsonNode run = new ObjectMapper().readTree(console.out()).path("runs").get(0);
        assertThat(run.path("run").asText()).isEqualTo(RUN);
        assertThat(run.path("sha256").asText()).isEqualTo(digest);
        assertThat(run("vault", "list", "--vault", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.MISSING);
    }

    @Test
    void listSaysWhatElseTheLogHolds() throws IOException {
        String zip = "ab".repeat(32);
        try (Vault vault = FileVault.open(folder.resolve("vault"), SmallPack.key(1), () -> AT)) {
            Statement.Head drawn = new Statement.Head("exhibit/EH", 1, "cd".repeat(32));
            vault.release("EH-2026-10", "ef".repeat(32), drawn, "Jane Doe, Security Official", "Read");
            vault.nameChannel("folder", "folder /srv/evidence");
            vault.sealPack("EH-2026-10", zip);
            vault.sealPack("EH-2026-11", zip);
            for (String channel : List.of("folder", "mail")) {
                vault.sealReceipt(new Receipt("EH-2026-10", channel, "folder /srv/evidence", AT, List.of(), "", ""));
            }
        }
        assertThat(run("vault", "list")).isEqualTo(ExitCode.DONE);

        assertThat(console.out())
                .contains("EH-2026-10            PACK      2 receipts  approved    " + zip)
                .contains("  approved by Jane Doe, Security Official")
                .contains("EH-2026-11            PACK      0 receipts              " + zip);
        assertThat(console.err())
                .contains(
                        "7 leaves in the log. 1 run, 1 way of handing over, 1 approval of a draft, 2 packs, 2 receipts.");

        assertThat(run("vault", "list", "--json")).isEqualTo(ExitCode.DONE);
        JsonNode told = new ObjectMapper().readTree(console.out());
        assertThat(told.path("packs").get(0).path("receipts").asInt()).isEqualTo(2);
        assertThat(told.path("packs").get(0).path("approver").asText()).isEqualTo("Jane Doe, Security Official");
        assertThat(told.path("packs").get(1).path("sha256").asText()).isEqualTo(zip);
        assertThat(told.path("leaves").path("receipt").asInt()).isEqualTo(2);
    }

    @Test
    void aFolderEnforcesNothingAndAMirrorInS3DoesForSixYears() throws IOException {
        assertThat(run("vault", "retain")).isEqualTo(ExitCode.GAPS);
        assertThat(console.out()).contains(RUN + "    no lock  six years end 2032-10-05: not covered");
        assertThat(console.err()).contains("nothing enforces that it is kept for six years");
        assertThat(run("vault", "retain", "--until", "2040-01-01")).isEqualTo(ExitCode.SETTINGS);

        assertThat(run("vault", "copy", "s3://exhibit-vault/mirror")).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("Mirror: s3://exhibit-vault/mirror");
        assertThat(run("vault", "copy", "s3://exhibit-vault/mirror")).isEqualTo(ExitCode.DONE);
        assertThat(console.err())
                .contains("0 files, 0 KiB, were copied. Leaves in the log of the mirror: 1, of them new: 0.");

        assertThat(run("vault", "retain", "--vault", "s3://exhibit-vault/mirror"))
                .isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("COMPLIANCE until ", "all 3 objects", "six years end 2032-10-05: covered");
        assertThat(run("vault", "retain", "--vault", "s3://exhibit-vault/mirror", "--until", "2050-01-02"))
                .isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("COMPLIANCE until 2050-01-02");
        assertThat(run("vault", "retain", "--json", "--vault", "s3://exhibit-vault/mirror"))
                .isEqualTo(ExitCode.DONE);
        JsonNode told = new ObjectMapper().readTree(console.out());
        assertThat(told.path("enforced").asBoolean()).isTrue();
        assertThat(told.path("runs").get(0).path("until").asText()).isEqualTo("2050-01-02T00:00:00Z");
    }

    @Test
    void badInputGetsOneSentence() {
        assertThat(run("vault", "copy", folder.resolve("vault").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("A vault cannot be the mirror of itself.");
        assertThat(run("vault", "copy", "s3://No/")).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("TO: \"s3://No/\" is no place in S3.");
        assertThat(run("vault", "retain", "--until", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("--until is a day such as 2033-01-31, not \"soon\".");
        assertThat(run("vault", "retain", "--run", "r9")).isEqualTo(ExitCode.MISSING);
        assertThat(run("vault", "copy", "s3://nowhere-at-all/x")).isEqualTo(ExitCode.MISSING);
        assertThat(console.err()).contains("There is no bucket nowhere-at-all.");
    }
}
