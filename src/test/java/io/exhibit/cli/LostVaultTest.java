package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.cli.checks.VaultChecks;
import io.exhibit.cli.node.ServeLock;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault that was there and is not: no second log begins under the same name and key unless somebody says so. */
@OneJdk
class LostVaultTest {

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private Sandbox sandbox;
    private Path site;

    @BeforeEach
    void collectOnce() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(1).withUsers(1));
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(site.resolve("exhibit.yaml"), "aws: {endpoint: '" + sandbox.endpoint() + "'}\n");
        run(site, "collect");
        assertThat(site.resolve("vault/FORMAT")).exists();
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        sandbox.close();
    }

    @Test
    void onARestoredMachineWithItsKeyNoSecondLogBegins() throws IOException {
        Path zip = folder.resolve("copy.zip");
        assertThat(run(site, "backup", "--with-key", zip.toString())).isZero();
        Path other = Files.createDirectories(folder.resolve("other"));
        assertThat(run(other, "restore", zip.toString())).isZero();
        assertThat(console.err()).contains("There is no vault at " + other.resolve("vault") + ", and there was one");

        assertThat(doctor(other).state()).isEqualTo(Checked.State.TROUBLE);
        assertThat(doctor(other).found())
                .contains("There is no vault at " + other.resolve("vault"), "a log at " + site.resolve("vault"));
        assertThat(run(other, "collect")).isEqualTo(ExitCode.MISSING);
        assertThat(console.err()).contains("To begin a new log on purpose, move " + other.resolve("state/log.json"));
        assertThat(other.resolve("vault")).doesNotExist();

        move(site.resolve("vault"), other.resolve("vault"));
        assertThat(doctor(other).state()).isNotEqualTo(Checked.State.TROUBLE);
        run(other, "collect");
        try (Vault vault = wiring(other).vaultToRead()) {
            assertThat(vault.runIds()).hasSize(2);
        }
    }

    @Test
    void aVaultWhoseDiskIsNotThereIsNotBegunAnewUnlessSomebodySaysSo() throws IOException {
        move(site.resolve("vault"), folder.resolve("away"));

        assertThatThrownBy(() -> wiring(site).vaultToWrite(new SystemClock()))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("and there was one");
        ServeLock lock = ServeLock.take(wiring(site).settings(), "a node", Instant.EPOCH);
        try (lock) {
            assertThat(site.resolve("vault"))
                    .as("where the vault is put back nothing lies in the way")
                    .doesNotExist();
            assertThat(ServeLock.holder(wiring(site).settings())).contains("a node since " + Instant.EPOCH);
        }

        Files.move(site.resolve("state/log.json"), folder.resolve("log.json"));
        run(site, "collect");
        assertThat(site.resolve("vault/FORMAT")).exists();
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to);
    }

    private static Checked doctor(Path place) throws IOException {
        return new VaultChecks(wiring(place))
                .checks().stream()
                        .filter(check -> check.name().equals("vault"))
                        .findFirst()
                        .orElseThrow();
    }

    private static Wiring wiring(Path place) {
        return new Wiring(SettingsReader.read(place.resolve("exhibit.yaml")), Consoles.quiet());
    }

    private int run(Path place, String... arguments) {
        List<String> all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--settings", place.resolve("exhibit.yaml").toString()))
                .toList();
        return Main.run(console.console(), all.toArray(String[]::new));
    }
}
