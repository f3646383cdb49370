package io.exhibit.run;

import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One collection at once in the place of the last one that was due and has no evidence; the log alone tells whether it is owed,
 * so that who looks twice, or dies in between, makes it once.
 */
public final class CatchUp {

    /** A fire that is not older may still be carried out. */
    public static final Duration LATE = Duration.ofMinutes(5);

    /** So long after its beginning a run that was broken off may go on. */
    public static final Duration GOES_ON = Remains.FRESH;

    /** When the next collection is this near, it is awaited instead. */
    static final Duration NEAR = Duration.ofMinutes(30);

    /** After a first failure; it doubles with each further one, so that a night is tried some five times within its day. */
    static final Duration BACK_OFF = Duration.ofMinutes(45);

    /** Who was away for longer than this and has a schedule that is rarer is not made up for. */
    private static final Duration BACK = Duration.ofDays(40);

    private static final String WORDS = "stands in for the collection that was due at ";
    private static final String ASKED = "asked for by ";
    private static final Pattern SAID = Pattern.compile(WORDS + "(\\S+Z)");

    private CatchUp() {}

    /** Why such a run is made; stands in its record. */
    public static String words(Instant due) {
        return WORDS + due;
    }

    /** Why a run is made that somebody asked for; stands in its record. */
    public static String asked(String by, String reason) {
        return ASKED + by + ": " + reason;
    }

    /** Whether somebody asked for a run that is made for that. */
    public static boolean isAsked(String occasion) {
        return occasion.startsWith(ASKED);
    }

    /** In the place of which due instant a run was made, by what its record says, and not by what somebody wrote there. */
    public static Optional<Instant> standsInFor(RunRecord run) {
        if (run.reason().startsWith(ASKED)) {
            return Optional.empty();
        }
        Matcher said = SAID.matcher(run.reason());
        return said.find() ? Optional.of(Instant.parse(said.group(1))) : Optional.empty();
    }

    /** Why a run was made that was broken off, in the words that it has, or "". */
    static String occasion(RunRecord run) {
        if (run.reason().startsWith(ASKED)) {
            return run.reason().split("; " + Remains.GOES_ON, 2)[0];
        }
        return standsInFor(run).map(CatchUp::words).orElse("");
    }

    /**
     * The due instant for which a collection is owed now.
     *
     * @param paused due instants at which somebody had paused the collection are not made up for
     */
    public static Optional<Instant> owed(Vault vault, DueTimes due, ZoneId zone, Instant now, Predicate<Instant> paused)
            throws IOException {
        Optional<Instant> first = vault.runIds().stream().map(RunIds::due).min(Instant::compareTo);
        if (first.isEmpty() || !due.between(now.minus(LATE), now.plus(NEAR)).isEmpty()) {
            return Optional.empty();
        }
        Instant from = now.minus(BACK).isAfter(first.get()) ? now.minus(BACK) : first.get();
        List<Instant> all = due.between(from, now);
        if (all.isEmpty() || paused.test(all.get(all.size() - 1))) {
            return Optional.empty();
        }
        Instant last = all.get(all.size() - 1);
        return isDone(vault, Set.copyOf(all), last, zone, now) ? Optional.empty() : Optional.of(last);
    }

    /** A run with evidence since then, or one by hand on that day; or too many in vain for another one to be made already. */
    private static boolean isDone(Vault vault, Set<Instant> meant, Instant last, ZoneId zone, Instant now)
            throws IOException {
        LocalDate day = LocalDate.ofInstant(last, zone);
        int failed = 0;
        Instant until = Instant.MIN;
        for (RunRecord run : RunIds.since(day.atStartOfDay(zone).toInstant(), vault)) {
            boolean since = !run.due().isBefore(last);
            boolean byHand = !meant.contains(run.due())
                    && LocalDate.ofInstant(run.due(), zone).equals(day);
            if (DueDays.hasEvidence(run) && (since || byHand)) {
                return true;
            }
            if (since && run.outcome() == Outcome.FAILED) {
                until = run.finished().plus(BACK_OFF.multipliedBy(1L << Math.min(failed, 20)));
                failed++;
            }
        }
        return now.isBefore(until);
    }
}
