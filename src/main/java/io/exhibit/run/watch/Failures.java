package io.exhibit.run.watch;

import io.exhibit.run.Observer;
import io.exhibit.run.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers what could not be done until it could: by one node, or by all that share a shelf. */
public final class Failures implements Observer {

    /**
     * What could not be done.
     *
     * @param what such as {@code The pack of 2026-10}
     * @param words why
     */
    public record Failure(Work work, String what, Instant since, String words) {}

    /** Where several nodes remember it together. */
    public interface Shelf {

        /** What none of the nodes has made good yet. */
        List<Failure> all();

        /** Remembers it; of one that is there already the words change, and since when stays. */
        void put(Failure failure);

        /** Forgets those that are named, and those of a kind of work if one is given. */
        void remove(String what, Optional<Work> work);
    }

    private final Shelf open;

    /** Of one node, as long as it runs. */
    public Failures() {
        this(new Remembered());
    }

    public Failures(Shelf shelf) {
        this.open = shelf;
    }

    @Override
    public synchronized void failed(Work work, String what, Instant at, String words) {
        Instant since = open.all().stream()
                .filter(before -> before.what().equals(what))
                .map(Failure::since)
                .findFirst()
                .orElse(at);
        open.put(new Failure(work, what, since, words));
    }

    @Override
    public synchronized void succeeded(Work work, String what) {
        open.remove(what, work == Work.COLLECT ? Optional.of(Work.COLLECT) : Optional.empty());
    }

    @Override
    public synchronized void idle(String what, Optional<Instant> evidence) {
        open.remove(what, Optional.empty());
        open.all().stream()
                .filter(failure -> failure.work() == Work.COLLECT
                        && evidence.filter(failure.since()::isBefore).isPresent())
                .toList()
                .forEach(failure -> open.remove(failure.what(), Optional.empty()));
    }

    /** A pack that somebody bound by hand is no failure any more. */
    @Override
    public synchronized void owed(int packs) {
        if (packs == 0) {
            open.remove("", Optional.of(Work.PACK));
        }
    }

    /** What could not be done and was not made good yet. */
    public synchronized List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        for (Failure failure : open.all()) {
            String what = failure.what();
            AlarmKind kind = switch (failure.work()) {
                case COLLECT -> AlarmKind.COLLECTION;
                case PACK -> AlarmKind.PACK;
                case DELIVER -> AlarmKind.DELIVERY;
                case LOOK -> AlarmKind.WORK;
            };
            String why = Lines.line(failure.words());
            // Each night is due at another time; that none can be carried out is one cause.
            String key = failure.work() == Work.COLLECT ? "node" : what;
            alarms.add(Alarm.on(
                    kind, key, failure.since(), why, what + " could not be carried out", List.of("reason: " + why)));
        }
        return alarms;
    }

    private static final class Remembered implements Shelf {

        private final Map<String, Failure> open = new TreeMap<>();

        @Override
        public List<Failure> all() {
            return List.copyOf(open.values());
        }

        @Override
        public void put(Failure failure) {
            open.put(failure.what(), failure);
        }

        @Override
        public void remove(String what, Optional<Work> work) {
            open.remove(what);
            open.values().removeIf(failure -> work.equals(Optional.of(failure.work())));
        }
    }
}
