package io.exhibit.render;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.TestResult;
import io.exhibit.evidence.EventWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Hours of the period of which no reading tells: those after the last one, and for tests of events those that no reading looked back to. */
final class HoursPages {

    private final Period period;
    private final List<Instant> readings;
    private final List<TestResult> tests;

    HoursPages(PackContent content) {
        this.period = content.assessment().period();
        this.readings = content.assessment().days().stream()
                .filter(Calendar::sealed)
                .map(Day::run)
                .flatMap(run -> run.stream())
                .map(run -> run.started())
                .sorted()
                .toList();
        this.tests = content.assessment().tests();
    }

    Map<String, Object> model() {
        return Map.of(
                "last", readings.isEmpty() ? "" : Words.minute(readings.get(readings.size() - 1)),
                "after", after(),
                "tests",
                        tests.stream()
                                .filter(test -> test.assertion().source().equals(EventWindow.SOURCE))
                                .map(test -> test.assertion().id())
                                .collect(Collectors.joining(", ")),
                "uncovered",
                        EventWindow.uncovered(period.start(), period.end(), readings).stream()
                                .map(s -> Words.minute(s.from()) + " to " + Words.minute(s.until()))
                                .toList());
    }

    /** "21 hours 45 minutes", or "" when a reading began at the end or after it. */
    private String after() {
        if (readings.isEmpty() || !readings.get(readings.size() - 1).isBefore(period.end())) {
            return "";
        }
        Duration left = Duration.between(readings.get(readings.size() - 1), period.end());
        String minutes = left.toMinutesPart() == 0 ? "" : " " + Words.count(left.toMinutesPart(), "minute", "minutes");
        return Words.count(left.toHours(), "hour", "hours") + minutes;
    }
}
