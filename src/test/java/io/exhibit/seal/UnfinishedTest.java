package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was broken off: what of it is taken up, and what is not. */
class UnfinishedTest {

    @TempDir
    Path temporary;

    private Path folder;
    private List<Unit> units;

    /** Two units are committed and noted; then the writer is no more. */
    @BeforeEach
    void aRunIsBrokenOff() throws IOException {
        folder = temporary.resolve("vault");
        Vault dying = FileVault.create(folder, "example.org/evidence", KEY, CLOCK);
        RunWriter run = dying.begin("r1");
        units = SampleRun.units(run);
        for (Unit unit : units) {
            run.keep(kept(unit));
        }
        dying.close();
    }

    private static Kept kept(Unit unit) {
        RunRecord soFar = SampleRun.record("r1", Outcome.GAPS, "", List.of(unit));
        return new Kept(soFar, Map.of(unit.target().account(), new TreeSet<>(List.of("eu-west-1", "us-east-1"))));
    }

    @Test
    void itGoesOnWithItsUnitsAsTheyLay() throws IOException {
        try (FileVault vault = FileVault.open(folder, KEY, CLOCK)) {
            assertThat(vault.setAside()).isEmpty();
            assertThat(vault.unfinished())
                    .isEqualTo(units.stream().map(UnfinishedTest::kept).toList());
            RunRecord whole = SampleRun.record("r1", Outcome.GAPS, "gone on with", units);
            try (RunWriter run = vault.resume(vault.unfinished())) {
                run.seal(whole);
            }
            assertThat(SealedRuns.of(vault)).containsExactly(whole);
            assertThat(vault.unfinished()).isEmpty();
        }
        assertThat(folder.resolve("unfinished/r1")).doesNotExist();
        assertThat(new Verifier(KEY.publicKey()).check(folder)).isEmpty();
    }

    @Test
    void itIsSetAsideWhenItIsGivenUp() throws IOException {
        try (FileVault vault = FileVault.open(folder, KEY, CLOCK)) {
            vault.giveUp("r1");
            assertThat(vault.unfinished()).isEmpty();
            assertThat(folder.resolve("aside/r1")).isDirectory();
            assertThat(SampleRun.seal(vault, "r1").id()).isEqualTo("r1");
        }
        assertThat(new Verifier(KEY.publicKey()).check(folder)).isEmpty();
    }

    @Test
    void aUnitThatWasNotNotedIsSetAside() throws IOException {
        Files.delete(note(units.get(0)));
        assertOnlyTheSecondIsTakenUp();
    }

    @Test
    void aNoteThatSomebodyChangedIsNotBelieved() throws IOException {
        Path note = note(units.get(0));
        Files.writeString(note, Files.readString(note).replace("o-exh1b1torg", "o-foreign000"));
        assertOnlyTheSecondIsTakenUp();
    }

    @Test
    void aNoteSignedByAnotherKeyIsNotBelieved() throws IOException {
        SigningKey another = SigningKey.of(new byte[32]);
        Files.delete(note(units.get(0)));
        new Unfinished(new Disk(), new Layout(folder), another).keep(kept(units.get(0)));
        assertOnlyTheSecondIsTakenUp();
    }

    @Test
    void aTornNoteTellsNothing() throws IOException {
        Path note = note(units.get(0));
        String whole = Files.readString(note);
        Files.writeString(note, whole.substring(0, whole.length() / 2));
        assertOnlyTheSecondIsTakenUp();
    }

    @Test
    void aFileThatIsNotWhatItsNoteSaysIsNotTakenUp() throws IOException {
        Files.writeString(folder.resolve("runs/r1").resolve(units.get(0).file()), "more", StandardOpenOption.APPEND);
        assertOnlyTheSecondIsTakenUp();
    }

    private Path note(Unit unit) {
        return folder.resolve("unfinished/r1").resolve(Layout.note(unit.target()));
    }

    private void assertOnlyTheSecondIsTakenUp() throws IOException {
        try (FileVault vault = FileVault.open(folder, KEY, CLOCK)) {
            assertThat(vault.unfinished()).containsExactly(kept(units.get(1)));
            assertThat(vault.setAside())
                    .containsExactly("runs/r1/" + units.get(0).file());
            try (RunWriter run = vault.resume(vault.unfinished())) {
                run.seal(SampleRun.record("r1", Outcome.GAPS, "", List.of(units.get(1))));
            }
        }
        assertThat(new Verifier(KEY.publicKey()).check(folder)).isEmpty();
    }

    /** Whatever moment it dies at: what was noted is taken up or sealed, and nothing that was not noted is believed. */
    @Test
    void aWriterThatDiesWhileItGoesOnLosesNoUnit() throws IOException {
        for (int n = 1; ; n++) {
            DyingDisk disk = new DyingDisk(n);
            try (FileVault vault = FileVault.open(disk, folder, KEY, CLOCK)) {
                RunWriter run = vault.resume(vault.unfinished());
                run.seal(SampleRun.record("r1", Outcome.GAPS, "", units));
            } catch (IOException e) {
                assertThat(e).hasMessage("died before: " + disk.died());
            }
            try (FileVault vault = FileVault.open(folder, KEY, CLOCK)) {
                int taken = vault.unfinished().size();
                assertThat(vault.runIds().isEmpty() ? taken : units.size()).isEqualTo(units.size());
            }
            assertThat(new Verifier(KEY.publicKey())
                            .check(folder).stream().filter(d -> !d.file().startsWith("runs/r1/units")))
                    .isEmpty();
            if (disk.died().isEmpty()) {
                break;
            }
            delete(folder);
            aRunIsBrokenOff();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
