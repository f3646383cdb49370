package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.evidence.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OneJdk
class CrashTest {

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void oneRunIsSealed() throws IOException {
        folder = temporary.resolve("vault");
        fresh(folder);
    }

    private static void fresh(Path folder) throws IOException {
        try (Vault vault = FileVault.create(DyingDisk.immortal(), folder, "example.org/evidence", KEY, CLOCK)) {
            SampleRun.seal(vault, "r1");
            judge(vault, "r1");
        }
    }

    private static void judge(Vault vault, String run) throws IOException {
        vault.assess(run, items -> {
            items.accept("IAM-01", VaultContract.item(SampleRun.GLOBAL, "a"));
            return VaultContract.assessment(run);
        });
    }

    private static List<Discrepancy> check(Path folder) {
        return new Verifier(KEY.publicKey()).check(folder);
    }

    private static List<String> runs(Vault vault) throws IOException {
        return SealedRuns.of(vault).stream().map(RunRecord::id).toList();
    }

    @Test
    void writerThatDiesBeforeAnyOfItsChangesLosesNothingAcknowledged() throws IOException {
        Set<String> points = new TreeSet<>();
        for (int n = 1; ; n++) {
            Path place = temporary.resolve("dies" + n);
            fresh(place);
            DyingDisk disk = new DyingDisk(n);
            List<String> acknowledged = new ArrayList<>(List.of("r1", "day r1"));
            try (Vault vault = FileVault.open(disk, place, KEY, CLOCK)) {
                SampleRun.seal(vault, "r2");
                acknowledged.add("r2");
                judge(vault, "r2");
                acknowledged.add("day r2");
                vault.sealPack("2026-10", "ab".repeat(32));
                acknowledged.add("pack");
            } catch (IOException e) {
                assertThat(e).hasMessage("died before: " + disk.died());
            }
            surviving(place, acknowledged, disk.died());
            if (disk.died().isEmpty()) {
                break;
            }
            points.add(disk.died());
        }
        assertThat(points).hasSizeGreaterThan(15);
    }

    private void surviving(Path place, List<String> acknowledged, String died) throws IOException {
        try (Vault reader = FileVault.read(place)) {
            assertThat(runs(reader)).as(died).contains("r1");
        }
        try (FileVault vault = FileVault.open(DyingDisk.immortal(), place, KEY, CLOCK)) {
            assertThat(check(place)).as(died).isEmpty();
            assertThat(vault.checkpoint().size()).as(died).isGreaterThanOrEqualTo(acknowledged.size());
            assertThat(runs(vault))
                    .as(died)
                    .containsAll(acknowledged.contains("r2") ? List.of("r1", "r2") : List.of("r1"));
            if (!runs(vault).contains("r2")) {
                SampleRun.seal(vault, "r2");
            }
            judge(vault, "r2");
            assertThat(check(place)).as(died).isEmpty();
        }
    }

    @Test
    void temporaryFilesAreRemoved() throws IOException {
        Files.writeString(folder.resolve(".tmp-checkpoint"), "torn");
        Files.writeString(folder.resolve("runs/r1/.tmp-items-0"), "torn");
        opensWith(List.of(), "r1");
        assertThat(folder.resolve(".tmp-checkpoint")).doesNotExist();
        assertThat(folder.resolve("runs/r1/.tmp-items-0")).doesNotExist();
    }

    @Test
    void runWithoutRecordIsSetAside() throws IOException {
        Files.createDirectories(folder.resolve("runs/r2/units"));
        Files.writeString(folder.resolve("runs/r2/units/.tmp-1_eu.warc.zst"), "torn");
        Files.writeString(folder.resolve("runs/r2/units/1_global.warc.zst"), "whole");
        opensWith(List.of("runs/r2"), "r1");
        assertThat(folder.resolve("aside/r2/units/1_global.warc.zst")).exists();
        assertThat(folder.resolve("aside/r2/units/.tmp-1_eu.warc.zst")).doesNotExist();
    }

    @Test
    void completeRunWithoutLeafIsSetAsideAndNotSigned() throws IOException {
        Path other = temporary.resolve("other");
        fresh(other);
        Files.move(other.resolve("runs/r1"), folder.resolve("runs/r2"));
        opensWith(List.of("runs/r2"), "r1");
    }

    @Test
    void runsOfTheSameNameAreSetAsideSideBySide() throws IOException {
        for (int n = 0; n < 3; n++) {
            Files.createDirectories(folder.resolve("runs/r2/units"));
            opensWith(List.of("runs/r2"), "r1");
        }
        assertThat(folder.resolve("aside/r2~3")).isDirectory();
    }

