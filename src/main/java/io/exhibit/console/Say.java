package io.exhibit.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and numbers as the pages write them. */
final class Say {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

    private Say() {}

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** The day alone where something begins with it. */
    static String since(Instant at) {
        return minute(at).replace(" 00:00 UTC", "");
    }

    /** "Tuesday, 24 November 2026", where the entity is. */
    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** "2026-10". */
    static String yearMonth(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** "1 call", "2,500 calls". */
    static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /** "not fully evaluated" of NOT_FULLY_EVALUATED. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
