package io.exhibit.console.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.FindingDay;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingChartTest {

    private static List<FindingDay> days(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> new FindingDay(LocalDate.parse("2026-10-01").plusDays(n), 170, 0, 170, 0))
                .toList();
    }

    /** A drawing is as wide as the page lets it be: one of a single column was a wall of red over four screens. */
    @Test
    void theFirstDayOfAMonthIsDrawnNoLargerThanTheLast() {
        assertThat(FindingChart.of(days(1)).get("width"))
                .isEqualTo(FindingChart.of(days(31)).get("width"));
        assertThat(FindingChart.of(days(1)).get("height"))
                .isEqualTo(FindingChart.of(days(31)).get("height"));
    }
}
