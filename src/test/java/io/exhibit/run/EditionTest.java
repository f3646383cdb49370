package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another period than a month, and an issue after the first. */
@OneJdk
class EditionTest {

    private static final String REASON = "The register of administrators was corrected";

    @ParameterizedTest
    @CsvSource({
        "EH-2026-10,                       EH-2026-09-issue-3",
        "EH-2026-10-issue-2,               EH-2026-10",
        "EH-2026-10-issue-11,              EH-2026-10-issue-2",
        "EH-2026-11,                       EH-2026-10-issue-2",
        "EH-2026-10-05--2026-11-03,        EH-2026-10-issue-2",
        "EH-2026-10-05--2026-10-11,        EH-2026-09-issue-3",
        "EH-public-2026-10,                EH-public-2026-08",
        "EH-nist-800-53-r5-2026-10,        ''",
        "EH-2026-08,                       ''",
        "OTHER-2026-10,                    ''"
    })
    void thePackBeforeIsTheNewestIssueOfTheOneThatBeganEarlier(String pack, String before) {
        Map<String, String> sealed = new TreeMap<>();
        for (String name : new String[] {
            "EH-2026-08",
            "EH-2026-09",
            "EH-2026-09-issue-2",
            "EH-2026-09-issue-3",
            "EH-2026-10",
            "EH-2026-10-issue-2",
            "EH-public-2026-08",
            "a name that no pack has"
        }) {
            sealed.put(name, "");
        }

        assertThat(Edition.before(pack, sealed).orElse("")).isEqualTo(before);
    }

    @Test
    void aPeriodThatIsNoMonthIsNamedByItsDays() {
        assertThat(Edition.first("EH-", days("2026-10-01", "2026-10-31")).pack())
                .isEqualTo("EH-2026-10");
        assertThat(Edition.first("EH-", days("2026-10-01", "2026-10-30")).pack())
                .isEqualTo("EH-2026-10-01--2026-10-30");
        assertThat(Edition.first("EH-", days("2026-10-15", "2026-11-14"))
                        .again(2, REASON)
                        .pack())
                .isEqualTo("EH-2026-10-15--2026-11-14-issue-2");
    }

    @Test
    void aLaterIssueStandsBesideTheFirstAndSaysWhy(@TempDir Path folder) throws IOException {
        try (Binding binding = new Binding(folder)) {
            binding.night("2026-10-01");
            binding.now("2026-11-02T00:00:00Z");
            Period month = Binding.month("2026-10");
            PackRun.Bound first = binding.bind("2026-10");
            byte[] issued = Files.readAllBytes(first.zip().orElseThrow());
            binding.night("2026-10-31");
            Edition second = Edition.first("EH-2026-10").again(2, REASON);

            PackRun.Bound again = binding.run().bind(second, month);

            assertThat(Files.readAllBytes(first.zip().orElseThrow())).isEqualTo(issued);
            assertThat(binding.vault.packs()).containsOnlyKeys("EH-2026-10", "EH-2026-10-issue-2");
            assertThat(again.file()).hasFileName("EH-2026-10-issue-2.pdf");
            assertThat(Binding.text(again).replaceAll("\\s+", " "))
                    .contains("EH-2026-10-issue-2, issue 2, ")
                    .contains(REASON + ". The issue before it was not replaced: EH-2026-10, SHA-256 " + first.sha256());
            assertThat(Binding.text(first)).contains("Collected on 1 of 31 days");
            assertThat(Binding.text(again)).contains("Collected on 2 of 31 days");
            assertThat(binding.run()
                            .bind(Edition.first("EH-2026-10").again(2, ""), month)
                            .sha256())
                    .as("printed again")
                    .isEqualTo(again.sha256());
            assertThat(binding.bind("2026-10").sha256()).isEqualTo(first.sha256());
        }
    }

    @Test
    void anIssueIsNeitherSkippedNorGivenWithoutAReasonNorToldAnother(@TempDir Path folder) throws IOException {
        try (Binding binding = new Binding(folder)) {
            binding.night("2026-10-01");
            binding.now("2026-11-02T00:00:00Z");
            Edition first = Edition.first("EH-2026-10");

            assertRefused(binding, first.again(2, REASON), "the log has no pack EH-2026-10.");
            binding.bind("2026-10");
            assertRefused(binding, first.again(3, REASON), "the log has no pack EH-2026-10-issue-2.");
            assertRefused(binding, first.again(2, ""), "give --reason");
            binding.run().bind(first.again(2, REASON), Binding.month("2026-10"));
            assertRefused(binding, first.again(2, "Another"), "was issued with the reason \"" + REASON + "\"");
            assertThat(binding.vault.packs()).hasSize(2);
        }
    }

    @Test
    void aPeriodAcrossTwoMonthsHasTheDaysOfBoth(@TempDir Path folder) throws IOException {
        try (Binding binding = new Binding(folder)) {
            binding.night("2026-10-15");
            binding.night("2026-10-31");
            binding.night("2026-11-01");
            binding.now("2026-11-20T00:00:00Z");
            Period days = days("2026-10-15", "2026-11-14");

            PackRun.Bound pack = binding.run().bind(Edition.first("EH-", days), days);

            assertThat(pack.file()).hasFileName("EH-2026-10-15--2026-11-14.pdf");
            assertThat(pack.assessment().days()).hasSize(31);
            assertThat(Binding.text(pack)).contains("15 October 2026 to 14 November 2026", "Collected on 3 of 31 days");
        }
    }

    private static void assertRefused(Binding binding, Edition edition, String why) {
        assertThatThrownBy(() -> binding.run().bind(edition, Binding.month("2026-10")))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining(why);
    }

    private static Period days(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last), ZoneOffset.UTC);
    }
}
