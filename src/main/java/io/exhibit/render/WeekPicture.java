package io.exhibit.render;

import io.exhibit.assessment.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Findings by week, as a line of what was open over bars of what came and went, each part on a scale of its own. The figures stand in a
 * table: under the bars while there is room for a column each, otherwise with a row each. What was there when first read has a figure and
 * no bar: it is as large as the stock, and would make those of the weeks flat.
 */
final class WeekPicture {

    /** Of the drawing, in its own units. */
    private static final int WIDTH = 1000;

    private static final int LINE = 110;
    private static final int BARS = 90;
    private static final int MIDDLE = 240;
    private static final int MOST_COLUMNS = 8;

    private final List<Week> weeks;

    WeekPicture(List<Week> weeks) {
        this.weeks = weeks;
    }

    Map<String, Object> model() {
        return Map.of(
                "rows", weeks.stream().map(WeekPicture::row).toList(),
                "found", weeks.stream().anyMatch(week -> week.found() > 0),
                "columns", weeks.size() <= MOST_COLUMNS,
                "bars", bars(),
                "line",
                        String.join(
                                " ",
                                points().stream()
                                        .map(p -> p.get("x") + "," + p.get("y"))
                                        .toList()),
                "points", points(),
                "alternative", alternative());
    }

    private static Map<String, Object> row(Week week) {
        return Map.of(
                "name", week.name(),
                "days",
                        week.first().equals(week.last())
                                ? day(week.first())
                                : day(week.first()) + " to " + day(week.last()),
                "found", Words.count(week.found()),
                "came", Words.count(week.came()),
                "closed", Words.count(week.closed()),
                "open", Words.count(week.open()));
    }

    private static String day(java.time.LocalDate day) {
        return day.toString().substring(5);
    }

    private long largest(ToLongFunction<Week> of) {
        return Math.max(1, weeks.stream().mapToLong(of).max().orElse(1));
    }

    private int middle(int week) {
        return (2 * week + 1) * WIDTH / (2 * weeks.size());
    }

    private List<Map<String, String>> points() {
        long most = largest(Week::open);
        List<Map<String, String>> points = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            long y = 10 + LINE - LINE * weeks.get(i).open() / most;
            points.add(Map.of("x", String.valueOf(middle(i)), "y", String.valueOf(y)));
        }
        return points;
    }

    private List<Map<String, String>> bars() {
        long most = largest(week -> Math.max(week.came(), week.closed()));
        int width = Math.max(4, Math.min(60, WIDTH / weeks.size() / 2));
        List<Map<String, String>> bars = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            long up = height(weeks.get(i).came(), most);
            long down = height(weeks.get(i).closed(), most);
            bars.add(Map.of(
                    "x", String.valueOf(middle(i) - width / 2),
                    "width", String.valueOf(width),
                    "top", String.valueOf(MIDDLE - up),
                    "up", String.valueOf(up),
                    "down", String.valueOf(down)));
        }
        return bars;
    }

    /** One of a thousand is drawn, too. */
    private static long height(long n, long most) {
        return n == 0 ? 0 : Math.max(2, BARS * n / most);
    }

    private String alternative() {
        return "Findings by week: "
                + weeks.stream()
                        .map(week -> week.name() + ": "
                                + (week.found() == 0 ? "" : Words.count(week.found()) + " there when first read, ")
                                + Words.count(week.came()) + " opened, "
                                + Words.count(week.closed()) + " closed, " + Words.count(week.open()) + " open")
                        .collect(Collectors.joining("; "));
    }
}
