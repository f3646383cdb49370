package io.exhibit.run.watch;

import java.time.Instant;
import java.util.List;

/**
 * Something to be told once.
 *
 * @param kind of the alarm
 * @param key of the alarm
 * @param since when the cause began
 * @param at when it was seen: that it is there, is another, or when it was over
 */
public record News(
        Event event, AlarmKind kind, String key, Instant since, Instant at, String headline, List<String> facts) {

    public News {
        facts = List.copyOf(facts);
    }

    static News of(Event event, Alarm alarm, Instant at) {
        return new News(event, alarm.kind(), alarm.key(), alarm.since(), at, alarm.headline(), alarm.facts());
    }

    /** What became of a cause. */
    public enum Event {
        OPENED("NEW"),
        CHANGED("CHANGED"),
        OVER("OVER");

        private final String words;

        Event(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
