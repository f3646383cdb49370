package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Period;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has a month of the console worked out anew, which takes minutes over much evidence, and what does not. */
final class MonthStateTest {

    private static final Period OCTOBER =
            new Period(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"), ZoneOffset.UTC);

    private static final Instant AFTER = Instant.parse("2026-11-01T06:00:00Z");

    @TempDir
    private Path folder;

    private Wiring wiring;

    @BeforeEach
    void logARunOfOctoberAndOneOfNovember() throws IOException {
        wiring = new Wiring(SettingsReader.defaults(folder), Consoles.quiet());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        seal("2026-10-31T02:15:00Z");
        seal("2026-11-01T02:15:00Z");
    }

    private void seal(String due) throws IOException {
        Instant then = Instant.parse(due);
        try (Vault vault = wiring.vaultToWrite(() -> AFTER)) {
            vault.seal(SealedRuns.without(RunTime.text(then), then, Outcome.FAILED, "unreachable"));
        }
    }

    private Standings.State state(String files, Period period, Instant now) throws IOException {
        try (Vault vault = wiring.vaultToRead()) {
            return MonthState.of(vault, wiring.settings(), files, period, now);
        }
    }

    private Standings.State state() throws IOException {
        return state("book", OCTOBER, AFTER);
    }

    @Test
    void aPackThatIsIssuedStandsBesideTheMonth() throws IOException {
        Standings.State before = state();
        try (Vault vault = wiring.vaultToWrite(() -> AFTER)) {
            vault.sealPack("EH-2026-09", "ab".repeat(32));
        }
        assertThat(state().judged()).isEqualTo(before.judged());
        assertThat(state().beside()).isNotEqualTo(before.beside());
    }

    @Test
    void aRunOfALaterMonthStandsBesideIt() throws IOException {
        Standings.State before = state();
        seal("2026-11-01T05:00:00Z");
        assertThat(state().judged()).isEqualTo(before.judged());
        assertThat(state().beside()).isNotEqualTo(before.beside());
    }

    @Test
    void aRunOfTheMonthHasItWorkedOutAnewAlsoWhenItIsLoggedLater() throws IOException {
        String before = state().judged();
        seal("2026-10-31T20:00:00Z");
        assertThat(state().judged()).isNotEqualTo(before);
    }

    /** Since when something deviates is told by the days before. */
    @Test
    void aRunOfTheYearBeforeHasItWorkedOutAnew() throws IOException {
        String before = state().judged();
        seal("2025-10-31T02:15:00Z");
        assertThat(state().judged()).isNotEqualTo(before);
    }

    @Test
    void anotherBookAndAnotherDayHaveItWorkedOutAnew() throws IOException {
        String before = state().judged();
        assertThat(state("another", OCTOBER, AFTER).judged()).isNotEqualTo(before);
        assertThat(state("book", OCTOBER, Instant.parse("2026-11-02T00:00:00Z")).judged())
                .isNotEqualTo(before);
    }

    /** A day on which a collection was due and none ran is a day of the month that goes on. */
    @Test
    void aCollectionThatWasDueHasItsOwnMonthWorkedOutAnewAndNoOther() throws IOException {
        Period november = new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"), ZoneOffset.UTC);
        Instant earlier = Instant.parse("2026-11-01T01:00:00Z");

        assertThat(state("book", november, earlier).judged())
                .isNotEqualTo(state("book", november, AFTER).judged());
        assertThat(state("book", OCTOBER, earlier).judged())
                .isEqualTo(state("book", OCTOBER, AFTER).judged());
    }
}
