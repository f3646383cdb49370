package io.exhibit.console.month;

import io.exhibit.assessment.FindingDay;
import io.exhibit.console.page.Say;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings by day as a drawing without a style of its own: a column of what is open, above it what came, below it what went. */
final class FindingChart {

    private static final int STEP = 20;
    private static final int WIDTH = 14;
    private static final int HEIGHT = 120;
    private static final int BELOW = 40;

    /** Days for which there is room: on the first of a month a column is as wide as on the last. */
    private static final int MONTH = 31;

    private FindingChart() {}

    /** @param read days of which there is evidence; on the others nobody saw what came and went */
    static Map<String, Object> of(List<FindingDay> days, Set<LocalDate> read) {
        long tallest = days.stream()
                .mapToLong(day -> Math.max(day.open(), day.opened()))
                .max()
                .orElse(0);
        long deepest = days.stream().mapToLong(FindingDay::closed).max().orElse(0);
        long most = Math.max(1, Math.max(tallest, deepest * HEIGHT / BELOW));
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int n = 0; n < days.size(); n++) {
            FindingDay day = days.get(n);
            int open = height(day.open(), most);
            int opened = height(day.opened(), most);
            bars.add(Map.of(
                    "date", day.date().toString(),
                    "read", read.contains(day.date()),
                    "day", String.valueOf(day.date().getDayOfMonth()),
                    "x", String.valueOf(n * STEP),
                    "middle", String.valueOf(n * STEP + WIDTH / 2),
                    "open", Map.of("y", String.valueOf(HEIGHT - open), "h", String.valueOf(open)),
                    "opened", Map.of("y", String.valueOf(HEIGHT - open), "h", String.valueOf(Math.min(open, opened))),
                    "closed", Map.of("h", String.valueOf(height(day.closed(), most))),
                    "counts",
                            Map.of(
                                    "opened", Say.count(day.opened()),
                                    "found", Say.count(day.found()),
                                    "closed", Say.count(day.closed()),
                                    "open", Say.count(day.open()))));
        }
        return Map.of(
                "bars",
                bars,
                "unread",
                days.stream().anyMatch(day -> !read.contains(day.date())),
                "width",
                String.valueOf(Math.max(MONTH, days.size()) * STEP),
                "height",
                String.valueOf(HEIGHT + BELOW + 16),
                "axis",
                String.valueOf(HEIGHT),
                "foot",
                String.valueOf(HEIGHT + BELOW + 13));
    }

    /** What is there is seen, however little it is. */
    private static int height(long count, long most) {
        return count == 0 ? 0 : Math.max(2, Math.toIntExact(count * HEIGHT / most));
    }
}
