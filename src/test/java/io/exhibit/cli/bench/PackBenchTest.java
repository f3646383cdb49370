package io.exhibit.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Period;
import io.exhibit.cli.Consoles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The measurement itself in small; what it measures means nothing at this size, and in a machine that is testing. */
@OneJdk
class PackBenchTest {

    @TempDir
    Path folder;

    @Test
    void aListIsPrintedBesideBarePdfBox() throws Exception {
        Consoles consoles = Consoles.listening();
        new PackBench(folder, consoles.console()).listing(300);
        assertThat(consoles.out().strip())
                .matches("listing  300 rows tagged in 1 volumes: [0-9.]+ s, 1[0-9] pages, [0-9]+ pages/s, [0-9.]+ MB;"
                        + " bare PDFBox [0-9.]+ s, 1[0-9] pages, [0-9.]+ MB: [0-9.]+ times; heap peak [0-9]+ MB of"
                        + " [0-9]+ MB");
    }

    /** A night of the sandbox, judged and bound: half a minute. */
    @Test
    @EnabledIfSystemProperty(named = "exhibit.bench", matches = "all")
    void nightsAreBoundBesideTheirBytesAlone() throws Exception {
        LocalDate night = LocalDate.of(2026, 10, 1);
        Period one = new Period(night, night, ZoneOffset.UTC);
        Consoles consoles = Consoles.listening();
        new PackBench(folder, List.of("cold"), consoles.console()).nights(one, one);
        assertThat(consoles.out().strip())
                .matches(
                        "month    1 days bound in [0-9.]+ s, [0-9.]+ s CPU \\(cold\\): [0-9]{2,3} pages, [0-9]+ pages/s,"
                                + " zip of [0-9.]+ MB; bare [0-9.]+ s \\(PDFBox loads and saves the report, the zip is copied and"
                                + " digested\\): [0-9.]+ times; heap peak [0-9]+ MB");
    }
}
