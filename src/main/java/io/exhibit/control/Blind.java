package io.exhibit.control;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A source at an account and region in scope of which a run did not read everything: the one meaning of "blind", for the table of
 * {@code collect}, the pack, the alarms and the figures. Why it was not read is of no account, nor whether it ever was: an account
 * that is suspended is blind until somebody takes it out of the scope. What is out of the scope never is.
 *
 * @param gaps at least one
 */
public record Blind(String source, Target target, List<Gap> gaps) {

    public Blind {
        gaps = List.copyOf(gaps);
    }

    /** In the order of the units. */
    public static List<Blind> of(List<Unit> units, Scope scope) {
        return units.stream()
                .filter(unit -> scope.inScope(unit.target()))
                .flatMap(unit -> unit.parts().stream()
                        .filter(part -> !part.gaps().isEmpty())
                        .map(part -> new Blind(part.source(), unit.target(), part.gaps())))
                .toList();
    }

    /** For every source that the run has, also where none of it is in scope, in how many accounts and regions it is blind. */
    public static SortedMap<String, Long> places(RunRecord run, Scope scope) {
        SortedMap<String, Long> places = new TreeMap<>();
        run.units().stream()
                .flatMap(unit -> unit.parts().stream())
                .map(Part::source)
                .forEach(source -> places.put(source, 0L));
        of(run.units(), scope).forEach(blind -> places.merge(blind.source(), 1L, Long::sum));
        return places;
    }
}
