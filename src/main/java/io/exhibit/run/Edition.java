package io.exhibit.run;

import io.exhibit.assessment.Period;
import io.exhibit.render.Issue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which pack: of which series and period, and which issue of it.
 *
 * @param pack name: {@code EH-2026-10} of a month, {@code EH-2026-10-05--2026-11-03} of another period; a later issue ends in
 *     {@code -issue-2}
 * @param number 1 for the first issue
 * @param reason why it is issued again, "" for the first
 */
public record Edition(String pack, int number, String reason) {

    private static final String MONTH = "[0-9]{4}-[0-9]{2}";
    private static final String DAY = MONTH + "-[0-9]{2}";
    private static final Pattern NAME = Pattern.compile("(?<series>.*?)(?:(?<from>" + DAY + ")--(?<to>" + DAY
            + ")|(?<month>" + MONTH + "))(?:-issue-(?<number>[0-9]{1,4}))?");

    /** The first issue. */
    public static Edition first(String pack) {
        return new Edition(pack, 1, "");
    }

    /**
     * The one of a name, without its reason.
     *
     * @throws IllegalArgumentException when that names no pack
     */
    public static Edition named(String pack) {
        return new Edition(pack, number(matched(pack)), "");
    }

    /**
     * The first issue of a period.
     *
     * @param series how the names of its packs begin: {@code EH-}
     */
    public static Edition first(String series, Period period) {
        YearMonth month = YearMonth.from(period.first());
        boolean whole = period.first().equals(month.atDay(1)) && period.last().equals(month.atEndOfMonth());
        return first(series + (whole ? month : period.first() + "--" + period.last()));
    }

    /** A later issue of the same; the first when the number is 1. */
    public Edition again(int issue, String why) {
        return issue == 1 ? this : new Edition(name(issue), issue, why);
    }

    /** The name of another issue of the same. */
    String name(int issue) {
        return Issue.another(pack, number, issue);
    }

    /**
     * The pack before one: of a later issue the issue before it, otherwise the newest issue of the newest pack of its series whose
     * period began and ended earlier.
     *
     * @param sealed names of the packs in the log
     */
    static Optional<String> before(String pack, Map<String, String> sealed) {
        Matcher own = NAME.matcher(pack);
        if (!own.matches()) {
            return Optional.empty();
        }
        int number = number(own);
        return sealed.keySet().stream()
                .filter(name -> !name.equals(pack))
                .filter(name -> {
                    Matcher other = NAME.matcher(name);
                    if (!other.matches() || !other.group("series").equals(own.group("series"))) {
                        return false;
                    }
                    boolean same = period(other).equals(period(own));
                    return number == 1
                            ? begin(other).isBefore(begin(own)) && end(other).isBefore(end(own))
                            : same && number(other) < number;
                })
                .max(Comparator.comparing(Edition::beginOf)
                        .thenComparing(Edition::endOf)
                        .thenComparing(Edition::numberOf));
    }

    /** The period that the name of a pack tells. */
    public static Period period(String pack, ZoneId zone) {
        Matcher name = matched(pack);
        return new Period(begin(name), end(name), zone);
    }

    private static LocalDate beginOf(String name) {
        return begin(matched(name));
    }

    private static LocalDate endOf(String name) {
        return end(matched(name));
    }

    private static int numberOf(String name) {
        return number(matched(name));
    }

    private static Matcher matched(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name);
        }
        return matcher;
    }

    private static String period(Matcher name) {
        return name.group("month") == null ? name.group("from") + "--" + name.group("to") : name.group("month");
    }

    private static LocalDate end(Matcher name) {
        return name.group("month") == null
                ? LocalDate.parse(name.group("to"))
                : YearMonth.parse(name.group("month")).atEndOfMonth();
    }

    private static LocalDate begin(Matcher name) {
        return name.group("month") == null
                ? LocalDate.parse(name.group("from"))
                : YearMonth.parse(name.group("month")).atDay(1);
    }

    private static int number(Matcher name) {
        return name.group("number") == null ? 1 : Integer.parseInt(name.group("number"));
    }
}
