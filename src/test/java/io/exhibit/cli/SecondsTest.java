package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.bench.ServeBench;
import io.exhibit.cli.node.Collecting;
import io.exhibit.cli.node.Stopping;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.runs.Absence;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.MissedRuns;
import io.exhibit.run.Observer;
import io.exhibit.run.RunClock;
import io.exhibit.schedule.Cron;
import io.exhibit.schedule.Task;
import io.exhibit.schedule.Timetable;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Quartz in real time, with a collection every second and a node that is stopped in between: here for a moment,
 * {@code -Dexhibit.seconds=600} for ten minutes, then also with collections that last for longer than Quartz waits (a minute).
 */
@OneJdk
class SecondsTest {

    private static final int SECONDS = Integer.getInteger("exhibit.seconds", 0);

    @TempDir
    Path folder;

    private final Consoles console = Consoles.listening();
    private final RunClock clock = new SystemClock();
    private final Semaphore made = new Semaphore(0);
    private final Semaphore released = new Semaphore(0);
    private volatile boolean slow;
    private Wiring wiring;

    @BeforeEach
    void everySecond() throws IOException {
        Path file = folder.resolve("exhibit.yaml");
        Files.writeString(file, "schedule: {collect: '* * * * * ?'}\n");
        wiring = new Wiring(SettingsReader.read(file), console.console());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
    }

    @Test
    void everySecondIsInTheLogOnce() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        Random random = new Random(20261129);
        int lives = 0;
        do {
            boolean misfires = SECONDS > 0 && lives % 3 == 1;
            life(SECONDS == 0 ? 1 : 1 + random.nextInt(20), misfires ? 65 : 0);
            lives++;
        } while (lives < 2 || System.nanoTime() < end);

        List<RunRecord> runs = runs();
        List<Instant> due = runs.stream().map(RunRecord::due).toList();
        Cron cron = wiring.settings().schedule().collect();
        assertThat(due)
                .as(console.err())
                .containsExactlyElementsOf(
                        cron.between(due.get(0), due.get(due.size() - 1).plusMillis(1)));
        assertThat(runs).anyMatch(run -> run.outcome() == Outcome.COMPLETE);
        console.console()
                .say("seconds " + runs.size() + ", missed "
                        + runs.stream()
                                .filter(run -> run.outcome() == Outcome.MISSED)
                                .count() + ", lives " + lives);
        if (SECONDS > 0) {
            System.out.println(
                    console.err().lines().reduce((first, last) -> last).orElse(""));
        }
    }

    /** A node that makes so many collections and is stopped; the last one may last for so many seconds. */
    private void life(int collections, int lasting) throws Exception {
        Unattended node = new Unattended(
                wiring,
                clock,
                Stopping.never(pause -> false),
                List.of(),
                console.console(),
                Observer.NONE,
                Collecting.alone(this::collect, clock, Observer.NONE));
        try (Timetable timetable = new Timetable(
                Map.of(
                        Task.COLLECT,
                        wiring.settings().schedule().collect(),
                        Task.LOOK,
                        new Cron("0 * * * * ?", ZoneOffset.UTC)),
                node,
                clock.instant())) {
            timetable.start();
            made.drainPermits();
            assertThat(made.tryAcquire(collections, 60, TimeUnit.SECONDS))
                    .as(console.err())
                    .isTrue();
            if (lasting > 0) {
                slow = true;
                released.tryAcquire(lasting, TimeUnit.SECONDS);
                slow = false;
                released.release();
                made.drainPermits();
                assertThat(made.tryAcquire(2, 60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private CollectCommand.Collected collect(Night night) throws IOException {
        if (slow) {
            released.acquireUninterruptibly();
        }
        try (Vault vault = wiring.vaultToWrite(clock)) {
            int missed = MissedRuns.seal(
                            vault,
                            wiring.settings().schedule().collect(),
                            night.due(),
                            Absence.of(wiring.state(), vault, clock.instant()))
                    .size();
            RunRecord run =
                    SealedRuns.without(RunTime.text(night.due()), night.due(), Outcome.COMPLETE, night.occasion());
            vault.seal(run);
            made.release();
            return new CollectCommand.Collected(run, null, missed, 0);
        }
    }

    private List<RunRecord> runs() throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        try (Vault vault = wiring.vaultToRead()) {
            runs.addAll(SealedRuns.of(vault));
        }
        return runs;
    }

    @Test
    void whatANodeHoldsDoesNotGrowWithItsFires() throws IOException {
        List<ServeBench.Held> held = new ServeBench(folder.resolve("bench"), 300, console.console()).run();

        assertThat(held).extracting(ServeBench.Held::fires).containsExactly(30, 150, 300);
        assertThat(held.get(2).threads()).isLessThanOrEqualTo(held.get(1).threads());
        assertThat(console.out()).contains("after    300 fires: ");
    }
}
