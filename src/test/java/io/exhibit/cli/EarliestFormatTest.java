package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Step;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Settings, book and vault of a site, as the earliest version wrote them whose vaults are read: that of 2026-11-29, when the run
 * record got the last of its members ("Count an item once that stands on two pages of a list that moves"). {@code earliest.zip} is what
 * its {@code collect} left of one account of the sandbox, with its sample of the settings and its own organization's folder. The
 * key is made here. What this test finds wrong is a change of the format, which takes a new number.
 */
@OneJdk
class EarliestFormatTest {

    private static final String RUN = "2026-11-30T003344Z";
    private static final Instant NEXT = Instant.parse("2026-11-30T02:15:00Z");
    private static final SigningKey KEY = SigningKey.of(new byte[32]);

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private final HandClock clock = new HandClock(NEXT);

    @BeforeEach
    void unpack() throws IOException {
        try (InputStream in = EarliestFormatTest.class.getResourceAsStream("earliest.zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    /** One after the other, as whoever upgrades does it. */
    @Test
    void whatAnEarlierVersionWroteIsReadVerifiedContinuedAndPacked() throws IOException {
        Path settings = folder.resolve("exhibit.yaml");
        try (Sandbox sandbox = Sandbox.start(
                SandboxOptions.defaults().withAccounts(1).withUsers(2).withNow(NEXT))) {
            Wiring wiring =
                    new Wiring(SettingsReader.read(settings).withEndpoint(sandbox.endpoint()), console.console());
            Keys.save(KEY, wiring.settings().key());
            assertThat(wiring.book().scope().entity()).isEqualTo("Example Health, Inc.");

            assertThat(verify("--deep")).as(console.out()).isEqualTo(ExitCode.VERIFICATION_INCOMPLETE);
            assertThat(console.out()).contains("OK           PAYLOADS   140 exchanges of 1 run");
            Checkpoint before;
            String sealed;
            try (Vault vault = wiring.vaultToRead()) {
                before = vault.checkpoint();
                sealed = vault.digest(RUN).orElseThrow();
                assertThat(vault.run(RUN).outcome()).isEqualTo(Outcome.GAPS);
                assertThat(vault.assessment(RUN).orElseThrow().judgements()).hasSizeGreaterThan(100);
            }
            assertThat(Main.run(console.console(), "assess", "--settings", settings.toString()))
                    .as("judged again by the book of now")
                    .isEqualTo(ExitCode.DONE);

            try (AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint())) {
                CollectCommand.collect(
                        wiring,
                        clients,
                        clock,
                        Pauses::none,
                        new Night(NEXT, "", () -> false),
                        wiring.book(),
                        "simulated");
            }
            clock.set(Instant.parse("2026-12-01T06:00:00Z"));
            PackRun.Bound bound = PackCommand.bind(wiring, YearMonth.of(2026, 11), clock);

            try (ZipFile zip = new ZipFile(bound.zip().orElseThrow().toFile())) {
                assertThat(zip.stream().map(ZipEntry::getName))
                        .as("the run of the earlier version, and that of this one")
                        .contains("EH-2026-11/data/vault/runs/" + RUN + "/run.json")
                        .contains("EH-2026-11/data/vault/runs/2026-11-30T021500Z/run.json");
            }
            assertThat(new PackVerifier(Trust.of(KEY.publicKey()), Optional.empty())
                            .check(bound.zip().orElseThrow()))
                    .flatExtracting(Step::found)
                    .isEmpty();
            assertThat(new Verifier(KEY.publicKey()).steps(folder.resolve("vault"), Optional.of(before)))
                    .as("the log was only added to")
                    .flatExtracting(Step::found)
                    .isEmpty();
            try (Vault vault = wiring.vaultToRead()) {
                assertThat(vault.runIds()).startsWith(RUN).contains("2026-11-30T021500Z");
                assertThat(vault.digest(RUN)).contains(sealed);
            }
        }
    }

    @Test
    void aVaultOfALaterVersionGetsOneSentence() throws IOException {
        Path format = folder.resolve("vault/FORMAT");
        Files.writeString(format, Files.readString(format).replace("exhibit-vault 1", "exhibit-vault 2"));

        assertThat(verify()).isNotZero();
        assertThat(Main.run(
                        console.console(),
                        "vault",
                        "list",
                        "--settings",
                        folder.resolve("exhibit.yaml").toString()))
                .isEqualTo(ExitCode.FILE);
        assertThat(console.err())
                .contains("The vault " + folder.resolve("vault")
                        + " has format 2, and this version of Exhibit knows format 1 alone. Take the version that"
                        + " wrote it, or a later one.");
    }

    private int verify(String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "verify";
        all[1] = folder.resolve("vault").toString();
        all[2] = "--key";
        all[3] = folder.resolve("keys/exhibit.pub.pem").toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return Main.run(console.console(), all);
    }
}
