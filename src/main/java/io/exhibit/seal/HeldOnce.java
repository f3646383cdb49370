package io.exhibit.seal;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.PlacedParts;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Night for night the same accounts are asked for the same and answer mostly the same: what records say alike is held once, for as long
 * as one of them is held. The records of a month over a hundred accounts took some 90 MB without it, and take 10.
 */
final class HeldOnce {

    private final Map<Object, WeakReference<Object>> held = new WeakHashMap<>();

    /** The same record, made of what others are made of. */
    RunRecord of(RunRecord run) {
        return new RunRecord(
                run.id(),
                run.due(),
                run.started(),
                run.finished(),
                run.outcome(),
                run.reason(),
                run.endpoint(),
                run.identity(),
                run.organization(),
                once(run.accounts()),
                once(run.digests()),
                run.units().stream().map(this::unit).toList());
    }

    private Unit unit(Unit unit) {
        List<Part> told = unit.parts().stream().map(part -> once(told(part))).toList();
        return new Unit(
                once(unit.target()),
                once(unit.file()),
                unit.bytes(),
                unit.sha256(),
                new PlacedParts(once(told), unit.parts()));
    }

    /** A part wherever it lies. */
    private Part told(Part part) {
        return new Part(
                once(part.source()),
                part.calls(),
                part.requests(),
                part.items(),
                once(part.lists()),
                part.facts(),
                part.gaps().stream().map(this::gap).toList(),
                0,
                0);
    }

    /** Of calls that were denied each has a request of its own, and the words of many. */
    private Gap gap(Gap gap) {
        return once(
                new Gap(once(gap.call()), gap.cause(), once(gap.code()), once(gap.message()), once(gap.requestId())));
    }

    /** Equal values are the same one. */
    private synchronized <T> T once(T value) {
        WeakReference<Object> known = held.get(value);
        Object same = known == null ? null : known.get();
        if (same == null) {
            held.put(value, new WeakReference<>(value));
            return value;
        }
        @SuppressWarnings("unchecked")
        T typed = (T) same;
        return typed;
    }
}
