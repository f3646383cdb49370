package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Period;
import io.exhibit.evidence.RunRecord.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account that a run knows and never asked is told as not known wherever a pack counts what accounts hold. */
class ReadOnceTest {

    private static final List<Account> ACCOUNTS = List.of(
            new Account("111122223333", "management", "ACTIVE", "/", true),
            new Account("222233334444", "never asked", "ACTIVE", "/", false),
            new Account("333344445555", "state not known", "UNKNOWN", "/", false),
            new Account("444455556666", "closed", "SUSPENDED", "/", false));

    @Test
    void anAccountThatWasNeverAskedIsNotLeftOut(@TempDir Path folder) throws IOException {
        try (Binding binding = new Binding(folder)) {
            binding.judged("2026-10-01", ACCOUNTS);
            binding.now("2026-10-02T00:00:00Z");
            Period day = new Period(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-01"), ZoneOffset.UTC);

            PackRun.Bound pack = binding.run().bind(Edition.first("EH-", day), day);

            String text = Binding.text(pack).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Not known, because the report could not be read: 111122223333 management;"
                            + " 222233334444 never asked; 333344445555 state not known.")
                    .contains("Not known for 111122223333 management, 222233334444 never asked, 333344445555 state not"
                            + " known.")
                    .doesNotContain("none left out");
        }
    }
}
