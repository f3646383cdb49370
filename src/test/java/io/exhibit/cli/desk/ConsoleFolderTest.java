package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.HandClock;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever needs the folder first makes it so that a {@code serve} started afterwards takes it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such permissions")
class ConsoleFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    @TempDir
    private Path folder;

    private Settings settings;

    @BeforeEach
    void read() {
        settings = SettingsReader.defaults(folder);
    }

    private void servesFromIt() throws IOException {
        Path console = folder.resolve("state/console");
        new LinkShelf(settings, () -> NOW).listening(new InetSocketAddress("127.0.0.1", 8443), "http://127.0.0.1:8443");
        assertThat(console.resolve("listening.json")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(console)))
                .isEqualTo("rwx------");
    }

    @Test
    void aPopulationThatWasLookedAt() throws IOException {
        ItemIndexes indexes = new ItemIndexes(ConsoleFolder.of(settings));
        assertThat(indexes.begin("2026-10-31", "IAM-01", (file, soFar) -> {
                    throw new IOException("no rows");
                }))
                .failsWithin(Duration.ofSeconds(20));
        servesFromIt();
    }

    @Test
    void anAuditorWhoWasInvited() throws IOException {
        new InvitationShelf(settings, new HandClock(NOW))
                .invite("Ann Auditor", Set.of("EH-2026-10"), NOW.plus(Duration.ofDays(14)), new byte[32]);
        servesFromIt();
    }

    @Test
    void theLinksThemselves() throws IOException {
        servesFromIt();
    }
}
