package io.exhibit.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** The month of the demo: a run every night at 02:15 UTC, but for one night on which the collector did not run. */
public final class DemoMonth {
    public static final YearMonth MONTH = YearMonth.of(2026, 10);
    public static final LocalTime RUN_TIME = LocalTime.of(2, 15);
    public static final LocalDate MISSED_NIGHT = LocalDate.of(2026, 10, 19);
    public static final Instant FIRST_RUN = runAt(MONTH.atDay(1));

    private DemoMonth() {}

    /** Every night on which a run is due, the missed one among them. */
    public static List<LocalDate> nights() {
        return IntStream.rangeClosed(1, MONTH.lengthOfMonth())
                .mapToObj(MONTH::atDay)
                .toList();
    }

    public static Instant runAt(LocalDate night) {
        return night.atTime(RUN_TIME).toInstant(ZoneOffset.UTC);
    }
}
