package io.exhibit.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.bench.BenchVault;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.console.runs.ScheduleDesk;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OneJdk
class CollectingSignTest {

    /** Each look at the clock of a simulated run moves it on: then what the run records would depend on who watches it. */
    @Test
    void aRunIsWatchedByAnotherClockThanItsOwn(@TempDir Path folder) throws Exception {
        Settings settings = SettingsReader.defaults(folder);
        Path state = Files.createDirectories(settings.serving().state());
        Instant before = new SystemClock().instant();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(1));
                BenchVault bench = new BenchVault(folder, sandbox.endpoint(), false, 2, Consoles.quiet())) {
            bench.collect();
        }
        Instant after = new SystemClock().instant();
        ScheduleDesk.Going going = CollectingSign.read(state, after).orElseThrow();
        assertThat(going.at()).isBetween(before, after);
    }
}
