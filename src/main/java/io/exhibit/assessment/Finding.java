package io.exhibit.assessment;

import io.exhibit.control.Severity;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * An item that deviated in a period, and its times: since when, how long, against which limit.
 *
 * @param test that it deviated from
 * @param last day of the period
 */
public record Finding(TestResult test, History history, LocalDate last) {

    /** How it stands to the organization's limit for its severity. */
    public enum Timeliness {
        /** Closed, or open, no later than on its last day. */
        WITHIN,
        /** At least one day beyond, certain also where nobody knows since when; or of a test that is itself a limit. */
        LATE,
        /** Not beyond as far as it was seen; but nobody knows since when, so it may be. */
        NOT_KNOWN,
        /** The organization sets none. */
        NO_LIMIT
    }

    /** How grave, as the book has it for the whole test; no item is graver than another. */
    public Severity severity() {
        return test.assertion().severity();
    }

    /** It happened: no later day mends it, and it has no time to be mended in. */
    public boolean event() {
        return test.assertion().particulars().events();
    }

    /** Open, and its risk is accepted. */
    public boolean accepted() {
        return history.open() && history.state() == Item.State.ACCEPTED;
    }

    /** Open, and its risk is not accepted. */
    public boolean open() {
        return history.open() && !accepted();
    }

    /** Open, and it could not be judged on the last sealed day, or the whole test not at the end of the period. */
    public boolean unread() {
        boolean nothing =
                test.verdict() == Verdict.INCONCLUSIVE && test.counted().population() == 0;
        return history.open() && (nothing || history.state() == Item.State.INCONCLUSIVE);
    }

    /** Days from when it was first seen until it was closed, or to the end of the period; at least so many where {@code history().orBefore()}. */
    public long days() {
        return end().toEpochDay() - history.firstSeen().toEpochDay();
    }

    /** Days that the organization gives, if it does. */
    public OptionalLong limit() {
        return history.due() == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        history.due().toEpochDay() - history.firstSeen().toEpochDay());
    }

    /**
     * Days beyond the limit, at the end of the period or when it was closed; 0 when within it. From a test that is itself a limit an item
     * is late on each day on which it deviates, so that these are the days of its spells since it was first seen; at least so many where
     * {@code history().orBefore()}.
     */
    public long daysLate() {
        if (history.due() == null) {
            return test.assertion().limit() && !event() ? daysOpen() : 0;
        }
        return Math.max(0, end().toEpochDay() - history.due().toEpochDay());
    }

    /**
     * Against its limit at the end of the period, or on the day on which it was closed; {@code NOT_KNOWN} where it
     * may have been open before anything was read.
     */
    public Timeliness timeliness() {
        if (test.assertion().limit()) {
            return Timeliness.LATE;
        }
        if (history.due() == null) {
            return Timeliness.NO_LIMIT;
        }
        if (daysLate() > 0) {
            return Timeliness.LATE;
        }
        return history.orBefore() ? Timeliness.NOT_KNOWN : Timeliness.WITHIN;
    }

    /** Open, and known to be beyond its limit. */
    public boolean openAndLate() {
        return history.open() && timeliness() == Timeliness.LATE;
    }

    /** Open, and nobody knows whether it is beyond its limit, because nobody knows since when it is there. */
    public boolean openAndMayBeLate() {
        return history.open() && timeliness() == Timeliness.NOT_KNOWN;
    }

    private long daysOpen() {
        return history.spells().stream()
                .filter(spell -> !spell.opened().isBefore(history.firstSeen()))
                .mapToLong(spell -> (spell.closed() == null ? last : spell.closed()).toEpochDay()
                        - spell.opened().toEpochDay())
                .sum();
    }

    private LocalDate end() {
        return history.open() ? last : history.closed();
    }
}
