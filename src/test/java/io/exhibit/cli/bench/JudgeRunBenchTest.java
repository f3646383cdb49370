package io.exhibit.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement itself in small; what it measures means nothing at this size, and in a machine that is testing. */
@OneJdk
class JudgeRunBenchTest {

    @TempDir
    Path folder;

    @Test
    void aSealedRunIsJudgedBesideReadingItsJsonAlone() throws Exception {
        Consoles consoles = Consoles.listening();
        new JudgeRunBench(folder, 120, 40, consoles.console()).run();
        assertThat(consoles.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches(
                                        "run      [0-9]+ items in 12 units, [0-9]+ MB of JSON and [0-9.]+ MB of XML and CSV"),
                        line -> assertThat(line)
                                .matches(
                                        "bare     the JSON out of the vault to Jackson's maps in [0-9.]+ s, [0-9.]+ s of it in"
                                                + " Jackson"),
                        line -> assertThat(line)
                                .matches(
                                        "judged   by the whole book in [0-9.]+ s, [0-9]{3,} items of its tests: [0-9]+ % of"
                                                + " the bare reading, [0-9]+ % of Jackson alone"),
                        line -> assertThat(line).matches("heap     peak [0-9]+ MB of [0-9]+ MB"));
    }
}
