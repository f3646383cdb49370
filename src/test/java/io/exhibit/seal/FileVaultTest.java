package io.exhibit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultTest extends VaultContract {

    static final SigningKey KEY = SigningKey.of(Sha256.streaming().digest(SampleRun.bytes("a key for tests")));
    static final InstantSource CLOCK = InstantSource.fixed(SampleRun.AT.plusSeconds(120));

    @TempDir
    Path temporary;

    private Path folder;
    private int made;

    @Override
    protected Vault create() throws IOException {
        folder = temporary.resolve("vault" + made++);
        return FileVault.create(folder, "example.org/evidence", KEY, CLOCK);
    }

    @Override
    protected Vault reopen() throws IOException {
        return FileVault.open(folder, KEY, CLOCK);
    }

    @Test
    void secondWriterIsToldToWait() {
        assertThatThrownBy(this::reopen)
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.reason()).isEqualTo(VaultException.Reason.LOCKED))
                .hasMessageContaining("is being written by another run");
    }

    @Test
    void readerSeesWhatIsSealedWhileAnotherOneWrites() throws IOException {
        try (Vault writer = create();
                RunWriter open = writer.begin("r2")) {
            SampleRun.units(open);
            RunRecord sealed = SampleRun.seal(writer, "r1");
            try (Vault reader = FileVault.read(folder)) {
                assertThat(SealedRuns.of(reader)).containsExactly(sealed);
                assertThatThrownBy(() -> reader.begin("r3"))
                        .isInstanceOfSatisfying(
                                VaultException.class,
                                e -> assertThat(e.reason()).isEqualTo(VaultException.Reason.READ_ONLY));
            }
        }
    }

    @Test
    void namesOfRunsAreToldWithoutReadingTheirRecords() throws IOException {
        try (Vault vault = create()) {
            SampleRun.seal(vault, "r1");
            Files.delete(folder.resolve("runs/r1/run.json"));
            assertThat(vault.runIds()).containsExactly("r1");
            assertThat(vault.unassessed()).containsExactly("r1");
            assertThatThrownBy(() -> vault.run("r1")).isInstanceOf(FixityException.class);
        }
    }

    @Test
    void everythingIsForItsOwnerOnly() throws IOException {
        try (Vault vault = create()) {
            SampleRun.seal(vault, "r1");
            vault.assess("r1", items -> assessment("r1"));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void twoVaultsOfTheSameRunsAreTheSameBytes() throws IOException {
        Path first = filled();
        Path second = filled();
        try (Stream<Path> all = Files.walk(first)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                assertThat(second.resolve(first.relativize(path))).hasSameBinaryContentAs(path);
            }
        }
    }

    private Path filled() throws IOException {
        try (Vault vault = create()) {
            SampleRun.seal(vault, "r1");
            vault.assess("r1", items -> {
                items.accept("IAM-01", item(SampleRun.GLOBAL, "a"));
                return assessment("r1");
            });
            vault.sealPack("2026-10", "ab".repeat(32));
        }
        return folder;
    }

    @Test
    void eachSourceIsDecompressedOnItsOwn() throws IOException {
        RunRecord run;
        try (Vault vault = create()) {
            run = SampleRun.seal(vault, "r1");
        }
        RunRecord.Unit unit = run.units().get(1);
        assertThat(unit.target()).isEqualTo(SampleRun.GLOBAL);
        RunRecord.Part users = unit.parts().get(0);
        byte[] file = Files.readAllBytes(folder.resolve("runs/r1").resolve(unit.file()));
        assertThat(file.length).isEqualTo((int) unit.bytes()).isEqualTo((int) users.length());
        String text = new String(Zstd.decompress(file, 1 << 20), StandardCharsets.UTF_8);
        assertThat(text).startsWith("WARC/1.1\r\n").contains("WARC-Type: request", "WARC-Type: response");
    }

    @Test
    void flippedByteInAUnitIsNoticedBeforeAnythingIsHandedOut() throws IOException {
        RunRecord run;
        try (Vault vault = create()) {
            run = SampleRun.seal(vault, "r1");
        }
        Path unit = folder.resolve("runs/r1").resolve(run.units().get(0).file());
        byte[] bytes = Files.readAllBytes(unit);
        bytes[bytes.length / 2] ^= 1;
        Files.write(unit, bytes);
        try (Vault vault = FileVault.read(folder)) {
            assertThatThrownBy(() -> vault.exchanges(run, SampleRun.REGION, SampleRun.KEYS, each -> {
                        throw new AssertionError("handed out");
                    }))
                    .isInstanceOf(FixityException.class)
                    .hasMessageContaining("runs/r1/units/111122223333_eu-west-1.warc.zst")
                    .hasMessageContaining(run.units().get(0).sha256());
        }
    }

    @Test
    void otherItemsAreNoticedBeforeAnyIsHandedOut() throws IOException {
        Path vault = filled();
        Files.write(vault.resolve("runs/r1/items.ndjson.zst"), Zstd.compress(SampleRun.bytes("{}\n")));
        try (Vault reader = FileVault.read(vault)) {
            assertThatThrownBy(() -> reader.items("r1", "IAM-01", each -> {
                        throw new AssertionError("handed out");
                    }))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(FixityException.class);
        }
    }

    @Test
    void editedRunRecordIsNoticed() throws IOException {
        try (Vault vault = create()) {
            SampleRun.seal(vault, "r1");
        }
        Path record = folder.resolve("runs/r1/run.json");
        Files.writeString(record, Files.readString(record).replace("GAPS", "COMPLETE"));
        try (Vault vault = FileVault.read(folder)) {
            assertThatThrownBy(() -> SealedRuns.of(vault)).isInstanceOf(FixityException.class);
        }
    }

    @Test
    void missingVaultAndUnknownFormatAreSaidSo() throws IOException {
        assertThatThrownBy(() -> FileVault.read(temporary.resolve("nowhere")))
                .hasMessageContaining("There is no vault at");
        create().close();
        Files.writeString(folder.resolve("FORMAT"), "exhibit-vault 2\norigin x\n");
        assertThatThrownBy(this::reopen)
                .isInstanceOfSatisfying(
                        VaultException.class,
                        e -> assertThat(e.reason()).isEqualTo(VaultException.Reason.UNKNOWN_FORMAT));
    }

    @Test
    void secondVaultAtTheSamePlaceIsRefused() throws IOException {
        create().close();
        assertThatThrownBy(() -> FileVault.create(folder, "example.org/evidence", KEY, CLOCK))
                .isInstanceOf(VaultException.class);
    }

    @Test
    void anotherKeyCannotGoOnWithTheLog() throws IOException {
        try (Vault vault = create()) {
            SampleRun.seal(vault, "r1");
        }
        assertThatThrownBy(() -> FileVault.open(folder, SigningKey.of(new byte[32]), CLOCK))
                .hasMessageContaining("was not signed by the key that was given");
    }
}
