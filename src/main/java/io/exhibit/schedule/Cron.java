package io.exhibit.schedule;

import io.exhibit.run.DueTimes;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A cron expression in a time zone, in Quartz's form: seconds, minutes, hours, day of month, month, day of week.
 *
 * @param text such as {@code 0 15 2 * * ?}
 */
public record Cron(String text, ZoneId zone) implements DueTimes {

    /** A second apart for a thousand years would not end; a schedule that fires this often in one period is a mistake. */
    private static final int MOST = 100_000;

    public Cron {
        parse(text, zone);
    }

    @Override
    public List<Instant> between(Instant from, Instant to) {
        CronExpression expression = parse(text, zone);
        List<Instant> due = new ArrayList<>();
        Date next = expression.getNextValidTimeAfter(Date.from(from.minusMillis(1)));
        while (next != null && next.toInstant().isBefore(to)) {
            if (due.size() == MOST) {
                throw new IllegalArgumentException("the schedule \"" + text + "\" fires more than " + MOST + " times");
            }
            due.add(next.toInstant());
            next = expression.getNextValidTimeAfter(next);
        }
        return due;
    }

    /** When it comes due next; empty when it never does again. */
    public Optional<Instant> next(Instant after) {
        return Optional.ofNullable(parse(text, zone).getNextValidTimeAfter(Date.from(after)))
                .map(Date::toInstant);
    }

    /** The expression for Quartz; each call makes one of its own, because Quartz's is mutable. */
    CronExpression expression() {
        return parse(text, zone);
    }

    private static CronExpression parse(String text, ZoneId zone) {
        try {
            CronExpression expression = new CronExpression(text);
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            return expression;
        } catch (ParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no schedule: " + e.getMessage(), e);
        }
    }
}