    @Test
    void leafWithoutCheckpointIsTakenBack() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("checkpoint"));
        try (Vault vault = FileVault.open(folder, KEY, CLOCK)) {
            SampleRun.seal(vault, "r2");
        }
        Files.write(folder.resolve("checkpoint"), before);
        opensWith(List.of("log/leaves", "runs/r2"), "r1");
    }

    @Test
    void tornLeafThatNothingCoversIsTakenBack() throws IOException {
        append("{\"file\":\"runs/r2/run.js");
        opensWith(List.of("log/leaves"), "r1");
    }

    @Test
    void tornLeafThatTheCheckpointCoversIsRefused() throws IOException {
        byte[] leaves = Files.readAllBytes(folder.resolve("log/leaves"));
        Files.write(folder.resolve("log/leaves"), Arrays.copyOf(leaves, leaves.length - 7));
        refused("log/leaves holds 1 lines, the checkpoint covers 2");
    }

    @Test
    void moreLeavesThanADyingWriterLeavesAreRefused() throws IOException {
        append("{}\n{}\n");
        refused("2 lines that the checkpoint does not cover");
    }

    @Test
    void missingLeavesAreRefused() throws IOException {
        Files.delete(folder.resolve("log/leaves"));
        refused("log/leaves holds 0 lines, the checkpoint covers 2");
    }

    @Test
    void editedLeafIsRefused() throws IOException {
        Path leaves = folder.resolve("log/leaves");
        Files.writeString(leaves, Files.readString(leaves).replace("\"id\":\"r1\"", "\"id\":\"r7\""));
        refused("log/leaves is not what the checkpoint covers");
    }

    @Test
    void missingCheckpointOfALongerLogIsRefused() throws IOException {
        Files.delete(folder.resolve("checkpoint"));
        refused("the file checkpoint is not there");
    }

    @Test
    void missingCheckpointOfAnAcknowledgedLeafIsRefused() throws IOException {
        folder = temporary.resolve("one");
        try (Vault vault = FileVault.create(folder, "example.org/evidence", KEY, CLOCK)) {
            SampleRun.seal(vault, "r1");
        }
        Files.delete(folder.resolve("checkpoint"));
        refused("the file checkpoint is not there");
    }

    @Test
    void aVaultIsNotMadeWhereALogLies() throws IOException {
        Files.delete(folder.resolve("FORMAT"));
        assertThatThrownBy(() -> FileVault.create(folder, "example.org/evidence", KEY, CLOCK))
                .isInstanceOf(VaultException.class);
    }

    @Test
    void aFileThatAFullDiskLeftBehindBlocksNothing() throws IOException {
        Path file = temporary.resolve("file");
        Files.writeString(temporary.resolve(".tmp-file"), "half");
        new Disk().write(file, new byte[] {'x'});
        assertThat(file).hasContent("x");
    }

    @Test
    void checkpointThatIsNoneIsRefused() throws IOException {
        Files.writeString(folder.resolve("checkpoint"), "example.org/evidence\n2\n");
        refused("the file checkpoint is not a checkpoint");
        Files.write(folder.resolve("checkpoint"), new byte[] {(byte) 0xff});
        refused("the file checkpoint is not a checkpoint");
    }

    @Test
    void checkpointOfAnotherLogIsRefused() throws IOException {
        Path other = temporary.resolve("other");
        try (Vault vault = FileVault.create(other, "example.com/other", KEY, CLOCK)) {
            SampleRun.seal(vault, "r1");
        }
        Files.copy(other.resolve("checkpoint"), folder.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING);
        refused("the checkpoint is of another log, example.com/other");
    }

    @Test
    void dayWithoutLeafIsSetAside() throws IOException {
        Files.writeString(folder.resolve("runs/r1/items-2.ndjson.zst"), "");
        Files.writeString(folder.resolve("runs/r1/assessment-2.json"), "{}");
        opensWith(List.of("runs/r1/assessment-2.json", "runs/r1/items-2.ndjson.zst"), "r1");
        assertThat(folder.resolve("aside/r1.assessment-2.json")).exists();
    }

    @Test
    void lockFileOfADeadWriterDoesNotLock() throws IOException {
        assertThat(folder.resolve("lock")).exists();
        opensWith(List.of(), "r1");
    }

    @Test
    void logThatFailedHalfWayTakesNoMoreLeaves() throws IOException {
        DyingDisk disk = new DyingDisk(2);
        try (Vault vault = FileVault.open(disk, folder, KEY, CLOCK)) {
            assertThatThrownBy(() -> vault.sealPack("a", "ab".repeat(32))).hasMessageStartingWith("died before");
            assertThatThrownBy(() -> vault.sealPack("b", "ab".repeat(32)))
                    .isInstanceOfSatisfying(
                            VaultException.class, e -> assertThat(e.reason()).isEqualTo(VaultException.Reason.DAMAGED));
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(folder.resolve("log/leaves"), text, StandardOpenOption.APPEND);
    }

    private void opensWith(List<String> setAside, String... runs) throws IOException {
        try (FileVault vault = FileVault.open(folder, KEY, CLOCK)) {
            assertThat(vault.setAside()).isEqualTo(setAside);
            assertThat(runs(vault)).containsExactly(runs);
        }
        assertThat(check(folder)).isEmpty();
    }

    private void refused(String why) {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> FileVault.open(folder, KEY, CLOCK))
                    .isInstanceOfSatisfying(
                            VaultException.class, e -> assertThat(e.reason()).isEqualTo(VaultException.Reason.DAMAGED))
                    .hasMessageContaining(why);
        }
        assertThat(check(folder)).isNotEmpty();
    }
}
