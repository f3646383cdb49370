package io.exhibit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.EventWindow.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which hours no reading of events tells of, counted on a calendar. */
class EventWindowTest {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void withAReadingEveryDayOnlyTheHoursAfterTheLastOneAreMissing() {
        assertThat(EventWindow.uncovered(START, END, readings(0)))
                .containsExactly(new Stretch(Instant.parse("2026-10-31T02:15:00Z"), END));
    }

    @Test
    void aMissedDayLosesTheHoursThatTheNextReadingDoesNotGoBackTo() {
        assertThat(EventWindow.uncovered(START, END, readings(19)))
                .containsExactly(
                        new Stretch(Instant.parse("2026-10-18T02:15:00Z"), Instant.parse("2026-10-18T23:00:00Z")),
                        new Stretch(Instant.parse("2026-10-31T02:15:00Z"), END));
    }

    @Test
    void withoutAReadingNothingIsCovered() {
        assertThat(EventWindow.uncovered(START, END, List.of())).containsExactly(new Stretch(START, END));
    }

    private static List<Instant> readings(int missed) {
        return IntStream.rangeClosed(1, 31)
                .filter(day -> day != missed)
                .mapToObj(day -> Instant.parse(String.format("2026-10-%02dT02:15:00Z", day)))
                .toList();
    }
}
