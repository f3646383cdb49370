package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.disk.Journal;
import io.exhibit.disk.PowerLoss;
import io.exhibit.disk.WatchedFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The power goes while a vault or a pack is written. The disk holds what was forced out, and of the rest any part. Some of the states
 * here, all that the generator makes with {@code -Dexhibit.crashes=all}.
 */
@OneJdk
class PowerLossTest {

    private static final boolean ALL = "all".equals(System.getProperty("exhibit.crashes"));
    private static final int SOME = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatWasAcknowledgedIsThereWhenThePowerIsBack(CrashScenario scenario) throws IOException {
        Random random = new Random(20261128);
        Path place = Files.createDirectories(folder.resolve("place"));
        List<String> before = new ArrayList<>();
        scenario.prepare(CrashOracle.unforced(place), before::add);
        Journal journal = new Journal(place);
        before.forEach(journal::acknowledged);
        scenario.act(WatchedFileSystem.path(place, journal), journal::acknowledged);

        List<PowerLoss.State> states = PowerLoss.states(journal, random);
        int all = states.size();
        if (!ALL) {
            Collections.shuffle(states, random);
            states.sort(Comparator.comparing(state -> !state.toString().startsWith("nothing")));
            states = states.subList(0, Math.min(SOME, all));
        }
        List<String> bad = new ArrayList<>();
        for (int n = 0; n < states.size(); n++) {
            Path after = folder.resolve("state" + n);
            states.get(n).write(after);
            try {
                CrashOracle.nothingIsLost(
                        scenario, CrashOracle.unforced(after), states.get(n).acknowledged());
            } catch (AssertionError | Exception e) {
                bad.add(states.get(n) + ": " + e);
            }
        }
        System.getLogger("exhibit.crashes")
                .log(
                        ALL ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                        scenario + ": " + states.size() + " of " + all + " states");
        assertThat(bad).isEmpty();
    }
}
