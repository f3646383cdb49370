package io.exhibit.cli.desk;

import io.exhibit.cli.terminal.Ending;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Say;
import io.exhibit.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Months that were worked out. The one before stands while a newer one is worked out, or cannot be; then there is a sentence about it
 * that stands on every page.
 */
final class Standings {

    /** Months that are kept at once, as long as there is memory for more than the one that was looked at last. */
    private static final int KEPT = 2;

    private final Making making;
    private final Map<YearMonth, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<YearMonth, Work<Standing>> working = new HashMap<>();
    private final Map<YearMonth, Failed> failed = new HashMap<>();

    /** What was shown last, which no want of memory takes away. */
    private Standing last;

    private final Executor worker = Work.worker("month");

    /** Works a month out. */
    interface Making {
        /**
         * A month.
         *
         * @param before when what the month is judged from was the same
         * @param progress hears how far it is
         */
        Standing of(YearMonth month, Optional<Standing> before, Progress progress) throws IOException;
    }

    /**
     * All that a month depends on.
     *
     * @param judged what it is judged from, which takes long where there is much of it
     * @param beside what else stands on its pages
     */
    record State(String judged, String beside) {}

    /**
     * A month that was worked out.
     *
     * @param state that it was worked out from
     * @param held a month of much evidence is a third of a small heap
     */
    private record Known(State state, SoftReference<Standing> held) {

        /** {@code null} when its memory was wanted for something else. */
        Standing standing() {
            return held.get();
        }
    }

    private record Failed(State state, String why) {}

    Standings(Making making) {
        this.making = making;
    }

    /**
     * How things stand.
     *
     * @param state another one has it worked out anew
     * @param patience how long to wait for a month that was never worked out
     */
    Standing of(YearMonth month, State state, Duration patience) throws IOException {
        Standing there;
        Work<Standing> coming;
        synchronized (this) {
            Known before = known.get(month);
            there = before == null ? null : before.standing();
            // What could not be worked out was of another state: a mistake in the book may be mended, or taken back.
            failed.computeIfPresent(month, (any, failure) -> failure.state().equals(state) ? failure : null);
            if (there != null) {
                last = there;
                if (before.state().equals(state)) {
                    return there;
                }
            }
            coming =
                    working.computeIfAbsent(month, any -> new Work<>(worker, progress -> work(month, state, progress)));
        }
        if (there != null) {
            return there;
        }
        return coming.result(patience, Say.month(month.atDay(1)) + " " + month.getYear());
    }

    /** Why what is shown is not of now; empty when it is. The newer state may have come while a page of the older one was made. */
    synchronized Optional<String> behind(YearMonth month, Standing shown) {
        if (failed.containsKey(month)) {
            return Optional.of("How things stand now cannot be worked out: "
                    + failed.get(month).why());
        }
        Known newest = known.get(month);
        return working.containsKey(month) || newest != null && newest.standing() != shown
                ? Optional.of(
                        "The log, the book or the hour is another one by now: the newer state is being worked out, and"
                                + " shown when this page is loaded again.")
                : Optional.empty();
    }

    private Standing work(YearMonth month, State state, Progress progress) {
        try {
            Standing now = making.of(month, before(month, state), progress);
            synchronized (this) {
                known.put(month, new Known(state, new SoftReference<>(now)));
                last = now;
                failed.remove(month);
                while (known.size() > KEPT) {
                    known.remove(known.keySet().iterator().next());
                }
            }
            return now;
        } catch (IOException e) {
            failed(month, new Failed(state, e.getMessage()));
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            failed(month, new Failed(state, Ending.of(e).message()));
            throw e;
        } finally {
            synchronized (this) {
                working.remove(month);
            }
        }
    }

    private synchronized Optional<Standing> before(YearMonth month, State state) {
        return Optional.ofNullable(known.get(month))
                .filter(there -> there.state().judged().equals(state.judged()))
                .map(Known::standing);
    }

    private synchronized void failed(YearMonth month, Failed failure) {
        failed.put(month, failure);
    }
}
