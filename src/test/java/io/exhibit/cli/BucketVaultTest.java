package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import io.exhibit.cli.checks.BucketChecks;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.VaultWiring;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.sandbox.objects.ObjectStore;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.Profile;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Step;
import io.exhibit.seal.Store;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over a vault in S3, as the settings name it. */
@OneJdk
class BucketVaultTest {

    private static final Instant FIRST = Instant.parse("2026-10-05T02:15:00Z");

    private static Sandbox sandbox;
    private static int made;

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private final SimulatedClock clock = new SimulatedClock(FIRST);

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

    private Wiring wiring(String s3) throws IOException {
        Path file = folder.resolve("exhibit.yaml");
        Files.writeString(
                file,
                TinyBook.SETTINGS + "vault: s3://" + ObjectStore.VAULT + "/cli/" + made++ + "\ns3: {endpoint: '"
                        + sandbox.endpoint() + "', path_style: yes, " + s3 + "}\n");
        return new Wiring(SettingsReader.read(file), console.console());
    }

    private static void seal(Wiring wiring, SimulatedClock clock) throws IOException {
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.seal(SealedRuns.without("2026-10-05T021500Z", FIRST, Outcome.FAILED, "unreachable"));
        }
    }

    @Test
    void aPackIsBoundFromIt() throws IOException {
        Wiring wiring = wiring("lock: compliance");
        seal(wiring, clock);
        clock.begin(Instant.parse("2026-11-03T09:00:00Z"));

        new Unattended(wiring, clock, pause -> false, console.console()).bindOwed();

        assertThat(console.err()).contains("EH-2026-10.pdf");
        try (Vault vault = wiring.vaultToRead()) {
            assertThat(vault.packs()).containsOnlyKeys("EH-2026-10");
            // The sealed run and those of the 26 days after it, which were missed.
            assertThat(test("COL-07").path("verdict").asText()).isEqualTo("pass");
            assertThat(test("COL-07").path("population").asInt()).isEqualTo(27);
            assertThat(test("COL-04").path("verdict").asText()).isEqualTo("pass");
            assertThat(vault.runIds()).contains("2026-10-05T021500Z");
            // The default, from what was written first on: the lock must not end a moment too early.
            assertThat(vault.retained("2026-10-05T021500Z").covers(Instant.parse("2032-10-05T02:15:00Z")))
                    .isTrue();
        }
    }

    @Test
    void anotherMachineMakesAnIssuedPackAgain() throws IOException {
        Wiring wiring = wiring("lock: compliance");
        seal(wiring, clock);
        clock.begin(Instant.parse("2026-11-03T09:00:00Z"));
        YearMonth month = YearMonth.of(2026, 10);
        PackRun.Bound first = PackCommand.bind(wiring, month, clock);
        PackRun.Bound masked = PackCommand.bind(
                new Wiring(wiring.settings().withProfile(Profile.PUBLIC), console.console()), month, clock);

        clock.begin(Instant.parse("2026-11-07T09:00:00Z"));
        Settings elsewhere = wiring.settings().withPackFolder(folder.resolve("other machine"));
        PackRun.Bound again = PackCommand.bind(new Wiring(elsewhere, console.console()), month, clock);
        PackRun.Bound maskedAgain =
                PackCommand.bind(new Wiring(elsewhere.withProfile(Profile.PUBLIC), console.console()), month, clock);

        assertThat(again.sha256()).isEqualTo(first.sha256());
        assertThat(maskedAgain.sha256()).isEqualTo(masked.sha256());
        assertThat(folder.resolve("other machine/EH-2026-10.issue.json"))
                .hasSameBinaryContentAs(folder.resolve("packs/EH-2026-10.issue.json"));
    }

    private JsonNode test(String id) throws IOException {
        try (PackVault pack = PackVault.open(folder.resolve("packs/EH-2026-10.zip"), Optional.empty())) {
            JsonNode assessment = new ObjectMapper().readTree(pack.file("assessment.json"));
            return assessment.findParents("id").stream()
                    .filter(test -> test.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theDoctorSaysHowItIsKept() throws IOException {
        Wiring locked = wiring("lock: governance, retention_days: 30");
        assertThat(vault(locked).state()).isEqualTo(Checked.State.OK);
        assertThat(vault(locked).found())
                .endsWith(", none yet; the first collection makes it; locked (GOVERNANCE) for 30 days");
        seal(locked, clock);
        assertThat(vault(locked).found())
                .endsWith(", 1 leaf in the log, as its checkpoint covers; locked (GOVERNANCE) for 30 days");

        Wiring open = wiring("lock: none");
        assertThat(vault(open).state()).isEqualTo(Checked.State.WARNING);
        assertThat(vault(open).advice()).startsWith("Whoever may delete there can delete evidence. ");

        sandbox.objects().make(ObjectStore.VAULT + "-plain", false, false);
        Wiring plain = new Wiring(
                locked.settings()
                        .withVault(Given.place(
                                "--vault",
                                "s3://" + ObjectStore.VAULT + "-plain",
                                locked.settings().vault().s3())),
                console.console());
        assertThat(vault(plain).state()).isEqualTo(Checked.State.TROUBLE);
        assertThat(vault(plain).found()).contains("keeps no versions").contains("s3.lock: governance");
    }

    @Test
    void theKeyThatSignedItIsMissed() throws IOException {
        Wiring wiring = wiring("lock: compliance");
        seal(wiring, clock);
        Files.delete(wiring.settings().key());
        assertThatThrownBy(() -> wiring.vaultToWrite(clock))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.code()).isEqualTo(ExitCode.MISSING))
                .hasMessageStartingWith("The key that signed the log of s3://exhibit-vault/cli/");
    }

    @Test
    void itsKeyIsChangedByTheCommandAlsoOneThatWasBrokenOff() throws IOException {
        Wiring wiring = wiring("lock: compliance");
        seal(wiring, clock);
        Path key = wiring.settings().key();
        SigningKey first = SigningKey.load(key);
        SigningKey second = SmallPack.key(9);
        second.save(key.resolveSibling("exhibit.pem.next"));
        try (LoggedVault vault = wiring.vaultToWrite(clock)) {
            vault.rotate(second);
        }
        assertThat(vault(wiring).state()).isEqualTo(Checked.State.WARNING);
        assertThat(vault(wiring).found()).startsWith("a change of its key was broken off");

        String settings = folder.resolve("exhibit.yaml").toString();
        assertThat(Main.run(console.console(), "keys", "rotate", "--settings", settings))
                .isZero();
        assertThat(console.err()).contains("had been broken off; it is done now, and no other was begun");
        assertThat(SigningKey.load(key).publicKey()).isEqualTo(second.publicKey());
        assertThat(vault(wiring).state()).isEqualTo(Checked.State.OK);

        assertThat(Main.run(console.console(), "keys", "rotate", "--settings", settings))
                .isZero();
        assertThat(SigningKey.load(key).publicKey()).isNotEqualTo(second.publicKey());
        try (Store store = new VaultWiring(wiring.settings().vault()).look()) {
            assertThat(new Verifier(Trust.of(first.publicKey())).steps(store, Optional.empty()))
                    .flatExtracting(Step::found)
                    .isEmpty();
        }
        try (Vault vault = wiring.vaultToRead()) {
            assertThat(vault.checkpoint().size()).isEqualTo(3);
        }
    }

    private static Checked vault(Wiring wiring) {
        return new BucketChecks(wiring)
                .checks().stream()
                        .filter(check -> check.name().equals("vault"))
                        .findFirst()
                        .orElseThrow();
    }
}
