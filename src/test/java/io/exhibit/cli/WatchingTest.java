package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.Observer;
import io.exhibit.run.Readiness;
import io.exhibit.run.watch.Failures;
import io.exhibit.run.watch.Told;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that looks at itself: what keeps it from looking is told like everything else. */
class WatchingTest {

    private static final Instant FIRST = Instant.parse("2026-10-05T02:15:00Z");
    private static final String FAILED = "collection:2026-10-05T02:15:00Z";

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(FIRST);
    private final Map<String, Long> counted = new TreeMap<>();
    private final Consoles console = Consoles.listening();
    private List<Readiness> ready = List.of();
    private Wiring wiring;
    private Watching watching;

    @BeforeEach
    void logAFailedNight() throws IOException {
        Files.createDirectories(folder.resolve("own"));
        Path settings = Files.writeString(folder.resolve("exhibit.yaml"), "organization: own\n");
        wiring = new Wiring(SettingsReader.read(settings), console.console());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.seal(SealedRuns.without("2026-10-05T021500Z", FIRST, Outcome.FAILED, "unreachable: no route"));
        }
        watching = new Watching(
                wiring,
                clock,
                console.console(),
                new NoticeFile(folder.resolve("state")),
                new Failures(),
                new Observer() {
                    @Override
                    public void alarms(Map<String, Long> going) {
                        counted.putAll(going);
                    }
                },
                () -> ready);
    }

    @Test
    void aFailedNightIsToldAndCountedWithoutAnybodyInTheSettings() throws IOException {
        assertThat(look()).contains("NEW: No evidence of 2026-10-05: unreachable");
        assertThat(counted).containsEntry("collection", 1L).containsEntry("blind", 0L);
        assertThat(look()).isEmpty();
    }

    @Test
    void aBookWithAMistakeIsToldAndEndsNothing() throws IOException {
        look();
        Path broken = Files.writeString(folder.resolve("own/owners.yaml"), "nonsense: [\n");

        assertThat(look())
                .isEqualTo("NEW: The mappings or the organization's book cannot be used")
                .doesNotContain("OVER");
        assertThat(going()).containsOnlyKeys(FAILED, "work:book");

        Files.delete(broken);
        assertThat(look()).isEqualTo("OVER: The mappings or the organization's book cannot be used");
    }

    @Test
    void aVaultThatCannotBeReadIsToldAndEndsNothing() throws IOException {
        look();
        Path format = wiring.settings().vault().folder().orElseThrow().resolve("FORMAT");
        byte[] kept = Files.readAllBytes(format);
        Files.writeString(format, "something else");

        assertThat(look()).isEqualTo("NEW: The vault could not be read");
        assertThat(going()).containsOnlyKeys(FAILED, "vault:read");

        Files.write(format, kept);
        assertThat(look()).isEqualTo("OVER: The vault could not be read");
    }

    @Test
    void whatTheNextRunNeedsAndIsNotThereIsTold() throws IOException {
        ready = List.of(new Readiness("key", false, "the key is not there"), new Readiness("schedule", true, ""));

        assertThat(look()).contains("NEW: Not there: the key");
        ready = List.of();
        assertThat(look()).isEqualTo("OVER: Not there: the key");
    }

    private String look() throws IOException {
        clock.set(clock.instant().plus(Duration.ofMinutes(5)));
        return watching.carryOut(clock.instant());
    }

    private Map<String, Told.Going> going() throws IOException {
        return new NoticeFile(folder.resolve("state")).load().orElseThrow().going();
    }
}
