package io.exhibit.console.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.FindingDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingChartTest {

    private static List<FindingDay> days(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> new FindingDay(LocalDate.parse("2026-10-01").plusDays(n), 170, 0, 170, 0))
                .toList();
    }

    private static Map<String, Object> drawn(int many) {
        return FindingChart.of(
                days(many), days(many).stream().map(FindingDay::date).collect(Collectors.toSet()));
    }

    @Test
    void dashesAreExplainedWhereThereAreAny() {
        assertThat(drawn(2)).containsEntry("unread", false);
        assertThat(FindingChart.of(days(2), Set.of(LocalDate.parse("2026-10-01"))))
                .containsEntry("unread", true);
    }

    /** A drawing is as wide as the page lets it be: one of a single column was a wall of red over four screens. */
    @Test
    void theFirstDayOfAMonthIsDrawnNoLargerThanTheLast() {
        for (String side : List.of("width", "height")) {
            assertThat(drawn(1).get(side)).isEqualTo(drawn(31).get(side));
        }
    }
}
