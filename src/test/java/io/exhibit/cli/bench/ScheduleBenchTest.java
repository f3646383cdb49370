package io.exhibit.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.runs.Absence;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.MissedRuns;
import io.exhibit.run.RunClock;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days of a node by its real jobs in a real vault, here without AWS; {@code exhibit bench schedule --days 400} lives with the
 * sandbox. {@code -Dexhibit.days=400} makes more of them.
 */
@OneJdk
class ScheduleBenchTest {

    private static final int DAYS = Integer.getInteger("exhibit.days", 20);

    @TempDir
    Path folder;

    private final Consoles console = Consoles.listening();

    @Test
    void everyFireOfDaysOnWhichTheClockSkipsIsAccountedFor() throws IOException {
        ScheduleBench bench = new ScheduleBench(folder, LocalDate.of(2026, 3, 12), DAYS, 7, console.console());

        assertThat(bench.run(URI.create("http://127.0.0.1:9"), Bare::new)).isEmpty();

        assertThat(console.out())
                .contains("quiet complete=", "down missed", "paused missed=")
                .contains("packs ");
    }

    /** Like the command, but without evidence. */
    private static final class Bare implements SimulatedWorld {

        private final Wiring wiring;
        private final RunClock clock;
        private final Runnable asked;
        private boolean refused;

        Bare(Wiring wiring, RunClock clock, Runnable asked) {
            this.wiring = wiring;
            this.clock = clock;
            this.asked = asked;
        }

        @Override
        public CollectCommand.Collected collect(Night night) throws IOException {
            for (int i = 0; i < 50; i++) {
                asked.run();
            }
            try (Vault vault = wiring.vaultToWrite(clock)) {
                int missed = MissedRuns.seal(
                                vault,
                                wiring.settings().schedule().collect(),
                                night.due(),
                                Absence.of(wiring.state(), vault, clock.instant()))
                        .size();
                RunRecord run = SealedRuns.without(
                        RunTime.text(night.due()),
                        night.due(),
                        refused ? Outcome.FAILED : Outcome.COMPLETE,
                        night.occasion());
                vault.seal(run);
                return new CollectCommand.Collected(run, null, missed, 0);
            }
        }

        @Override
        public void now(Instant instant) {}

        @Override
        public void refuse(boolean refuses) {
            refused = refuses;
        }

        @Override
        public void close() {}
    }
}
