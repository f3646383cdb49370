package io.exhibit.run.watch;

import java.time.Instant;
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
 */
public record Alarm(
        AlarmKind kind,
        String key,
        Instant since,
        Optional<Instant> until,
        boolean fresh,
        String state,
        String headline,
        List<String> facts) {

    public Alarm {
        facts = List.copyOf(facts);
    }

    /** One that goes on. */
    public static Alarm on(
            AlarmKind kind, String what, Instant since, String state, String headline, List<String> facts) {
        return new Alarm(kind, key(kind, what), since, Optional.empty(), true, state, headline, facts);
    }

    static String key(AlarmKind kind, String what) {
        return kind.word() + ":" + what;
    }

    /** The same, which nobody is told of who does not know of it. */
    Alarm known() {
        return new Alarm(kind, key, since, until, false, state, headline, facts);
    }

    /** The same, which is over. */
    Alarm over(Instant when) {
        return new Alarm(kind, key, since, Optional.of(when), fresh, state, headline, facts);
    }
}
