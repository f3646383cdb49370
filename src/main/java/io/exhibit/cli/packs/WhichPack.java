package io.exhibit.cli.packs;

import io.exhibit.assessment.Period;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.run.Edition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** Which pack is meant: its period, and its issue. */
public final class WhichPack {

    /** More than that is no pack that anybody reads. */
    private static final int DAYS = 400;

    private static final int LAST_ISSUE = 999;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "The month.")
    private String month;

    @Option(names = "--from", paramLabel = "DAY", description = "First day of another period, such as 2026-10-15.")
    private String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Its last day.")
    private String to;

    @Option(
            names = "--issue",
            paramLabel = "N",
            defaultValue = "1",
            description = "Issue it again under the next number; it never replaces an earlier issue.")
    private int issue;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is issued again; the cover prints it.")
    private String reason;

    /** The whole month in a zone, from its first day to its last. */
    public static Period of(YearMonth month, ZoneId zone) {
        return new Period(month.atDay(1), month.atEndOfMonth(), zone);
    }

    Period period(ZoneId zone, Instant now) {
        Period period = period(zone);
        if (!period.start().isBefore(now)) {
            throw new Stop(
                    ExitCode.USAGE,
                    (month == null ? "The period from " + period.first() : "The month " + month)
                            + " has not begun yet.");
        }
        return period;
    }

    private Period period(ZoneId zone) {
        if (month != null && from == null && to == null) {
            return of(month(), zone);
        }
        if (month != null || from == null || to == null) {
            throw new Stop(ExitCode.USAGE, "Give either --month, or --from and --to.");
        }
        Period period = new Period(day("--from", from), day("--to", to), zone);
        if (period.last().isBefore(period.first())) {
            throw new Stop(ExitCode.USAGE, "--to " + to + " lies before --from " + from + ".");
        }
        if (period.days() > DAYS) {
            throw new Stop(ExitCode.USAGE, "A pack covers at most " + DAYS + " days; these are " + period.days() + ".");
        }
        return period;
    }

    Edition edition(String series, Period period) {
        if (issue < 1 || issue > LAST_ISSUE) {
            throw new Stop(ExitCode.USAGE, "--issue is a number from 1 to " + LAST_ISSUE + ", not " + issue + ".");
        }
        if (issue == 1 && reason != null) {
            throw new Stop(ExitCode.USAGE, "A first issue has no --reason; give the next --issue with it.");
        }
        return Edition.first(series, period).again(issue, reason == null ? "" : reason.strip());
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new Stop(ExitCode.USAGE, "--month is a year and a month such as 2026-10, not \"" + month + "\".");
        }
    }

    private static LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Stop(ExitCode.USAGE, option + " is a day such as 2026-10-15, not \"" + text + "\".");
        }
    }
}
