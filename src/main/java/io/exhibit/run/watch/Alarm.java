package io.exhibit.run.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong, or was.
 *
 * @param key the same as long as it is the same cause; begins with the word of its kind
 * @param since when it began, as far as the log tells
 * @param until when it was over; empty while it goes on
 * @param fresh whether it is told to somebody who has not heard of it; otherwise it only keeps one that was told from being over,
 *     because nobody knows when it began
 * @param state changes when there is something new to say about it; no words
 * @param headline one line, which names what and where
 * @param facts further lines
 * @param concern whom it is about, and until when
 */
public record Alarm(
        AlarmKind kind,
        String key,
        Instant since,
        Optional<Instant> until,
        boolean fresh,
        String state,
        String headline,
        List<String> facts,
        Concern concern) {

    public Alarm {
        facts = List.copyOf(facts);
    }

    /**
     * Whom an alarm is about: who answers for these tests and units has to act. A message does not tell it; whoever has the book can look
     * them up.
     *
     * @param tests ids of tests
     * @param units citations of units, beside those that the tests serve
     * @param by the last day on which acting is in time; {@code null} where nothing runs out
     */
    public record Concern(List<String> tests, List<String> units, LocalDate by) {

        /** Nobody in particular. */
        public static final Concern NONE = new Concern(List.of(), List.of(), null);

        public Concern {
            tests = List.copyOf(tests);
            units = List.copyOf(units);
        }
    }

    /** One that goes on. */
    public static Alarm on(
            AlarmKind kind, String what, Instant since, String state, String headline, List<String> facts) {
        return new Alarm(kind, key(kind, what), since, Optional.empty(), true, state, headline, facts, Concern.NONE);
    }

    /** The same, and whom it is about. */
    Alarm about(List<String> tests, List<String> units, LocalDate by) {
        return new Alarm(kind, key, since, until, fresh, state, headline, facts, new Concern(tests, units, by));
    }

    static String key(AlarmKind kind, String what) {
        return kind.word() + ":" + what;
    }

    /** The same, which nobody is told of who does not know of it. */
    Alarm known() {
        return new Alarm(kind, key, since, until, false, state, headline, facts, concern);
    }

    /** The same, which is over. */
    Alarm over(Instant when) {
        return new Alarm(kind, key, since, Optional.of(when), fresh, state, headline, facts, concern);
    }
}
