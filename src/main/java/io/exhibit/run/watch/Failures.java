package io.exhibit.run.watch;

import io.exhibit.run.Observer;
import io.exhibit.run.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what a node could not do until it could. */
public final class Failures implements Observer {

    private record Failure(Work work, Instant since, String words) {}

    private final Map<String, Failure> open = new TreeMap<>();

    @Override
    public synchronized void failed(Work work, String what, Instant at, String words) {
        Failure before = open.get(what);
        open.put(what, new Failure(work, before == null ? at : before.since(), words));
    }

    @Override
    public synchronized void succeeded(Work work, String what) {
        open.remove(what);
        if (work == Work.COLLECT) {
            open.values().removeIf(failure -> failure.work() == Work.COLLECT);
        }
    }

    /** A pack that somebody bound by hand is no failure any more. */
    @Override
    public synchronized void owed(int packs) {
        if (packs == 0) {
            open.values().removeIf(failure -> failure.work() == Work.PACK);
        }
    }

    /** What could not be done and was not made good yet. */
    public synchronized List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        open.forEach((what, failure) -> {
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
        });
        return alarms;
    }
}
