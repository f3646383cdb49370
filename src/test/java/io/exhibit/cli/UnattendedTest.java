package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Period;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.node.Collecting;
import io.exhibit.cli.node.Stopping;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.PackBook;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.Observer;
import io.exhibit.run.PackFiles;
import io.exhibit.run.PackRun;
import io.exhibit.run.Work;
import io.exhibit.run.watch.Alarm;
import io.exhibit.run.watch.Failures;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node makes good, and what it waits for. */
@OneJdk
class UnattendedTest {

    private static final Instant FIRST = Instant.parse("2026-10-05T02:15:00Z");

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private final SimulatedClock clock = new SimulatedClock(FIRST);
    private Wiring wiring;

    @BeforeEach
    void logOneRun() throws IOException {
        Path settings = Files.writeString(folder.resolve("exhibit.yaml"), TinyBook.SETTINGS);
        wiring = new Wiring(SettingsReader.read(settings), console.console());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.seal(SealedRuns.without("2026-10-05T021500Z", FIRST, Outcome.FAILED, "unreachable"));
        }
    }

    @Test
    void aLookThatFindsNothingOwedYetMakesNoCollectionGood() throws IOException {
        clock.begin(FIRST.plusSeconds(60));
        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.seal(SealedRuns.without("2026-10-04T021600Z", FIRST.minus(Duration.ofDays(1)), Outcome.COMPLETE, ""));
        }
        Failures failures = new Failures();
        failures.failed(Work.COLLECT, "The collection of " + FIRST, FIRST, "unreachable");
        Unattended node =
                new Unattended(wiring, clock, Stopping.never(pause -> false), List.of(), console.console(), failures);

        node.look(clock.instant());

        assertThat(failures.alarms()).extracting(Alarm::key).containsExactly("collection:node");

        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.seal(SealedRuns.without("2026-10-05T021600Z", clock.instant(), Outcome.COMPLETE, ""));
        }
        node.look(clock.instant());
        assertThat(failures.alarms()).as("made good by hand").isEmpty();
    }

    @Test
    void aPackThatWasDueWhileTheNodeWasDownIsBoundOnce() throws IOException {
        clock.begin(Instant.parse("2026-11-03T09:00:00Z"));
        Unattended node = new Unattended(wiring, clock, pause -> false, console.console());

        node.bindOwed();
        node.bindOwed();

        assertThat(console.err()).containsOnlyOnce("Pack: ").contains("EH-2026-10.pdf");
        assertThat(folder.resolve("packs/EH-2026-10.pdf")).exists();
        try (Vault vault = wiring.vaultToRead()) {
            assertThat(vault.packs()).containsOnlyKeys("EH-2026-10");
        }
    }

    @Test
    void aCollectionThatIsDueGoesBeforePacksThatAreLate() throws Exception {
        Instant due = Instant.parse("2026-12-03T02:15:00Z");
        clock.begin(due);
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch queued = new CountDownLatch(1);
        AtomicReference<Thread> night = new AtomicReference<>();
        AtomicReference<Unattended> node = new AtomicReference<>();
        Observer observer = new Observer() {
            @Override
            public void queued(Work work) {
                if (work == Work.COLLECT) {
                    queued.countDown();
                }
            }

            @Override
            public void began(Work work) {
                order.add("began " + work);
            }

            @Override
            public void bound() {
                order.add("bound");
                if (night.get() == null) {
                    night.set(new Thread(() -> node.get().collect(due)));
                    night.get().start();
                    await(queued);
                }
            }
        };
        Collecting.Way unreachable = begun -> {
            throw new IOException("unreachable");
        };
        node.set(new Unattended(
                wiring,
                clock,
                Stopping.never(pause -> false),
                List.of(),
                console.console(),
                observer,
                Collecting.alone(unreachable, clock, observer)));

        node.get().pack(YearMonth.of(2026, 11));
        night.get().join();

        assertThat(order)
                .as("October, the night, November")
                .containsExactly("began PACK", "bound", "began COLLECT", "bound");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aKeyThatIsGoneFromBesideItsVaultIsMissedAndNotMadeAnew() throws IOException {
        Path key = wiring.settings().key();
        byte[] kept = Files.readAllBytes(key);
        Files.delete(key);
        Files.delete(KeyFiles.publicHalf(key));

        assertThatThrownBy(() -> wiring.vaultToWrite(clock))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.code()).isEqualTo(ExitCode.MISSING))
                .hasMessageContaining(
                        "The key that signed the log of " + wiring.settings().vault())
                .hasMessageContaining("is not there: " + key);
        assertThat(key).doesNotExist();
        assertThat(KeyFiles.publicHalf(key)).doesNotExist();
        assertThat(console.err()).doesNotContain("Made a signing key");

        Files.write(key, kept);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        wiring.vaultToWrite(clock).close();
    }

    @Test
    void aBookThatChangesWhileThePackIsBoundIsNotThePacksBook() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Path settings = Files.writeString(folder.resolve("exhibit.yaml"), TinyBook.SETTINGS + "organization: own\n");
        wiring = new Wiring(SettingsReader.read(settings), console.console());
        clock.begin(Instant.parse("2026-11-03T09:00:00Z"));
        Period october = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), ZoneOffset.UTC);
        try (Vault vault = wiring.vaultToWrite(clock)) {
            PackRun pack = wiring.packRun(vault, wiring.book(), clock);
            Files.writeString(own.resolve("owners.yaml"), "# saved meanwhile\n");

            Path zip = pack.bind("EH-2026-10", october).zip().orElseThrow();

            try (PackVault bound = PackVault.open(zip, Optional.empty())) {
                assertThat(PackFiles.original(bound.payload(PackBook.FOLDER)).keySet())
                        .as("the very files that were judged by")
                        .contains("parameters.yaml")
                        .doesNotContain("organization/owners.yaml");
            }
        }
    }

    @Test
    void noPackIsOwedBeforeItsHourOnTheSchedule() {
        clock.begin(Instant.parse("2026-11-01T05:00:00Z"));

        new Unattended(wiring, clock, pause -> false, console.console()).bindOwed();

        assertThat(console.err()).isEmpty();
    }

    @Test
    void aPackWaitsForTheRunThatIsWritingTheVault() throws IOException {
        clock.begin(Instant.parse("2026-11-03T09:00:00Z"));
        Vault other = wiring.vaultToWrite(clock);
        Unattended node = new Unattended(wiring, clock, pause -> close(other), console.console());

        node.bindOwed();

        assertThat(console.err())
                .contains("The pack of 2026-10 waits: another run is writing the vault.")
                .contains("EH-2026-10.pdf");
    }

    @Test
    void aNodeThatIsStoppedWhileItWaitsSaysWhatItDidNotDo() throws IOException {
        clock.begin(Instant.parse("2026-11-03T09:00:00Z"));
        try (Vault other = wiring.vaultToWrite(clock)) {
            new Unattended(wiring, clock, pause -> false, console.console()).bindOwed();
            assertThat(other.packs()).isEmpty();
        }

        assertThat(console.err())
                .contains("The pack of 2026-10 could not be carried out")
                .contains("is being written by another run");
    }

    @Test
    void aMonthThatIsNotOverIsRefusedAtTheCommandLineInOneSentence() throws IOException {
        String settings = Files.writeString(folder.resolve("exhibit.yaml"), "vault: vault\n")
                .toString();
        String month = YearMonth.now(ZoneOffset.UTC).toString();

        int exit = Main.run(console.console(), "pack", "--month", month, "--settings", settings);

        assertThat(exit).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("is not over").contains("--draft").doesNotContain("fault");
    }

    private static boolean close(Vault vault) {
        try {
            vault.close();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
