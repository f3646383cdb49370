package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Period;
import io.exhibit.assessment.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class WordsTest {

    @Test
    void countsHaveTheirThousandsApartInEveryLocale() {
        assertThat(Words.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Words.count(1, "day", "days")).isEqualTo("1 day");
        assertThat(Words.count(0, "day", "days")).isEqualTo("0 days");
    }

    @Test
    void daysInARowAreARange() {
        TreeSet<LocalDate> days = new TreeSet<>(
                List.of(LocalDate.parse("2026-10-11"), LocalDate.parse("2026-10-12"), LocalDate.parse("2026-10-25")));

        assertThat(Words.days(days)).isEqualTo("2026-10-11 to 2026-10-12, 2026-10-25");
        assertThat(Words.days(new TreeSet<>())).isEmpty();
    }

    @Test
    void daysThatCannotBeMeantDoNotBreakARange() {
        LocalDate first = LocalDate.parse("2026-10-11");
        TreeSet<LocalDate> days = new TreeSet<>(List.of(first, first.plusDays(2)));

        assertThat(Words.days(days)).isEqualTo("2026-10-11, 2026-10-13");
        assertThat(Words.days(days, days)).isEqualTo("2026-10-11 to 2026-10-13");
        assertThat(Words.days(days, new TreeSet<>(List.of(first, first.plusDays(1), first.plusDays(2)))))
                .isEqualTo("2026-10-11, 2026-10-13");
    }

    @Test
    void periodsAreSpelledInEnglish() {
        assertThat(Words.period(period("2026-10-01", "2026-10-31"))).isEqualTo("1 to 31 October 2026");
        assertThat(Words.period(period("2026-09-15", "2026-10-14"))).isEqualTo("15 September 2026 to 14 October 2026");
        assertThat(Words.period(period("2026-10-03", "2026-10-03"))).isEqualTo("3 October 2026");
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last), ZoneOffset.UTC);
    }

    @Test
    void instantsAreInUtcWhateverTheZoneOfTheMachine() {
        assertThat(Words.minute(Instant.parse("2026-10-31T23:59:59Z"))).isEqualTo("2026-10-31 23:59 UTC");
    }

    @Test
    void digestsAreReadInEights() {
        assertThat(Words.grouped("9c41e07b55")).isEqualTo("9c41e07b 55");
        assertThat(Words.grouped("")).isEmpty();
    }

    @Test
    void constantsAreReadInLowerCase() {
        assertThat(Words.of(Verdict.INCONCLUSIVE)).isEqualTo("inconclusive");
    }

    @Test
    void sentenceEndsWithOneFullStop() {
        assertThat(Words.sentence("No deviation"))
                .isEqualTo("No deviation.")
                .isEqualTo(Words.sentence("No deviation."));
    }
}
