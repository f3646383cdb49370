package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Period;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIdsTest {

    /** A pack of long ago that is owed is bound in the memory that one of today takes: a year of records of a hundred accounts is two gigabytes. */
    @Test
    void ofRunsBeforeAndAfterAPeriodOnlyTheOutlineIsHeld(@TempDir Path folder) throws IOException {
        try (Binding binding = new Binding(folder)) {
            binding.now("2026-04-01T00:00:00Z");
            for (String due : List.of(
                    "2026-01-30T02:15:00Z",
                    "2026-02-01T00:00:00Z",
                    "2026-02-28T02:15:00.900Z",
                    "2026-03-01T00:00:00Z",
                    "2026-03-02T02:15:00Z")) {
                seal(binding.vault, Instant.parse(due));
            }
            Period february = new Period(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28"), ZoneOffset.UTC);

            List<RunRecord> log = RunIds.since(february.start().minusSeconds(86_400 * 2), february, binding.vault);

            assertThat(log)
                    .extracting(run -> run.units().get(0).parts().get(0).calls())
                    .containsExactly(0L, 3L, 3L, 0L, 0L);
            assertThat(RunIds.since(february.start(), binding.vault))
                    .extracting(run -> run.units().get(0).parts().get(0).calls())
                    .containsExactly(0L, 0L, 0L, 0L);
        }
    }

    private static void seal(Vault vault, Instant due) throws IOException {
        String id = RunIds.free(due, vault.runIds());
        Part part = new Part("kms", 3, 3, 0, Lists.NONE, List.of(), List.of(), 0, 0);
        Unit unit = new Unit(Target.global("111122223333"), "", 0, "", List.of(part));
        try (RunWriter run = vault.begin(id)) {
            run.seal(new RunRecord(
                    id, due, due, due, Outcome.COMPLETE, "", "aws", "arn", "", List.of(), Map.of(), List.of(unit)));
        }
    }
}
