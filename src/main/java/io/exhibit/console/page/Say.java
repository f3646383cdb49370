package io.exhibit.console.page;

import io.exhibit.render.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and numbers as the pages write them: as packs print them, where both have them. */
public final class Say {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

    private Say() {}

    /** To the minute, in UTC, as packs write it. */
    public static String minute(Instant at) {
        return Words.minute(at);
    }

    /** The day alone where something begins with it. */
    public static String since(Instant at) {
        return minute(at).replace(" 00:00 UTC", "");
    }

    /** "Tuesday, 24 November 2026", where the entity is. */
    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /** Such as {@code October 2026}. */
    public static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** "2026-10". */
    public static String yearMonth(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    /** With a comma for each three digits, as packs write it. */
    public static String count(long n) {
        return Words.count(n);
    }

    /** "1 call", "2,500 calls". */
    public static String count(long n, String one, String many) {
        return Words.count(n, one, many);
    }

    /** "not fully evaluated" of NOT_FULLY_EVALUATED. */
    public static String word(Enum<?> constant) {
        return Words.of(constant);
    }
}
