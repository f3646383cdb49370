package io.exhibit.cli;

import io.exhibit.cli.UserScenario.Night;
import io.exhibit.cli.UserScenario.Person;
import io.exhibit.cli.UserScenario.Wrong;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the packs of a scenario must say, worked out from the scenario and the rules that are printed, and from nothing of the product's. */
final class FindingOracle {

    /** Days to mend, by what is wrong. */
    static int limit(Wrong wrong) {
        return wrong == Wrong.NO_MFA ? 8 : 15;
    }

    /** From when to when something was known to be wrong; {@code until} is the night on which it was known not to be, or null; {@code gone} when he was not asked about then. */
    record Stretch(LocalDate from, LocalDate until, boolean gone) {}

    /**
     * @param since the night from which its days count
     * @param censored whether no night before that knew anything
     */
    record Case(Wrong wrong, String user, List<Stretch> stretches, LocalDate since, boolean censored) {

        LocalDate closed() {
            return stretches.get(stretches.size() - 1).until();
        }

        long days(LocalDate end) {
            return ChronoUnit.DAYS.between(since, closed() == null ? end : closed());
        }

        long beyond(LocalDate end) {
            return Math.max(0, days(end) - limit(wrong));
        }
    }

    private final UserScenario scenario;

    FindingOracle(UserScenario scenario) {
        this.scenario = scenario;
    }

    /** Everything that was wrong in the month, or still when it began. */
    List<Case> cases(YearMonth month) {
        List<Case> cases = new ArrayList<>();
        for (Wrong wrong : Wrong.values()) {
            for (Person person : scenario.people(UserScenario.FIRST)) {
                Case told = of(wrong, person.name(), month);
                if (told != null && (told.closed() == null || !told.closed().isBefore(month.atDay(1)))) {
                    cases.add(told);
                }
            }
        }
        return cases;
    }

