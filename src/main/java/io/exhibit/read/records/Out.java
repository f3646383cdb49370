package io.exhibit.read.records;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where a maker puts its records, each once; held back until the end when one bad document makes all of them unknown.
 */
public final class Out {

    private final Reading reading;
    private final Target target;
    private final Consumer<Record> each;
    private final List<Record> held;
    private final Repeats repeats = new Repeats();
    private long count;

    public Out(Reading reading, Target target, Consumer<Record> each, boolean hold) {
        this.reading = reading;
        this.target = target;
        this.each = each;
        this.held = hold ? new ArrayList<>() : null;
    }

    /** One record with what is not known of it; one that came before from the same answer's repetition is left out. */
    public void put(Map<String, Object> members, List<Gap> gaps, Provenance provenance) {
        Object key = members.get(reading.keyMember());
        if (key != null && repeats.isOne(key.toString(), provenance)) {
            return;
        }
        count++;
        Record made = key == null
                ? nameless(members, gaps, provenance)
                : new Record(reading.key(), target, key.toString(), members, gaps, provenance);
        if (held == null) {
            each.accept(made);
        } else {
            held.add(made);
        }
    }

    /** An item without its key member still counts: it gets its place as a name, and is not known. */
    private Record nameless(Map<String, Object> members, List<Gap> gaps, Provenance provenance) {
        List<Gap> all = new ArrayList<>(gaps);
        all.add(new Gap(
                Call.of(provenance.operation()),
                Cause.MALFORMED,
                "",
                "an item came without " + reading.keyMember(),
                provenance.requestId()));
        return new Record(reading.key(), target, "#" + count, members, all, provenance);
    }

    /** Hands out what was held back. */
    public void release() {
        if (held != null) {
            held.forEach(each);
            held.clear();
        }
    }

    public long count() {
        return count;
    }
}
