package io.exhibit.cli.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.deliver.Certified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleChecksTest {

    private static final Instant UNTIL = Instant.parse("2027-03-01T00:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void certificate() throws IOException {
        Certified certified = new Certified("console.example.org", UNTIL);
        certified.pem(folder.resolve("c.pem"));
        certified.key(folder.resolve("k.pem"));
    }

    private Checked check(String console, Instant now) throws IOException {
        Path file = Files.writeString(
                folder.resolve("exhibit.yaml"), "console: {tls: {certificate: c.pem, key: k.pem}" + console + "}\n");
        return new ConsoleChecks(SettingsReader.read(file), InstantSource.fixed(now))
                .checks()
                .get(0);
    }

    @Test
    void aCertificateIsLookedAtBeforeBrowsersRefuseIt() throws IOException {
        String names = ", names: ['console.example.org:9465']";
        assertThat(check(names, UNTIL.minusSeconds(86_400L * 40)).state()).isEqualTo(Checked.State.OK);
        assertThat(check(names, UNTIL.minusSeconds(86_400L * 20)).state()).isEqualTo(Checked.State.WARNING);
        assertThat(check(names, UNTIL).found()).contains("is good from 2020-01-01T00:00:00Z until " + UNTIL);
        assertThat(check(", names: [other.example.org]", UNTIL.minusSeconds(1)).found())
                .contains("is not for other.example.org");
        Files.delete(folder.resolve("k.pem"));
        Checked gone = check("", UNTIL.minusSeconds(1));
        assertThat(gone.state()).isEqualTo(Checked.State.TROUBLE);
        assertThat(gone.found()).contains("There is no file");
    }

    @Test
    void aProxyWhoseSecretCannotBeReadIsTrouble() throws IOException {
        Path file = Files.writeString(
                folder.resolve("exhibit.yaml"),
                "console: {proxy: {header: X-Forwarded-Email, secret: {file: s}}, people: [{login: a, name: 'A, B'}]}\n");
        ConsoleChecks checks = new ConsoleChecks(SettingsReader.read(file), InstantSource.fixed(UNTIL));
        assertThat(checks.checks()).singleElement().matches(check -> check.state() == Checked.State.TROUBLE);
        Files.writeString(folder.resolve("s"), "secret\n");
        assertThat(checks.checks()).singleElement().matches(check -> check.state() == Checked.State.OK);
    }

    @Test
    void withoutEitherThereIsNothingToLookAt() {
        assertThat(new ConsoleChecks(SettingsReader.defaults(folder), InstantSource.fixed(UNTIL)).checks())
                .isEmpty();
    }
}
