package io.exhibit.render;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Period;
import io.exhibit.control.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts, dates and digests as they are printed: ISO dates, UTC, thousands apart by a comma. */
public final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** With a comma for each three digits. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** "1 test", "3 tests". */
    public static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /** To the minute, in UTC. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** The date, or a dash where there is none. */
    static String date(LocalDate day) {
        return day == null ? "–" : day.toString();
    }

    /** "2026-10-11 to 2026-10-13, 2026-10-25": days that follow each other become a range. */
    static String days(SortedSet<LocalDate> days) {
        return days(days, days.isEmpty() ? days : everyDay(days.first(), days.last()));
    }

    private static SortedSet<LocalDate> everyDay(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same, where only the days of {@code among} can follow each other. */
    static String days(SortedSet<LocalDate> days, SortedSet<LocalDate> among) {
        List<String> ranges = new ArrayList<>();
        LocalDate from = null;
        LocalDate to = null;
        for (LocalDate day : among) {
            if (!days.contains(day)) {
                addRange(ranges, from, to);
                from = null;
            } else {
                from = from == null ? day : from;
                to = day;
            }
        }
        addRange(ranges, from, to);
        return String.join(", ", ranges);
    }

    private static void addRange(List<String> ranges, LocalDate from, LocalDate to) {
        if (from != null) {
            ranges.add(from.equals(to) ? from.toString() : from + " to " + to);
        }
    }

    /** "1 to 31 October 2026". */
    static String period(Period period) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        if (first.equals(last)) {
            return spelled(first);
        }
        boolean oneMonth = first.getYear() == last.getYear() && first.getMonth() == last.getMonth();
        return (oneMonth ? String.valueOf(first.getDayOfMonth()) : spelled(first)) + " to " + spelled(last);
    }

    private static String spelled(LocalDate day) {
        return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + day.getYear();
    }

    /** Hexadecimal digits in groups of eight, so that they can be compared by eye. */
    static String grouped(String hex) {
        return hex.replaceAll("(?<=\\G.{8})(?=.)", " ");
    }

    /** Where the organization set a threshold, or that it is the tool's. */
    static String policy(Parameter parameter) {
        return parameter.policy().isBlank() ? "tool default" : parameter.policy();
    }

    /** Ends with a full stop, whether or not it was written with one. */
    static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    /** "high" of {@code HIGH}, "not reasonable" of {@code NOT_REASONABLE}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Since when a finding is there: of what deviated when it was first read nobody knows. */
    public static String first(History history) {
        return orBefore(history, history.firstSeen());
    }

    /** Until when it has to be mended, as far as its first day is known; why there is no such day, where there is none. */
    public static String due(Finding finding) {
        History history = finding.history();
        return history.due() == null ? unlimited(finding) : orBefore(history, history.due());
    }

    private static String orBefore(History history, LocalDate date) {
        return (history.orBefore() ? "on or before " : "") + date(date);
    }

    /** Why a finding has no limit: a test that is itself one has no second, and what happened cannot be mended in time. */
    public static String unlimited(Finding finding) {
        if (finding.event()) {
            return "none: it happened";
        }
        return finding.test().assertion().limit() ? "the test is a limit" : "no limit set";
    }
}