    private Case of(Wrong wrong, String user, YearMonth month) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate from = null;
        LocalDate since = null;
        boolean known = false;
        boolean censored = false;
        for (LocalDate night : read(UserScenario.FIRST, month.atEndOfMonth())) {
            boolean bad = scenario.people(night).stream().anyMatch(p -> p.name().equals(user) && p.is(wrong, night));
            if (bad && from == null) {
                from = night;
                LocalDate mended = stretches.isEmpty()
                        ? null
                        : stretches.get(stretches.size() - 1).until();
                if (mended == null || !YearMonth.from(mended).equals(YearMonth.from(night))) {
                    since = night;
                    censored = !known;
                }
            } else if (!bad) {
                known = true;
                if (from != null) {
                    boolean asked = scenario.people(night).stream()
                            .anyMatch(p -> p.name().equals(user) && p.asked(wrong));
                    stretches.add(new Stretch(from, night, !asked));
                    from = null;
                }
            }
        }
        if (from != null) {
            stretches.add(new Stretch(from, null, false));
        }
        return stretches.isEmpty() ? null : new Case(wrong, user, stretches, since, censored);
    }

    /** Nights on which the report was read. */
    List<LocalDate> read(LocalDate first, LocalDate last) {
        return nights(first, last)
                .filter(night -> scenario.kind(night) == Night.READ)
                .toList();
    }

    long count(YearMonth month, Night kind) {
        return nights(month.atDay(1), month.atEndOfMonth())
                .filter(night -> scenario.kind(night) == kind)
                .count();
    }

    /** Nights of the month on which somebody was known to be wrong. */
    long wrongNights(YearMonth month, Wrong wrong) {
        return read(month.atDay(1), month.atEndOfMonth()).stream()
                .filter(night -> scenario.people(night).stream().anyMatch(p -> p.is(wrong, night)))
                .count();
    }

    private Stream<LocalDate> nights(LocalDate first, LocalDate last) {
        return scenario.nights().stream().filter(night -> !night.isBefore(first) && !night.isAfter(last));
    }

    /** "start found opened again closed open gone" between two days. */
    static String account(List<Case> cases, LocalDate first, LocalDate last) {
        long start = 0;
        long found = 0;
        long opened = 0;
        long again = 0;
        long closed = 0;
        long left = 0;
        long open = 0;
        for (Case one : cases) {
            for (Stretch s : one.stretches()) {
                boolean earliest = s == one.stretches().get(0);
                boolean before = s.from().isBefore(first);
                boolean gone = s.until() != null && !s.until().isAfter(last);
                if (before && (s.until() == null || !s.until().isBefore(first))) {
                    start++;
                } else if (!before && !s.from().isAfter(last)) {
                    if (!earliest) {
                        again++;
                    } else if (one.censored()) {
                        found++;
                    } else {
                        opened++;
                    }
                }
                if (gone && !s.until().isBefore(first)) {
                    closed++;
                    left += s.gone() ? 1 : 0;
                }
                if (!s.from().isAfter(last) && !gone) {
                    open++;
                }
            }
        }
        return String.join(
                " ",
                Stream.of(start, found, opened, again, closed, open, left)
                        .map(String::valueOf)
                        .toList());
    }

    /** "first came found closed open" of every week, the weeks from Monday cut by the month. */
    static List<String> weeks(List<Case> cases, YearMonth month) {
        List<String> weeks = new ArrayList<>();
        LocalDate from = month.atDay(1);
        for (LocalDate day = from; !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY || day.equals(month.atEndOfMonth())) {
                String[] week = account(cases, from, day).split(" ");
                long came = Long.parseLong(week[2]) + Long.parseLong(week[3]);
                weeks.add(String.join(" ", String.valueOf(from), String.valueOf(came), week[1], week[4], week[5]));
                from = day.plusDays(1);
            }
        }
        return weeks;
    }

    /** "closed gone within late unknown timed median ninety" of those that are closed at the end. */
    static String times(List<Case> cases, LocalDate end) {
        List<Case> closed = cases.stream().filter(c -> c.closed() != null).toList();
        List<Long> days =
                closed.stream().filter(c -> !c.censored()).map(c -> c.days(end)).toList();
        return String.join(
                " ",
                count(closed, c -> true),
                count(closed, c -> c.stretches().get(c.stretches().size() - 1).gone()),
                count(closed, c -> !c.censored() && c.beyond(end) == 0),
                count(closed, c -> c.beyond(end) > 0),
                count(closed, c -> c.censored() && c.beyond(end) == 0),
                String.valueOf(days.size()),
                smallest(days, 50),
                smallest(days, 90));
    }

    /** The smallest number that at least so many percent do not exceed, looked for one by one. */
    private static String smallest(List<Long> days, int percent) {
        for (long n = 0; !days.isEmpty(); n++) {
            long limit = n;
            if (days.stream().filter(d -> d <= limit).count() * 100 >= (long) percent * days.size()) {
                return String.valueOf(n);
            }
        }
        return "–";
    }

    private static String count(List<Case> cases, Predicate<Case> which) {
        return String.valueOf(cases.stream().filter(which).count());
    }

    /** Of the month's last night that was not missed, if that is no older than two days. */
    String verdict(YearMonth month, Wrong wrong) {
        LocalDate last = last(month);
        if (last == null || last.isBefore(month.atEndOfMonth().minusDays(1)) || scenario.kind(last) == Night.BLIND) {
            return "INCONCLUSIVE";
        }
        long asked = scenario.people(last).stream().filter(p -> p.asked(wrong)).count();
        long bad = scenario.people(last).stream().filter(p -> p.is(wrong, last)).count();
        return bad > 0 ? "FAIL" : asked == 0 ? "NOT APPLICABLE" : "PASS";
    }

    /** What is concluded of a unit that rests on it alone: also of what was wrong in the month and is not at its end. */
    String conclusion(YearMonth month, Wrong wrong) {
        String verdict = verdict(month, wrong);
        boolean well = verdict.equals("PASS") || verdict.equals("NOT APPLICABLE");
        return well && wrongNights(month, wrong) > 0 ? "MENDED" : verdict;
    }

    /** The last night that was not missed, or null. */
    LocalDate last(YearMonth month) {
        return nights(month.atDay(1), month.atEndOfMonth())
                .filter(night -> scenario.kind(night) != Night.MISSED)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
