package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.Consoles;
import io.exhibit.cli.HandClock;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.door.VisitBook.Visit;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitFileTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final SigningKey KEY = SigningKey.of(new byte[32]);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(NOW);
    private Wiring wiring;

    @BeforeEach
    void vault() throws IOException {
        wiring = new Wiring(SettingsReader.defaults(folder), Consoles.quiet());
        Keys.save(KEY, wiring.settings().key());
        FileVault.create(folder.resolve("vault"), "exhibit/EH", KEY, clock).close();
    }

    private VisitFile file(int process) {
        return new VisitFile(wiring, clock, new byte[] {(byte) process, 0, 0, 0, 0, 0, 0, 0});
    }

    private static Visit visit(String path) {
        return new Visit(NOW, "Jane Roe, Officer", "login jane@example.org", "GET", path, 200);
    }

    private long sealed() throws IOException {
        try (Vault vault = wiring.vaultToRead()) {
            return vault.leaves().getOrDefault("visits", 0L);
        }
    }

    private List<Path> files(String where) throws IOException {
        if (!Files.isDirectory(folder.resolve(where))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder.resolve(where))) {
            return all.toList();
        }
    }

    private List<Discrepancy> verified() {
        return new Verifier(KEY.publicKey()).check(folder.resolve("vault"));
    }

    @Test
    void eachIsWrittenAtOnceAndSealedWithinTheHour() throws IOException {
        VisitFile visits = file(1);
        visits.note(visit("/2026-10"));
        visits.note(visit("/2026-10/units/164.312(d)"));
        String written = Files.readString(files("state/visits").get(0));
        assertThat(written.lines()).hasSize(2).allMatch(line -> line.contains("Jane Roe, Officer"));
        visits.tick();
        assertThat(sealed()).isZero();
        clock.set(NOW.plus(Duration.ofHours(1)));
        visits.tick();
        assertThat(sealed()).isEqualTo(1);
        assertThat(files("state/visits")).isEmpty();
        assertThat(Files.readString(files("vault/visits").get(0)))
                .startsWith("{\"salt\":")
                .endsWith(written);

        clock.set(NOW.plus(Duration.ofHours(2)));
        visits.tick();
        assertThat(sealed()).as("an hour in which nobody came").isEqualTo(1);
        for (int n = 0; n < 10_000; n++) {
            visits.note(visit("/" + n));
        }
        visits.tick();
        assertThat(sealed()).as("10,000 wait for no hour").isEqualTo(2);
    }

    @Test
    void whatAProcessThatDiedHasLeftIsSealedOnceByTheNext() throws IOException {
        Path left = Files.createDirectories(folder.resolve("state/visits"));
        Files.writeString(
                left.resolve("open-0011223344556677.ndjson"), "{\"path\":\"/a\"}\n{\"path\":\"/b\"}\n{\"path\":\"/to");
        VisitFile other = file(2);
        other.note(visit("/c"));
        file(1).seal();
        assertThat(sealed()).as("that of a process that lives is left to it").isEqualTo(1);
        assertThat(Files.readString(files("vault/visits").get(0))).endsWith("{\"path\":\"/a\"}\n{\"path\":\"/b\"}\n");

        // It died behind the leaf, before the file was taken away.
        Files.writeString(left.resolve("waits-1-0011223344556677.ndjson"), "{\"path\":\"/a\"}\n{\"path\":\"/b\"}\n");
        file(1).seal();
        assertThat(sealed()).isEqualTo(1);
        assertThat(files("state/visits")).hasSize(1);
    }

    @Test
    void aVaultThatIsBusyIsWaitedForAndSaid() throws IOException {
        VisitFile visits = file(1);
        visits.note(visit("/2026-10"));
        try (Vault busy = wiring.vaultToWrite(clock)) {
            visits.seal();
            assertThat(visits.state()).contains("not sealed yet, and waits: ", "is being written by another run");
            assertThat(busy.leaves()).isEmpty();
        }
        visits.note(visit("/2026-10/units"));
        visits.tick();
        assertThat(visits.state()).isEmpty();
        assertThat(sealed()).isEqualTo(2);
    }

    /** Whoever asks a thousand times a minute fills no disk, and what he typed is nowhere. */
    @Test
    void whatIsRefusedToWhoIsNotInIsCountedByTheMinute() throws IOException {
        VisitFile visits = file(1);
        for (int n = 0; n < 1_000; n++) {
            visits.refused(NOW.plusMillis(n), n % 10 == 0 ? 429 : 401);
        }
        assertThat(files("state/visits")).as("the minute goes on").isEmpty();
        clock.set(NOW.plusSeconds(60));
        visits.tick();
        assertThat(Files.readAllLines(files("state/visits").get(0)))
                .containsExactly(
                        "{\"at\":\"2026-11-02T09:00:00Z\",\"by\":\"\",\"count\":900,\"method\":\"\",\"path\":\"\",\"status\":401,\"who\":\"\"}",
                        "{\"at\":\"2026-11-02T09:00:00Z\",\"by\":\"\",\"count\":100,\"method\":\"\",\"path\":\"\",\"status\":429,\"who\":\"\"}");
        visits.refused(NOW.plusSeconds(61), 403);
        visits.note(new Visit(NOW.plusSeconds(125), "J", "", "GET", "/2026-10", 200));
        visits.refused(NOW.plusSeconds(126), 401);
        visits.close();
        assertThat(Files.readAllLines(files("vault/visits").get(0)))
                .as("what is of the last minute too")
                .hasSize(6)
                .last()
                .asString()
                .contains("\"count\":1");
        assertThat(verified()).isEmpty();
    }

    @Test
    void whoeverVerifiesSeesAChangedLine() throws IOException {
        VisitFile visits = file(1);
        visits.note(visit("/2026-10"));
        visits.seal();
        assertThat(verified()).isEmpty();
        Path sealed = files("vault/visits").get(0);
        String text = Files.readString(sealed);
        Files.writeString(
                sealed,
                text.replace("Jane Roe", "John Roe"),
                StandardCharsets.UTF_8,
                StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(verified()).anyMatch(found -> found.file().startsWith("visits/"));
        Files.delete(sealed);
        assertThat(verified()).anyMatch(found -> found.file().startsWith("visits/"));
    }
}
