package io.exhibit.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement itself in small; what it measures means nothing at this size, and in a machine that is testing. */
@OneJdk
class CollectBenchTest {

    @TempDir
    Path folder;

    @Test
    void findingsOfBothKindsAreCollectedSealedAndMeasuredBesideTheSdkAlone() throws Exception {
        Consoles consoles = Consoles.listening();
        new CollectBench(folder, 420, 130, 30, consoles.console()).run();
        String time = "in [0-9.]+ s, [0-9.]+ s CPU";
        assertThat(consoles.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("alone    5[34][0-9] findings through the SDK's clients alone " + time
                                        + ": [0-9.]+ us a finding"),
                        line -> assertThat(line)
                                .matches("collect  as many in a whole run, sealed, " + time
                                        + ": [0-9.]+ us a finding, [0-9.]+ times the SDK alone"),
                        line -> assertThat(line)
                                .matches("sealed   12 units, the one with the findings of 0\\.[0-9] MB"),
                        line -> assertThat(line)
                                .matches("sealing  adds -?[0-9.]+ % of CPU and -?[0-9.]+ % of time to the same run kept"
                                        + " nowhere \\([0-9.]+ s CPU, [0-9.]+ s, mean of two around it\\)"),
                        line -> assertThat(line).matches("judge    the run " + time),
                        line -> assertThat(line)
                                .matches("heap     peak [0-9]+ MB of [0-9]+ MB; the sandbox had a process of its own"
                                        + " \\([0-9]+ s CPU\\)"));
    }
}
