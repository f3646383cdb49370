package io.exhibit.schedule;

import io.exhibit.run.DueTimes;
import java.io.Serializable;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A cron expression in a time zone, in Quartz's form: seconds, minutes, hours, day of month, month, day of week.
 *
 * <p>Quartz computes the times of the wall clock, and here each becomes an instant, so that daylight saving neither drops
 * nor doubles one: a time that the clock skips is due when the clock has jumped (02:15 at 03:00 in New York), one that it
 * repeats is due once, the second time. Quartz alone leaves the skipped one out. A time of a calendar day that its zone never
 * had is not due.
 *
 * @param text such as {@code 0 15 2 * * ?}
 */
public record Cron(String text, ZoneId zone) implements DueTimes, Serializable {

    private static final long serialVersionUID = 1L;

    /** A second apart for a thousand years would not end; a schedule that fires this often in one period is a mistake. */
    private static final int MOST = 100_000;

    public Cron {
        parse(text);
    }

    @Override
    public List<Instant> between(Instant from, Instant to) {
        CronExpression wall = parse(text);
        List<Instant> due = new ArrayList<>();
        Optional<Instant> next = after(wall, from.minusMillis(1));
        while (next.isPresent() && next.get().isBefore(to)) {
            if (due.size() == MOST) {
                throw new IllegalArgumentException("the schedule \"" + text + "\" fires more than " + MOST + " times");
            }
            due.add(next.get());
            next = after(wall, next.get());
        }
        return due;
    }

    /** When it comes due next; empty when it never does again. */
    public Optional<Instant> next(Instant after) {
        return after(parse(text), after);
    }

    /** Instants follow each other as the times of the wall clock do, so that the first of these that lies later is the next. */
    private Optional<Instant> after(CronExpression wall, Instant after) {
        LocalDateTime begin = LocalDateTime.ofInstant(after, zone);
        ZoneOffsetTransition back = zone.getRules().getTransition(begin);
        if (back != null && after.isBefore(back.getInstant())) {
            // The clock is about to go back: what it has shown since then it shows again, and then it is due.
            begin = back.getDateTimeAfter().minusSeconds(1);
        }
        Date next = wall.getNextValidTimeAfter(Date.from(begin.toInstant(ZoneOffset.UTC)));
        while (next != null) {
            Optional<Instant> instant = instant(LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC))
                    .filter(due -> due.isAfter(after));
            if (instant.isPresent()) {
                return instant;
            }
            next = wall.getNextValidTimeAfter(next);
        }
        return Optional.empty();
    }

    /** Empty for a day that the zone leaves out. */
    private Optional<Instant> instant(LocalDateTime wall) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(wall);
        if (jump == null || jump.isOverlap()) {
            return Optional.of(
                    ZonedDateTime.of(wall, zone).withLaterOffsetAtOverlap().toInstant());
        }
        LocalDate day = wall.toLocalDate();
        if (jump.getDateTimeAfter().toLocalDate().equals(day)) {
            return Optional.of(jump.getInstant());
        }
        // The clock jumps over midnight: the day is due before it ends.
        LocalDateTime before = jump.getDateTimeBefore().minusSeconds(1);
        return Optional.of(jump.getInstant().minusSeconds(1))
                .filter(i -> before.toLocalDate().equals(day));
    }

    private static CronExpression parse(String text) {
        try {
            CronExpression expression = new CronExpression(text);
            expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return expression;
        } catch (ParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no schedule: " + e.getMessage(), e);
        }
    }
}
